using Filingwire.Contracts.Codes;
using Filingwire.Contracts.Evidence;
using Filingwire.Restatement.Facts;
using Wire = Filingwire.Restatement.V1;

namespace Filingwire.Restatement.Api;

/// <summary>Reasons, passages and filings → wire.</summary>
internal static class GroundMessages
{
    public static string? Iso(DateOnly? day) => day?.ToWire();

    public static string Iso(DateOnly day) => day.ToWire();

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
        Evidence = cited.Source?.ToProto(),
    };

    public static Wire.FilingMention ToMention(this FilingFact filing)
    {
        var mention = new Wire.FilingMention { Filing = filing.Filing, FormType = filing.FormType, DateBasis = filing.DateBasis.ToRestatement() };
        if (filing.Date is { } date)
            mention.Date = Iso(date);
        return mention;
    }
}
