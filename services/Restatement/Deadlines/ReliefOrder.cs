namespace Filingwire.Restatement.Deadlines;

/// <summary>Which filing has to say that the registrant relies on an order, for the order to hold.</summary>
public enum ReliefCondition
{
    /// <summary>A Form 8-K or 6-K by the due date (or the order's own day, if later). Form 12b-25 alone forfeits the order.</summary>
    CurrentReport,

    /// <summary>Any filing, at the latest the late report itself.</summary>
    AnyFiling,

    /// <summary>The Form 12b-25, filed within certain days.</summary>
    Notice,
}

/// <summary>
/// An order of the Commission that moved due dates for those who were kept from filing by an event. It turns on the cause that the filing states, not
/// on where the registrant is.
/// </summary>
/// <param name="Event">Stable code: "covid-19", "hurricane-harvey".</param>
/// <param name="Name">"COVID-19".</param>
/// <param name="Release">"Release 34-88465"; "Order of 2024-05-20" where the number is not known.</param>
/// <param name="Issued">The order's date.</param>
/// <param name="From">The first due date (as rolled) that it moves; for notices the first day of filing.</param>
/// <param name="To">The last one.</param>
/// <param name="NewDue">The day to which it moves them; null: see the next two.</param>
/// <param name="DaysAfterDue">Calendar days from the due date to the new one; 0: see <paramref name="NewDue"/>.</param>
/// <param name="ExtensionDays">Calendar days of the extension of Rule 12b-25 in place of the usual ones; 0: the usual ones.</param>
/// <param name="Condition">What the registrant has to have filed.</param>
/// <param name="NotBefore">The condition can be met until this day even where the due date came first; null: until the due date.</param>
/// <param name="Reports">The reports that it covers.</param>
/// <param name="Certainty">How sure the row is, in percent.</param>
/// <param name="Doubt">What is not confirmed; empty when all is.</param>
public sealed record ReliefOrder(
    string Event, string Name, string Release, DateOnly Issued, DateOnly From, DateOnly To, DateOnly? NewDue, int DaysAfterDue, int ExtensionDays,
    ReliefCondition Condition, DateOnly? NotBefore, IReadOnlyList<string> Reports, int Certainty, string Doubt = "")
{
    private static readonly string[] Periodic = ["10-K", "10-Q", "20-F", "11-K", "10-D"];

    /// <summary>All orders that moved due dates of periodic reports, oldest first. Those for funds under the 1940 Act are not here.</summary>
    public static IReadOnlyList<ReliefOrder> All { get; } =
    [
        Storm("katrina", "Release 34-52444", new(2005, 9, 15), new(2005, 8, 29), new(2005, 10, 14), new(2005, 10, 17), 75, "the new due date is not confirmed"),
        Storm("sandy", "Release 34-68224", new(2012, 11, 14), new(2012, 10, 29), new(2012, 11, 20), new(2012, 11, 21), 85, "the release's number is not confirmed"),
        Storm("harvey", "Release 34-81760", new(2017, 9, 28), new(2017, 8, 25), new(2017, 10, 6), new(2017, 10, 10), 98),
        Storm("irma", "Release 34-81760", new(2017, 9, 28), new(2017, 9, 6), new(2017, 10, 18), new(2017, 10, 19), 98),
        Storm("maria", "Release 34-81760", new(2017, 9, 28), new(2017, 9, 20), new(2017, 11, 1), new(2017, 11, 2), 98),
        Storm("florence", "Release 34-84210", new(2018, 9, 19), new(2018, 9, 14), new(2018, 10, 26), new(2018, 10, 29), 99),
        Storm("michael", "Release 34-84440", new(2018, 10, 16), new(2018, 10, 10), new(2018, 11, 21), new(2018, 11, 23), 99),
        // Release 34-88318 of 2020-03-04 reached to 2020-04-30 and was superseded.
        new("covid-19", "COVID-19", "Release 34-88465", new(2020, 3, 25), new(2020, 3, 1), new(2020, 7, 1), null, 45, 0, ReliefCondition.CurrentReport, new(2020, 3, 16), Periodic, 99),
        new("bf-borgers", "the suspension of BF Borgers", "Order of 2024-05-20", new(2024, 5, 20), new(2024, 5, 3), new(2024, 5, 16), null, 0, 30, ReliefCondition.Notice, null, ["10-Q"], 97,
            "the order's number is not known"),
    ];

    /// <summary>True when the order may reach a report with this due date.</summary>
    public bool Reaches(Deadline deadline) => Condition == ReliefCondition.Notice
        ? Reports.Contains(deadline.Report) && deadline.Due <= To && deadline.NoticeDue >= From
        : Reports.Contains(deadline.Report) && deadline.Due >= From && deadline.Due <= To;

    /// <summary>The dates under the order; the same where it does not reach. The new date counts as the due date for Form 12b-25, too.</summary>
    public Deadline Move(Deadline deadline) => !Reaches(deadline) ? deadline
        : ExtensionDays > 0 ? deadline.WithExtension(ExtensionDays)
        : deadline.DueOn(NewDue ?? deadline.Due.AddDays(DaysAfterDue));

    /// <summary>The last day for the filing that meets the condition, where it has one.</summary>
    public DateOnly LastDayToClaim(Deadline deadline) => NotBefore > deadline.Due ? NotBefore.Value : deadline.Due;

    private static ReliefOrder Storm(string name, string release, DateOnly issued, DateOnly from, DateOnly to, DateOnly newDue, int certainty, string doubt = "") => new(
        "hurricane-" + name, $"Hurricane {char.ToUpperInvariant(name[0])}{name[1..]}", release, issued, from, to, newDue, 0, 0, ReliefCondition.AnyFiling, null, Periodic, certainty, doubt);
}
