using Filingwire.Ownership.Ledger.Meanings;
using Filingwire.Sec.Calendar;

namespace Filingwire.Ownership.Ledger.Timeliness;

/// <summary>The due dates of Section 16 reports (17 CFR 240.16a-3), on the SEC's calendar.</summary>
public static class DueDates
{
    /// <summary>
    /// First day of the two-business-day rule (67 FR 56462). Before it, a transaction was due on the tenth day of the month after its month.
    /// </summary>
    public static readonly DateOnly TwoDayRuleSince = new(2002, 8, 29);

    /// <summary>First day on which dispositions by gift belong on Form 4 (87 FR 80362); before, they were items of Form 5.</summary>
    public static readonly DateOnly GiftsOnForm4Since = new(2023, 2, 27);

    /// <summary>Form 4: the end of the second business day after the execution, Rule 16a-3(g)(1).</summary>
    public static DateOnly Form4(DateOnly transaction)
    {
        if (transaction >= TwoDayRuleSince)
            return SecCalendar.AddBusinessDays(transaction, 2);
        var next = transaction.AddMonths(1);
        return SecCalendar.Roll(new DateOnly(next.Year, next.Month, 10));
    }

    /// <summary>
    /// Form 4 for a transaction whose date the insider did not choose (Rule 16a-3(g)(2) and (3)): two business days after the notice, which counts as
    /// received on the third business day after the trade at the latest.
    /// </summary>
    /// <param name="transaction">The trade.</param>
    /// <param name="notified">The date of the notice; null for the longest deferral possible.</param>
    public static DateOnly Form4Deferred(DateOnly transaction, DateOnly? notified)
    {
        var latest = SecCalendar.AddBusinessDays(transaction, 3);
        return SecCalendar.AddBusinessDays(notified is { } day && day < latest ? day : latest, 2);
    }

    /// <summary>Form 3 of those who were directors or officers of a foreign private issuer when these became subject to Section 16(a): on the day itself.</summary>
    public static DateOnly Form3OfForeignIssuer(DateOnly @event) =>
        @event <= ForeignIssuer.InsidersReportSince ? ForeignIssuer.InsidersReportSince : Form3(@event);

    /// <summary>Form 3: ten days after the event, Rule 16a-3(a) and Section 16(a)(2)(B).</summary>
    public static DateOnly Form3(DateOnly @event) => SecCalendar.Roll(@event.AddDays(10));

    /// <summary>Form 5: 45 days after the end of the issuer's fiscal year, Rule 16a-3(f)(1).</summary>
    public static DateOnly Form5(DateOnly fiscalYearEnd) => SecCalendar.Roll(fiscalYearEnd.AddDays(45));
}
