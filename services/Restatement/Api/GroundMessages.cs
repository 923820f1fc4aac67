using System.Globalization;
using Filingwire.Restatement.Facts;
using Filingwire.Types.V1;
using Wire = Filingwire.Restatement.V1;

namespace Filingwire.Restatement.Api;

/// <summary>Reasons, passages and filings → wire.</summary>
internal static class GroundMessages
{
    public static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static Wire.Reason ToProto(this Ground ground) => new()
    {
        Code = ground.Code,
        Text = ground.Text,
        Rule = ground.Rule,
        Evidence = { ground.Evidence.Select(ToProto) },
    };

    public static Wire.FilingEvidence ToProto(this Cited cited) => new()
    {
        Filing = cited.Filing.Filing,
        Revision = cited.Filing.Revision,
        FormType = cited.Filing.FormType,
        Evidence = cited.Passage is { } passage ? ToProto(passage) : null,
    };

    public static Wire.FilingMention ToMention(this FilingFact filing)
    {
        var mention = new Wire.FilingMention { Filing = filing.Filing, FormType = filing.FormType, DateBasis = (Wire.DateBasis)(int)filing.DateBasis };
        if (filing.Date is { } date)
            mention.Date = Iso(date);
        return mention;
    }

    private static Evidence ToProto(Passage passage) => new()
    {
        AsWritten = passage.AsWritten,
        Span = passage is { Start: { } start, End: { } end } ? new ByteSpan { Start = start, End = end } : null,
        Rule = passage.Rule,
        Confidence = passage.Confidence,
    };
}
