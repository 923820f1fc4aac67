using System.Globalization;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Meanings;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Calendar;

namespace Filingwire.Ownership.Ledger.Timeliness;

/// <summary>
/// Judges when a row had to be reported and when it was. What the form itself says about lateness is nearly always empty, so the dates decide.
/// </summary>
public static class TimelinessRules
{
    private const string Form4Rule = "16a-3(g)(1)";
    private const string Form5Rule = "16a-3(f)(1)";
    private const string Form3Rule = "16a-3(a), Form 3";
    private const string ForeignRule = "3a12-3(b)";

    /// <summary>The verdict on one row.</summary>
    public static RowTimeliness Of(LedgerRow row)
    {
        if (row.Report.Form == ReportForm.Form3)
            return OfForm3(row.Report, row.Standing.Reported);
        if (!row.IsTransaction)
            return OfHolding(row);
        if (row.Row.TransactionDate?.Value is not { } date)
            return Undetermined(row, Form4Rule, "The row has no transaction date.");
        if (row.Standing.Reported is null)
            return Undetermined(row, Form4Rule, "The original of this amendment is not known here, so it is not known when the row was first reported.");
        if (row.Standing.Reported.Filed.Date is not { } filed)
            return Undetermined(row, Form4Rule, "It is not known when the filing was made or signed.");
        if (date > filed)
            return Undetermined(row, Form4Rule, "The transaction date lies after the report.");
        if (OfForeignIssuer(row, date) is { } foreign)
            return foreign;
        return row.Report.Form == ReportForm.Form5 ? OfForm5(row, date) : OfForm4(row, date);
    }

    /// <summary>The verdict on a Form 3 as a whole: its period of report is the date of the event.</summary>
    public static RowTimeliness OfForm3(OwnershipReport report, FirstReport? reported)
    {
        if (reported is null)
            return new RowTimeliness(TimelinessVerdict.Undetermined, null, null, null, Form3Rule, "The original of this amendment is not known here.");
        if (report.PeriodOfReport is not { } @event || reported.Filed.Date is not { } filed)
            return new RowTimeliness(TimelinessVerdict.Undetermined, null, null, reported.Filed, Form3Rule, "The date of the event or of the filing is missing.");
        if (@event > filed)
            return new RowTimeliness(TimelinessVerdict.Undetermined, null, null, reported.Filed, Form3Rule, "The date of the event lies after the filing.");
        if (@event <= ForeignIssuer.InsidersReportSince && ForeignIssuer.BasisOf(report) is var basis and not ForeignIssuerBasis.None)
        {
            var due = DueDates.Form3OfForeignIssuer(@event);
            if (basis == ForeignIssuerBasis.Stated || filed <= due || filed > DueDates.Form3(@event))
                return Judge(due, null, reported.Filed, Form3Rule, "Directors and officers of a foreign private issuer filed Form 3 by 2026-03-18, when they became subject to Section 16(a).");
            return new RowTimeliness(TimelinessVerdict.Undetermined, null, null, reported.Filed, Form3Rule,
                "The form gives a foreign trading symbol: of a foreign private issuer, it was due on 2026-03-18; of another, ten days after the event.");
        }
        return Judge(
            DueDates.Form3(@event), null, reported.Filed, Form3Rule,
            "Form 3 is due ten days after the event (on the day itself when the issuer first registers a class, which the form does not say).");
    }

    /// <summary>The day by which what is late is found: the due date, and where there is none the period of its report or its filing date.</summary>
    public static DateOnly? DayOf(OwnershipReport report, RowTimeliness timeliness) => timeliness.DueOn ?? report.PeriodOfReport ?? report.Filed.Date;

    private static RowTimeliness OfHolding(LedgerRow row) => row.Row.TransactionFormType?.Value == "3"
        ? new RowTimeliness(
            TimelinessVerdict.LateByOwnAccount, null, null, row.Standing.Reported?.Filed, Form3Rule,
            "The row reports on Form 5 a holding that belonged on Form 3.")
        : new RowTimeliness(TimelinessVerdict.NotApplicable, null, null, row.Standing.Reported?.Filed, "", "A holding has no due date.");

    private static RowTimeliness OfForm4(LedgerRow row, DateOnly date)
    {
        var reported = row.Standing.Reported!.Filed;
        var typed5 = row.Row.TransactionFormType?.Value == "5";
        if (RequiredForms.IsForm5Item(row.Row, date, typed5))
            return new RowTimeliness(
                TimelinessVerdict.Early, null, null, reported, Form5Rule,
                "The transaction may wait for Form 5, due 45 days after the issuer's fiscal year, and was put on an earlier Form 4.");
        var due = DueDates.Form4(date);
        var reason = Form4Reason(date) + (typed5 ? " " + Mistyped(row.Row) : "");
        if (date < DueDates.TwoDayRuleSince || !MayBeDeferred(row))
            return Judge(due, null, reported, Form4Rule, reason);
        var latest = DueDates.Form4Deferred(date, null);
        if (row.Row.DeemedExecutionDate?.Value is { } notified && notified >= date)
            return Judge(
                DueDates.Form4Deferred(date, notified), latest, reported, row.Row.Code?.Value == "I" ? "16a-3(g)(3)" : "16a-3(g)(2)",
                "The two business days run from the deemed execution date, at the latest the third business day after the trade.");
        return reported.Date > due && reported.Date <= latest
            ? new RowTimeliness(
                TimelinessVerdict.MayBeTimely, due, latest, reported, row.Row.Code?.Value == "I" ? "16a-3(g)(3)" : "16a-3(g)(2)",
                "The insider did not choose the day, so the two business days run from the notice of the trade, which counts as received on the third business day after it at the latest; the form does not say when it came.")
            : Judge(due, latest, reported, Form4Rule, reason + " No deemed execution date is given, so no deferral is taken.");
    }

