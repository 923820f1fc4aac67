using System.Collections.Immutable;
using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using Filingwire.Sec.Codes;

namespace Filingwire.Restatement.Restatements;

/// <summary>
/// Gives "fiscal 2023" its date: by the issuer's own annual report that ended with that year, else by the fiscal year's end of the filing's header
/// where that is the end of a month. Years that end in January or February stay without a date: issuers number them either way.
/// </summary>
internal sealed class FiscalPeriods(ImmutableArray<FilingFact> facts)
{
    private const int LastAmbiguousMonth = 2;
    private readonly string? latest = facts.LastOrDefault(fact => fact.FiscalYearEnd is not null)?.FiscalYearEnd;

    /// <summary>The disclosure with the periods that now have dates moved to those that had one.</summary>
    public DisclosureFact Dated(DisclosureFact disclosure, FilingFact filing)
    {
        if (disclosure.NamedPeriods.Count == 0)
            return disclosure;
        List<AffectedPeriod> dated = [];
        List<NamedPeriod> open = [];
        foreach (var period in disclosure.NamedPeriods)
            if (End(period, filing.FiscalYearEnd ?? latest) is { } end)
                dated.Add(new AffectedPeriod(end, null, period.Kind, period.ReportType, period.Source));
            else if (!disclosure.Periods.Any(known => IsSameYear(known, period)))
                open.Add(period);
        return disclosure with { Periods = [.. disclosure.Periods, .. dated], NamedPeriods = open };
    }

    /// <summary>"The fiscal year ended June 30, 2023" and "fiscal 2023" of one text are one year.</summary>
    private static bool IsSameYear(AffectedPeriod known, NamedPeriod named) =>
        named is { Kind: PeriodKind.Annual, FiscalQuarter: null } && known.Kind == PeriodKind.Annual && known.End.Year == named.FiscalYear;

    private DateOnly? End(NamedPeriod period, string? fiscalYearEnd)
    {
        if (period.FiscalYear is not (>= 1990 and <= 2100 and var year) || !FiscalYears.TryParse(fiscalYearEnd, out var month, out var day) || month <= LastAmbiguousMonth)
            return null;
        var byHeader = new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
        var endsWithMonth = day >= DateTime.DaysInMonth(year, month);
        if (period.FiscalQuarter is { } quarter)
            return endsWithMonth && quarter is >= 1 and <= 4 ? MonthEnd(byHeader.AddDays(1).AddMonths(3 * quarter - 13)) : null;
        return OwnYear(byHeader) ?? (endsWithMonth ? byHeader : null);
    }

    private DateOnly? OwnYear(DateOnly near) => facts
        .Select(fact => fact.Report is { PeriodEnd: { } end, Amendment: false } report && RestatementRules.KindOf(report.ReportType) == PeriodKind.Annual ? end : (DateOnly?)null)
        .FirstOrDefault(end => end is { } day && Math.Abs(day.DayNumber - near.DayNumber) <= ReportKey.Tolerance);

    private static DateOnly MonthEnd(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
