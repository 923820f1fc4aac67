using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Codes;

namespace Filingwire.Restatement.LateFilings;

/// <summary>Says why a case stands as it does.</summary>
internal static class LateFilingGrounds
{
    private const string Rule = "17 CFR 240.12b-25";

    public static IReadOnlyList<Ground> Of(LateFilingCase result) =>
        result.State == LateFilingState.NotSeen ? [.. NotSeen(result), .. Dates(result)] : [.. Dates(result), .. result.Order?.Grounds() ?? [], .. Relief(result), .. Expectations(result), .. Ending(result), .. FilingDates(result)];

    private static IEnumerable<Ground> NotSeen(LateFilingCase result)
    {
        yield return Ground.Of(
            "not-seen", $"Neither this {result.Key.Report} nor a notice was received by {result.LastPossibleDay:yyyy-MM-dd}, the last day for a notice. It was expected by the issuer's earlier reports; it may have been filed without being received.",
            $"{Rule}(a)", result.ExpectedAfter.Select(report => new Cited(report, null)));
        if (result.DutyEnd is { } end)
            yield return DutyEnd(result, end);
    }

    private static IEnumerable<Ground> Dates(LateFilingCase result)
    {
        if (result.Deadlines is not { } deadlines)
        {
            yield return result.Key.Report == "10-D" ? Ground.Of("distribution-date-unknown", "Form 10-D is due 15 days after the required distribution date, which is not known.", "Form 10-D, General Instruction A(2)", Cite(result))
                : Ground.Of("deadline-unknown", "Report or period is unknown, or no due date follows from the period's end.", "", Cite(result));
            yield break;
        }
        foreach (var ground in deadlines.Evidence.Circumstances())
            yield return ground;
        if (deadlines.MayBeLater is { } later)
            yield return later;
        if (deadlines.Supported is not { } deadline)
        {
            yield return Ground.Of("filer-status-unknown", "The filer status is unknown and the evidence singles out none: the latest possible dates are used before anybody is called late.", "17 CFR 240.12b-2", Cite(result));
            yield break;
        }
        var support = deadlines.Candidates.Where(candidate => candidate.Deadline.SameDates(deadline)).SelectMany(candidate => candidate.Support).ToList();
        yield return Ground.Of(
            "due-date",
            $"{deadline.Report} for the period ended {deadline.PeriodEnd:yyyy-MM-dd} was due on {deadline.Due:yyyy-MM-dd} ({deadline.Term}) and would be deemed timely until {deadline.DeemedTimelyUntil:yyyy-MM-dd} under Rule 12b-25(b).",
            "17 CFR 240.0-3; 17 CFR 240.12b-25(b)",
            support.SelectMany(ground => ground.Evidence).DistinctBy(cited => (cited.Filing.Filing, cited.Source?.Span)));
        foreach (var ground in support.DistinctBy(ground => ground.Code))
            yield return ground;
    }

    private static IEnumerable<Ground> Relief(LateFilingCase result)
    {
        if (result.Notices.Count == 0)
        {
            yield return Ground.Of("no-notice", "No Form 12b-25 for this report was received.", $"{Rule}(a)", Cite(result));
            yield break;
        }
        if (result.Notices[0] is { InTime: false } late)
            yield return Ground.Of("notice-late", "The notice came after its own due date and gives no relief.", $"{Rule}(b)(1)", new Cited(late.Filing, null));
        if (result.ClaimTooLate is { } tooLate)
            yield return Ground.Of("relief-claimed-too-late", "An amended notice claims the extension after the last day for a notice; that gives no relief.", $"{Rule}(b)(1)", Cited.Of(tooLate.Filing, tooLate.Notice.ReliefClaimed!));
        if (result.Claim is not { } claim)
            yield return Ground.Of("relief-unreadable", "Whether the box of Part II is ticked cannot be read; the extension counts as possible.", $"{Rule}(b)", result.Notices.Select(notice => new Cited(notice.Filing, null)));
        else if (claim.Value.Value)
            yield return Ground.Of("relief-claimed", "The notice claims the extension.", $"{Rule}(b)", Cited.Of(claim.Filing, claim.Value));
        else
            yield return Ground.Of("relief-not-claimed", "The notice claims no extension: it is a notice only.", $"{Rule}(b)", Cited.Of(claim.Filing, claim.Value));
    }

    private static IEnumerable<Ground> Expectations(LateFilingCase result)
    {
        if (result.Latest(notice => notice.ExpectsWithinExtension) is { } expects)
            yield return expects.Value.Value
                ? Ground.Of("extension-expected-to-suffice", "The issuer expects to file within the extension.", "", Cited.Of(expects.Filing, expects.Value))
                : Ground.Of("extension-will-be-missed", "The issuer expects to miss the extension.", "", Cited.Of(expects.Filing, expects.Value));
        if (result.Latest(notice => notice.ExpectedFilingDate) is { } date)
            yield return Ground.Of("filing-expected-on", $"The issuer expects to file by {date.Value.Value:yyyy-MM-dd}.", "", Cited.Of(date.Filing, date.Value));
        if (result.Latest(notice => notice.Portion) is { } portion)
        {
            yield return Ground.Of("portion-only", "The notice is about a part of the report; whether that part was filed is not told by the report's arrival.", "17 CFR 240.12b-25(a)", Cited.Of(portion.Filing, portion.Value));
            if (NoticePortion.IsPartIII(portion.Value.Value))
                yield return Ground.Of("part-iii-has-its-own-term", "Part III may come within 120 days of the fiscal year's end, in a proxy statement or by amendment; Form 12b-25 does not extend that.", "Form 10-K, General Instruction G(3)", Cited.Of(portion.Filing, portion.Value));
            if (result.CuredBy is { Report.Amendment: true } amendment)
                yield return Ground.Of("portion-by-amendment", "An amendment came with or after the notice and is taken to bring the part; what it holds was not read.", "", new Cited(amendment, null));
        }
        foreach (var notice in result.Notices)
            if (notice.Notice.Reasons is [var primary, ..])
                yield return Ground.Of("reason-" + primary.Value.Kebab(), $"The primary reason that the notice gives: {primary.Value.Kebab().Replace('-', ' ')}.", "", Cited.Of(notice.Filing, primary));
    }

