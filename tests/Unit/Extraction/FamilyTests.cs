using Filingwire.Contracts.Codes;
using Filingwire.Extraction.Readings;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms;
using Filingwire.Sec.Codes;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Unit.Extraction;

/// <summary>A family of forms is one reader, one message and one name.</summary>
public sealed class FamilyTests
{
    [Fact]
    public void Every_reader_has_a_message_and_every_message_a_reader()
    {
        Assert.Equal(FormReaders.All.Select(reader => reader.Family).Order(), ContentMapping.All.Select(row => row.Family).Order());
        Assert.Equal(Wire.Filing.Descriptor.Oneofs.Single(oneof => oneof.Name == "content").Fields.Count, ContentMapping.All.Count);
    }

    [Theory]
    [InlineData(FormFamily.Ownership, "ownership")]
    [InlineData(FormFamily.LateFilingNotice, "late-filing-notice")]
    [InlineData(FormFamily.CurrentReport, "current-report")]
    [InlineData(FormFamily.PeriodicReport, "periodic-report")]
    [InlineData(FormFamily.Other, "other")]
    public void Events_name_a_family(FormFamily family, string name) => Assert.Equal(name, family.ToProto().ToCode().Kebab());
}
