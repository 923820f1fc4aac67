using Filingwire.Parsing.Forms.Restatements;

namespace Filingwire.Corpus.Notices;

/// <summary>A disclosure about statements issued before, as a list of facts per field.</summary>
internal static class DisclosureFacts
{
    /// <summary>The facts; nothing for null.</summary>
    public static IEnumerable<(string Field, IEnumerable<string> Values)> Of(RestatementDisclosure? disclosure, string prefix)
    {
        if (disclosure is null)
            yield break;
        yield return (prefix + "kind", [disclosure.Kind.ToString()]);
        yield return (prefix + "periods", disclosure.Periods.Select(Words));
        yield return (prefix + "areas", disclosure.Areas.Select(area => area.Code.ToString()));
        yield return (prefix + "causes", disclosure.Causes.Select(cause => cause.Code.ToString()));
        yield return (prefix + "identified_by", disclosure.IdentifiedBy.Select(finder => finder.Code.ToString()));
        yield return (prefix + "effects", disclosure.Effects.Select(effect => $"{effect.MetricCode} {effect.Direction} {effect.Amount?.Value}".TrimEnd()));
        yield return ("non_reliance", Some(NoticeFacts.YesNo(disclosure.NonReliance)));
        yield return ("restatement_required", Some(NoticeFacts.YesNo(disclosure.RestatementRequired)));
        yield return ("material_weakness", Some(NoticeFacts.YesNo(disclosure.MaterialWeakness)));
        yield return ("sec_investigation", Some(NoticeFacts.YesNo(disclosure.SecInvestigation)));
        yield return ("concluded_on", Some(NoticeFacts.Day(disclosure.ConcludedOn)));
        yield return ("concluded_by", Some(disclosure.ConcludedBy?.Value));
        yield return ("discussed_with_auditor", Some(NoticeFacts.YesNo(disclosure.DiscussedWithAuditor)));
        yield return ("auditor", Some(disclosure.Auditor?.Value));
        yield return ("expected_amendments", disclosure.ExpectedAmendments.Select(amendment => amendment.Value!));
    }

    private static string Words(AffectedPeriod period)
    {
        var end = period.End.Value is not null ? NoticeFacts.Day(period.End) : period.FiscalQuarter is { } quarter ? $"Q{quarter} {period.FiscalYear}" : $"FY {period.FiscalYear}";
        var start = period.Start is null ? "" : $"{NoticeFacts.Day(period.Start)} to ";
        return $"{period.Kind} {start}{end}" + (period.ReportType is null ? "" : $" in {period.ReportType.Value}");
    }

    private static string[] Some(string? value) => value is null ? [] : [value];
}