    private static IEnumerable<Ground> Ending(LateFilingCase result)
    {
        if (result.ReplacedBy is { } replacement)
            yield return Ground.Of("notice-replaced", "An amended notice about another report or period took the place of this one.", "", new Cited(replacement, null));
        else if (result is { Report: null, DutyEnd: { } end })
            yield return DutyEnd(result, end);
        if (result.Report is { } report)
        {
            yield return Ground.Of("report-filed", report.Date is { } date ? $"The report was filed on {date:yyyy-MM-dd}." : "The report was filed; its date is unknown.", "", new Cited(report, null));
            if (result.TimelyUntil is null && result.Deadlines is not null && result.State is LateFilingState.CuredInTime && result.CuredBy?.Date > result.Deadlines.EarliestDue)
                yield return Ground.Of("timeliness-undetermined", "The report may have been late; filer status, relief or the day from which the term runs is not known well enough to say so.", "", new Cited(report, null));
        }
        else if (result is { IsOutstanding: true, IsOvertaken: true })
            yield return Ground.Of("later-report-received", "Reports for later periods were received: this one may have been filed without being received, or skipped.", "", Cite(result));
        if (result.Report is null && result.ReportAmendments is [var amendment, ..])
            yield return Ground.Of("report-known-by-amendment", "Only an amendment of the report was received; the report itself was filed before it, on an unknown day.", "", new Cited(amendment, null));
    }

    private static Ground DutyEnd(LateFilingCase result, DutyEnd end)
    {
        var cited = new Cited(end.Filing, null);
        return end.Effect switch
        {
            // Section 15(d) suspends the duty for fiscal years only; Rule 12h-3 also frees from the annual report of the year before.
            DutyEndEffect.NoLongerDue when end.Filing.FormType.StartsWith("15-15D", StringComparison.Ordinal) && result.Key.Report is "10-K" or "20-F" => Ground.Of(
                "duty-ended-by-rule-unknown", "A Form 15 was filed before the report was due. Under Rule 12h-3 it is no longer due; under Rule 15d-6 alone the annual report of the year before remains due. Which rule the form names was not read.", "17 CFR 240.12h-3, 240.15d-6", cited),
            DutyEndEffect.NoLongerDue => Ground.Of("duty-ended", "A Form 15 was filed before the report was due: it is no longer due.", "17 CFR 240.12g-4(b), 240.12h-3, 240.12h-6", cited),
            DutyEndEffect.StillDue => Ground.Of("duty-ended-too-late", $"The Form 15 of {end.Filing.Date:yyyy-MM-dd} came after the due date; what was due before remains due, extension or not.", "Exchange Act Rules C&DI 151.01; 17 CFR 240.12g-4(b)", cited),
            DutyEndEffect.AnotherRegistration => Ground.Of("duty-goes-on", $"The issuer went on reporting after the Form 15 of {end.Filing.Date:yyyy-MM-dd}: it was about another registration.", "17 CFR 240.12g-4(b), 240.15d-6", cited),
            _ => Ground.Of("duty-end-unknown", $"A Form 15 was filed on {end.Filing.Date:yyyy-MM-dd}; whether the report had been due before cannot be told.", "17 CFR 240.12g-4(b), 240.15d-6", cited),
        };
    }

    private static IEnumerable<Ground> FilingDates(LateFilingCase result)
    {
        foreach (var fact in result.Notices.Select(notice => notice.Filing).Append(result.Report).OfType<FilingFact>().Concat(result.ReportAmendments))
            if (DateRemark(fact) is { } remark)
                yield return remark;
    }

    /// <summary>What has to be said about a filing whose filing date is not known; null when it is.</summary>
    public static Ground? DateRemark(FilingFact fact) => fact.DateBasis switch
    {
        FilingDateBasis.Signed => Ground.Of("signature-date-stands-in", $"The filing date of this {fact.FormType} is unknown; its signature date {fact.Date:yyyy-MM-dd} stands in. It was filed then or later.", "", new Cited(fact, null)),
        FilingDateBasis.Received => Ground.Of("receipt-date-stands-in", $"The filing date of this {fact.FormType} is unknown; the day of receipt {fact.Date:yyyy-MM-dd} stands in. It was filed then or earlier.", "", new Cited(fact, null)),
        FilingDateBasis.Unknown => Ground.Of("filing-date-unknown", $"The filing date of this {fact.FormType} is unknown.", "", new Cited(fact, null)),
        _ => null,
    };

    private static IEnumerable<Cited> Cite(LateFilingCase result) =>
        result.Notices.Select(notice => notice.Filing).Concat(result.Report is { } report ? [report] : []).Select(filing => new Cited(filing, null));
}
