using System.Globalization;
using Filingwire.Ownership.V1;
using Filingwire.Restatement.V1;
using Spectre.Console;

namespace Filingwire.Cli;

/// <summary>Says in words and tables what the services know of an issuer. Shows only what they answered; it knows nothing itself.</summary>
internal sealed class IssuerReport(IAnsiConsole console)
{
    private const int SentenceLimit = 220;

    /// <summary>What Restatement says.</summary>
    public void Print(IssuerStatus status)
    {
        console.MarkupLineInterpolated($"[bold]{status.IssuerName}[/] ({status.Issuer}) as of {status.AsOf}");
        foreach (var reason in status.Reasons)
            console.MarkupLineInterpolated($"  • {Short(reason.Text)}");
        if (status.Outstanding.Count > 0)
            Show(LateFilings(status.Outstanding));
        if (status.NonReliance.Count > 0)
            Show(NonReliance(status.NonReliance));
        foreach (var restatement in status.OpenCases)
            Print(restatement);
    }

    /// <summary>What Ownership says.</summary>
    public void Print(IEnumerable<Transaction> transactions, IEnumerable<Position> positions, IEnumerable<VestingSchedule> vesting)
    {
        Show(Transactions(transactions));
        Show(Positions(positions));
        foreach (var schedule in vesting)
            Print(schedule);
    }

    private void Print(RestatementCase restatement)
    {
        console.MarkupLineInterpolated($"[bold]Restatement case[/] {restatement.Name}: {Word(restatement.State)}, {Word(restatement.Magnitude)}, opened {Or(restatement.HasOpenedOn, restatement.OpenedOn)}, area {string.Join(", ", restatement.Areas.Select(Word))}");
        foreach (var expected in restatement.ExpectedFilings)
            console.MarkupLineInterpolated($"  not received yet: {expected.FormType} {(expected.HasDate ? $"of {expected.Date}" : "")}, mentioned by {expected.MentionedBy?.FormType}");
        foreach (var check in restatement.CrossChecks)
            console.MarkupLineInterpolated($"  check: {Short(check.Reason?.Text ?? "")}");
    }

    private void Print(VestingSchedule schedule)
    {
        console.MarkupLineInterpolated($"[bold]Vesting[/] of {schedule.SecurityTitle}, {Or(schedule.HasShares, schedule.Shares)} units ({schedule.FootnoteId}): {Word(schedule.State)}; {schedule.Tranches.Count} tranches{(schedule.HasVested ? $", {schedule.Vested} vested" : "")}");
        foreach (var tranche in Ends(schedule.Tranches))
            console.MarkupLineInterpolated($"  {tranche?.Date ?? "…"}  {tranche?.Fraction ?? ""}  {(tranche is { HasShares: true } ? tranche.Shares : "")}");
    }

    private static Rows LateFilings(IEnumerable<LateFiling> late)
    {
        var table = new Rows("Late reports", "report", "period", "state", "due", "deemed timely until", "expects to miss it", "days late");
        foreach (var filing in late)
        {
            var deadline = filing.Deadlines?.Supported;
            table.Add(Text(filing.HasReportType, filing.ReportType), Text(filing.HasPeriodEnd, filing.PeriodEnd), (Word(filing.State)),
                deadline?.DueDate ?? "?", deadline is { HasDeemedTimelyUntil: true } ? deadline.DeemedTimelyUntil : "?",
                filing.HasExpectsToMissExtension ? filing.ExpectsToMissExtension ? "yes" : "no" : "not said", filing.HasDaysLate ? Number(filing.DaysLate) : "–");
        }
        return table;
    }

    private static Rows NonReliance(IEnumerable<NonReliancePeriod> periods)
    {
        var table = new Rows("Not to be relied on", "period end", "kind", "report", "since");
        foreach (var period in periods)
            table.Add(period.PeriodEnd, (Word(period.Kind)), Text(period.HasReportType, period.ReportType), Text(period.HasSince, period.Since));
        return table;
    }

    private static Rows Transactions(IEnumerable<Transaction> transactions)
    {
        var table = new Rows("Insiders' transactions", "person", "security", "date", "code", "shares", "price", "due", "reported", "timeliness");
        foreach (var row in transactions)
        {
            var timeliness = row.Timeliness;
            var verdict = timeliness is null ? "?" : timeliness.HasBusinessDaysLate ? $"{Number(timeliness.BusinessDaysLate)} business days late" : Word(timeliness.Verdict);
            table.Add((string.Join(", ", row.ReportingPersons.Select(person => person.Name))), (row.SecurityTitle?.Value ?? "?"), row.TransactionDate?.Value ?? "?",
                ($"{row.TransactionCode?.Value ?? "?"}{(row.AcquiredDisposedCode is { } direction ? $" ({direction.Value})" : "")}"), row.Shares?.Value ?? "?", row.PricePerShare?.Value ?? "?",
                timeliness is { HasDueOn: true } ? timeliness.DueOn : "?",
                timeliness?.ReportedOn is { HasDate: true } reported ? $"{reported.Date} ({Word(reported.Basis)})" : "?", verdict);
        }
        return table;
    }

    private static Rows Positions(IEnumerable<Position> positions)
    {
        var table = new Rows("Positions", "person", "security", "held", "as of");
        foreach (var position in positions)
            table.Add((string.Join(", ", position.Owners.Select(owner => owner.Name))), (position.SecurityTitle),
                position.HasShares ? position.Shares : position.HasValue ? $"$ {position.Value}" : "?", Text(position.HasAsOf, position.AsOf));
        return table;
    }

    private void Show(Rows rows)
    {
        if (!rows.IsEmpty)
            console.Write(rows.For(console.Profile.Width));
    }

    private static IEnumerable<VestingTranche?> Ends(IReadOnlyList<VestingTranche> tranches) =>
        tranches.Count <= 4 ? [.. tranches] : [tranches[0], tranches[1], null, tranches[^1]];

    private static string Word<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));
    }

    private static string Text(bool has, string value) => has ? (value) : "?";

    private static string Or(bool has, string value) => has ? value : "?";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length <= SentenceLimit ? text : text[..SentenceLimit] + "…";
}
