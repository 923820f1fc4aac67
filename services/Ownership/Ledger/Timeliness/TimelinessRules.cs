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
        return row.Report.Form == ReportForm.Form5 ? OfForm5(row, date) : OfForm4(row, date);
    }

    /// <summary>The verdict on a Form 3 as a whole: its period of report is the date of the event.</summary>
    public static RowTimeliness OfForm3(OwnershipReport report, FirstReport? reported)
    {
        if (reported is null)
            return new RowTimeliness(TimelinessVerdict.Undetermined, null, null, null, Form3Rule, "The original of this amendment is not known here.");
        if (report.PeriodOfReport is not { } @event || reported.Filed.Date is not { } filed)
            return new RowTimeliness(TimelinessVerdict.Undetermined, null, null, reported.Filed, Form3Rule, "The date of the event or of the filing is missing.");
        return @event > filed
            ? new RowTimeliness(TimelinessVerdict.Undetermined, null, null, reported.Filed, Form3Rule, "The date of the event lies after the filing.")
            : Judge(
                DueDates.Form3(@event), null, reported.Filed, Form3Rule,
                "Form 3 is due ten days after the event (on the day itself when the issuer first registers a class, which the form does not say).");
    }

    private static RowTimeliness OfHolding(LedgerRow row) => row.Row.TransactionFormType?.Value == "3"
        ? new RowTimeliness(
            TimelinessVerdict.LateByOwnAccount, null, null, row.Standing.Reported?.Filed, Form3Rule,
            "The row reports on Form 5 a holding that belonged on Form 3.")
        : new RowTimeliness(TimelinessVerdict.NotApplicable, null, null, row.Standing.Reported?.Filed, "", "A holding has no due date.");

    private static RowTimeliness OfForm4(LedgerRow row, DateOnly date)
    {
        var reported = row.Standing.Reported!.Filed;
        if (row.Row.TransactionFormType?.Value == "5" || IsForm5Item(row.Row, date))
            return new RowTimeliness(
                TimelinessVerdict.Early, null, null, reported, Form5Rule,
                "The transaction may wait for Form 5, due 45 days after the issuer's fiscal year, and was put on an earlier Form 4.");
        var due = DueDates.Form4(date);
        if (date < DueDates.TwoDayRuleSince || !MayBeDeferred(row))
            return Judge(due, null, reported, Form4Rule, Form4Reason(date));
        var latest = DueDates.Form4Deferred(date, null);
        return row.Row.DeemedExecutionDate?.Value is { } notified && notified >= date
            ? Judge(
                DueDates.Form4Deferred(date, notified), latest, reported, row.Row.Code?.Value == "I" ? "16a-3(g)(3)" : "16a-3(g)(2)",
                "The two business days run from the deemed execution date, at the latest the third business day after the trade.")
            : Judge(due, latest, reported, Form4Rule, Form4Reason(date) + " No deemed execution date is given, so no deferral is taken.");
    }

    private static RowTimeliness OfForm5(LedgerRow row, DateOnly date)
    {
        var reported = row.Standing.Reported!.Filed;
        var belongedOnForm4 = row.Row.TransactionFormType?.Value == "4"
            || (row.Row.TransactionFormType?.Value is null && row.Row.TimelinessCode?.Value == "L" && !IsForm5Item(row.Row, date));
        if (belongedOnForm4)
            return Judge(DueDates.Form4(date), null, reported, Form4Rule, "The row reports on Form 5 a transaction that belonged on Form 4.");
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

    /// <summary>What is exempt or small enough to wait for Form 5: gifts received, gifts made before 2023-02-27, small acquisitions, wills, voting trusts.</summary>
    private static bool IsForm5Item(ReportRow row, DateOnly date) => row.Code?.Value switch
    {
        "G" => row.AcquiredDisposed?.Value == "A" || date < DueDates.GiftsOnForm4Since,
        "L" or "W" or "Z" => true,
        _ => false,
    };

    private static bool MayBeDeferred(LedgerRow row) =>
        row.Row.Code?.Value == "I" || PlanReading.Of(row.Report, row.Row).Plan == Plan.Yes;

    private static string Form4Reason(DateOnly date) => date >= DueDates.TwoDayRuleSince
        ? "Form 4 is due by the end of the second business day after the transaction."
        : "Before 2002-08-29, Form 4 was due on the tenth day of the following month.";

    private static RowTimeliness Judge(DateOnly due, DateOnly? deferred, FilingDate reported, string rule, string reason)
    {
        var filed = reported.Date!.Value;
        if (reported.Basis == FilingDateBasis.Signature)
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
