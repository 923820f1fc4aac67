using Filingwire.Parsing.Forms.LateFilingNotices;
using Filingwire.Parsing.Forms.PeriodicReports;
using Filingwire.Parsing.Forms.Restatements;
using Filingwire.Parsing.Language;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Unit.Extraction;

/// <summary>The taxonomies have the names and numbers of the wire, so that mapping is a cast.</summary>
public sealed class WireTermsTests
{
    public static TheoryData<Type, Type> Pairs => new()
    {
        { typeof(LateFilingReason), typeof(Wire.LateFilingReason.Types.Code) },
        { typeof(NoticeSeverity), typeof(Wire.LateFilingNotice.Types.Severity) },
        { typeof(FigureDirection), typeof(Wire.Figure.Types.Direction) },
        { typeof(AttachmentPurpose), typeof(Wire.NoticeAttachment.Types.Purpose) },
        { typeof(FigureUnit), typeof(Wire.Figure.Types.Unit) },
        { typeof(DisclosureKind), typeof(Wire.RestatementDisclosure.Types.Kind) },
        { typeof(PeriodKind), typeof(Wire.AffectedPeriod.Types.PeriodKind) },
        { typeof(AccountingArea), typeof(Wire.AreaFinding.Types.Area) },
        { typeof(ErrorCause), typeof(Wire.CauseFinding.Types.Cause) },
        { typeof(ErrorIdentifier), typeof(Wire.IdentifierFinding.Types.Identifier) },
        { typeof(EffectDirection), typeof(Wire.Effect.Types.Direction) },
        { typeof(FilerStatus), typeof(Wire.PeriodicReport.Types.FilerStatus) },
        { typeof(AmendmentPurpose), typeof(Wire.PeriodicReport.Types.AmendmentPurpose) },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Names_and_numbers_are_those_of_the_wire(Type own, Type wire)
    {
        var expected = Enum.GetValuesAsUnderlyingType(wire).Cast<int>().Where(number => number != 0).Select(number => (number, Enum.GetName(wire, number)!.ToUpperInvariant()));
        Assert.Equal(expected.Order(), Enum.GetValuesAsUnderlyingType(own).Cast<int>().Select(number => (number, Enum.GetName(own, number)!.ToUpperInvariant())).Order());
    }
}