    private static RowTimeliness OfForm5(LedgerRow row, DateOnly date)
    {
        var reported = row.Standing.Reported!.Filed;
        var typed = row.Row.TransactionFormType?.Value;
        // A small acquisition waits for Form 5 only while Rule 16a-6 holds; a filer who types 4 says that it does not.
        var admitted = row.Row.Code?.Value == "L" && typed == "4";
        if (admitted || !RequiredForms.IsForm5Item(row.Row, date, typed != "4" && !(typed is null && row.Row.TimelinessCode?.Value == "L")))
            return Judge(
                DueDates.Form4(date), null, reported, Form4Rule,
                "The row reports on Form 5 a transaction that belonged on Form 4." + (typed == "5" ? " " + Mistyped(row.Row) : ""));
        if (row.Report.PeriodOfReport is not { } fiscalYearEnd)
            return row.Row.TimelinessCode?.Value == "L"
                ? new RowTimeliness(
                    TimelinessVerdict.LateByOwnAccount, null, null, reported, Form5Rule, "The row is marked late, and the fiscal year's end is missing.")
                : Undetermined(row, Form5Rule, "The end of the issuer's fiscal year is missing.");
        // A transaction of an earlier fiscal year was due with that year's Form 5.
        while (date <= fiscalYearEnd.AddYears(-1))
            fiscalYearEnd = fiscalYearEnd.AddYears(-1);
        return Judge(DueDates.Form5(fiscalYearEnd), null, reported, Form5Rule, "Form 5 is due 45 days after the end of the issuer's fiscal year.");
    }

    /// <summary>
    /// What a foreign private issuer's insiders did before they were subject to Section 16(a), and what its ten-percent holders do; null for everybody
    /// else. A foreign symbol alone leaves it open.
    /// </summary>
    private static RowTimeliness? OfForeignIssuer(LedgerRow row, DateOnly date)
    {
        var exempt = ForeignIssuer.AreExempt(row.Report.Owners);
        if (date >= ForeignIssuer.InsidersReportSince && !exempt)
            return null;
        var reported = row.Standing.Reported?.Filed;
        return ForeignIssuer.BasisOf(row.Report) switch
        {
            ForeignIssuerBasis.Stated => new RowTimeliness(TimelinessVerdict.NotApplicable, null, null, reported, ForeignRule, exempt
                ? "Holders of more than ten percent of a foreign private issuer who are no directors or officers have nothing to report."
                : "Before 2026-03-18, directors and officers of a foreign private issuer had nothing to report."),
            ForeignIssuerBasis.ForeignSymbol => new RowTimeliness(TimelinessVerdict.Undetermined, null, null, reported, ForeignRule,
                "The form gives a foreign trading symbol: of a foreign private issuer, nothing was due; of another, the ordinary rule holds."),
            _ => null,
        };
    }

    private static bool MayBeDeferred(LedgerRow row) =>
        row.Row.Code?.Value == "I" || PlanReading.Of(row.Report, row.Row).Plan == Plan.Yes;

    private static string Mistyped(ReportRow row) => $"The filer types it as an item of Form 5, which code {row.Code?.Value} is not.";

    private static string Form4Reason(DateOnly date) => date >= DueDates.TwoDayRuleSince
        ? "Form 4 is due by the end of the second business day after the transaction."
        : "Before 2002-08-29, Form 4 was due on the tenth day of the following month.";

    private static RowTimeliness Judge(DateOnly due, DateOnly? deferred, FilingDate reported, string rule, string reason)
    {
        var filed = reported.Date!.Value;
        if (reported.Basis == FilingDateBasis.Signed)
            reason += " The date of the signature stands in for the filing date.";
        if (!SecCalendar.Covers(due))
            reason += string.Create(CultureInfo.InvariantCulture, $" Holidays before {SecCalendar.FirstYear} and after {SecCalendar.LastYear} are not known.");
        return filed <= due
            ? new RowTimeliness(TimelinessVerdict.OnTime, due, deferred, reported, rule, reason)
            : new RowTimeliness(
                TimelinessVerdict.Late, due, deferred, reported, rule, reason,
                SecCalendar.BusinessDaysBetween(due, filed), filed.DayNumber - due.DayNumber);
    }

    private static RowTimeliness Undetermined(LedgerRow row, string rule, string reason) =>
        new(TimelinessVerdict.Undetermined, null, null, row.Standing.Reported?.Filed, rule, reason);
}
