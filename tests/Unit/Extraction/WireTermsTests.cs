using Filingwire.Parsing.Forms.LateFilingNotices;
using Filingwire.Parsing.Language;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Unit.Extraction;

/// <summary>The taxonomies that only Extraction knows have the names and numbers of the wire, so that mapping is a cast.</summary>
public sealed class WireTermsTests
{
    public static TheoryData<Type, Type> Pairs => new()
    {
        { typeof(FigureDirection), typeof(Wire.Figure.Types.Direction) },
        { typeof(AttachmentPurpose), typeof(Wire.NoticeAttachment.Types.Purpose) },
        { typeof(FigureUnit), typeof(Wire.Figure.Types.Unit) },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Names_and_numbers_are_those_of_the_wire(Type own, Type wire)
    {
        var expected = Enum.GetValuesAsUnderlyingType(wire).Cast<int>().Where(number => number != 0).Select(number => (number, Enum.GetName(wire, number)!.ToUpperInvariant()));
        Assert.Equal(expected.Order(), Enum.GetValuesAsUnderlyingType(own).Cast<int>().Select(number => (number, Enum.GetName(own, number)!.ToUpperInvariant())).Order());
    }
}
