using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using Filingwire.Restatement.Restatements;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Restatement.Issuers;

/// <summary>Something that happened to an issuer.</summary>
/// <param name="Date">The day; null when the filing has no date.</param>
/// <param name="Kind">"notice-filed", "due-date" …</param>
/// <param name="Text">One English sentence.</param>
/// <param name="Resource">The case; empty when none.</param>
/// <param name="Filing">The filing; null for dates of the calendar.</param>
public sealed record TimelineEntry(DateOnly? Date, string Kind, string Text, string Resource, FilingFact? Filing)
{
    /// <summary>What happened until a day, oldest first, entries without a date last.</summary>
    public static IReadOnlyList<TimelineEntry> Of(IssuerKey issuer, FactSet facts, IssuerView view, DateOnly asOf)
    {
        var entries = view.LateFilings.SelectMany(late => Of(CaseNames.Of(issuer, late.Key), late))
            .Concat(view.Restatements.SelectMany(found => Of(CaseNames.OfRestatement(issuer, found.Key), found)))
            .ToList();
        var mentioned = entries.Select(entry => entry.Filing?.Filing).ToHashSet(StringComparer.Ordinal);
        entries.AddRange(facts.Until(asOf).Where(fact => !mentioned.Contains(fact.Filing)).Select(fact => new TimelineEntry(fact.Date, "other-filing", $"{fact.FormType} was filed.", "", fact)));
        return [.. entries.Where(entry => entry.Date is null || entry.Date <= asOf).OrderBy(entry => entry.Date ?? DateOnly.MaxValue)];
    }

    private static IEnumerable<TimelineEntry> Of(string name, LateFilingCase late)
    {
        var report = late.Key.Report ?? "report";
        foreach (var notice in late.Notices)
            yield return new TimelineEntry(notice.Filing.Date, "notice-filed", $"{notice.Filing.FormType} announced that the {report} would be late.", name, notice.Filing);
        if (late.Deadlines?.Supported is { } deadline)
        {
            yield return new TimelineEntry(deadline.Due, "due-date", $"The {report} for the period ended {deadline.PeriodEnd:yyyy-MM-dd} was due.", name, null);
            if (late.TimelyUntil is { } until && until > deadline.Due)
                yield return new TimelineEntry(until, "extension-ends", $"The extension for the {report} ended.", name, null);
        }
        if (late is { State: LateFilingState.NotSeen, LastPossibleDay: { } missed })
            yield return new TimelineEntry(missed.AddDays(1), "report-not-seen", $"Neither the {report} that was expected nor a notice had been seen.", name, null);
        if (late is { State: LateFilingState.Lapsed, LastPossibleDay: { } last })
            yield return new TimelineEntry(last.AddDays(1), "deadline-passed", $"The last day for timely filing of the {report} had passed with nothing filed.", name, null);
        if (late.Report is { } filed)
            yield return new TimelineEntry(filed.Date, "report-filed", late.DaysLateWhenFiled is { } days ? $"The {report} was filed, {days} days after its due date." : $"The {report} was filed.", name, filed);
        foreach (var amendment in late.ReportAmendments)
            yield return new TimelineEntry(amendment.Date, "report-amended", $"{amendment.FormType} amended the {report}.", name, amendment);
    }

    private static IEnumerable<TimelineEntry> Of(string name, RestatementCase found)
    {
        if (found.ConcludedOn is { } concluded)
            yield return new TimelineEntry(concluded, "conclusion-reached", "It was concluded that statements should no longer be relied on.", name, null);
        foreach (var disclosure in found.Disclosures)
            yield return disclosure.EndsNonReliance
                ? new TimelineEntry(disclosure.Filing.Date, "reliance-restored", $"{disclosure.Filing.FormType} ended doubts about statements without a restatement.", name, disclosure.Filing)
                : new TimelineEntry(disclosure.Filing.Date, disclosure.NonReliance == true ? "non-reliance-disclosed" : "error-disclosed", $"{disclosure.Filing.FormType} disclosed errors in statements issued before.", name, disclosure.Filing);
        foreach (var restater in found.Periods.Where(period => period.RestatedBy is not null).GroupBy(period => period.RestatedBy!.Filing, StringComparer.Ordinal))
            yield return new TimelineEntry(restater.First().RestatedBy!.Date, "period-restated", $"{restater.First().RestatedBy!.FormType} restated {restater.Count()} periods.", name, restater.First().RestatedBy);
        if (found.ClosedOn is { } closed)
            yield return new TimelineEntry(closed, "case-closed", "Everything was restated, corrected or relied on again.", name, null);
    }
}
