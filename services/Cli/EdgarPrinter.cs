using System.Globalization;
using Filingwire.Edgar.V1;

namespace Filingwire.Cli;

/// <summary>What the EDGAR source answers, for people.</summary>
internal static class EdgarPrinter
{
    private const int DaysShown = 10;

    public static void Print(TextWriter output, GetLedgerStatusResponse status)
    {
        output.WriteLine(status.HasPausedUntil ? $"SHUT OUT by EDGAR until {status.PausedUntil}" : status.Active ? "following"
            : "not following; another replica may");
        output.WriteLine($"since {Or(status.HasFollowedSince, status.FollowedSince)}, "
            + $"feed known to {Or(status.HasReconciledTo, status.ReconciledTo)}, "
            + $"last closed day {Or(status.HasLastClosedDay, status.LastClosedDay)}");
        if (status.UnclosedDays.Count > 0)
            output.WriteLine($"NOT CLOSED: {string.Join(", ", status.UnclosedDays)}");
        Print(output, "acceptance to seen", status.Seen);
        Print(output, "seen to published", status.Published);
        output.WriteLine("waiting: " + string.Join(", ", status.Waiting.Select(InLane)));
        foreach (var day in status.Days.Take(DaysShown))
            Print(output, day);
        foreach (var quarter in status.Quarters)
            Print(output, quarter);
    }

    public static void Print(TextWriter output, Day day) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{day.Day_}  {(day.HasClosedAt ? "closed" : "open  ")}  {day.Accessions,6} submissions  {day.Misses,4} missed{Faults(day)}"));

    public static void Print(TextWriter output, QuarterStatus quarter)
    {
        var fill = quarter.Backfill is { } progress
            ? $"  ledger {progress.Done} of {progress.Total}{(progress.HasDoneAt ? "" : Left(progress))}" : "";
        var compared = quarter.HasComparedAt
            ? $"  compared {quarter.ComparedAt}: {quarter.Missing} missing, {quarter.Gone} gone, {quarter.Changed} changed" : "";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{quarter.Quarter}{fill}{compared}"));
    }

    public static void Print(TextWriter output, ListTimelinessResponse history)
    {
        if (history.FiscalYearEndMonth == 0)
        {
            output.WriteLine("no periodic report stands in the ledger");
            return;
        }
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"fiscal year to month {history.FiscalYearEndMonth} (fit {history.FiscalYearFit:P0}), late {history.LateShare:P0}, ")
            + string.Create(CultureInfo.InvariantCulture, $"{history.LateStreak} in a row, {history.NoticesInEight} notices in eight"));
        foreach (var one in history.Outcomes)
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Report,-5} {one.PeriodEnd}  due {one.EarliestDue} to {one.LatestDue}  {Or(one.HasFiledOn, one.FiledOn),-10}  {Judged(one)}"));
    }

    private static void Print(TextWriter output, string name, Lag? lag)
    {
        if (lag is not null)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: median {lag.MedianSeconds:F1} s, 95% {lag.P95Seconds:F1} s, 99% {lag.P99Seconds:F1} s of {lag.Count}"));
    }

    private static string InLane(Waiting lane) =>
        string.Create(CultureInfo.InvariantCulture, $"{lane.Lane} {lane.Count}{(lane.Count == 1000 ? "+" : "")}");

    private static string Faults(Day day) =>
        (day.Hole ? "  hole in the feed" : "") + (day.Unread > 0 ? string.Create(CultureInfo.InvariantCulture, $"  {day.Unread} lines unread") : "");

    private static string Judged(ReportOutcome one) =>
        one.Outcome + (one.HasDaysLate ? string.Create(CultureInfo.InvariantCulture, $", {one.DaysLate} days") : "")
            + (one.HasNoticeOn ? $", notice {one.NoticeOn}" : "");

    private static string Left(BackfillProgress progress)
    {
        if (!progress.HasStartedAt || progress.Done == 0 || !DateTimeOffset.TryParse(
            progress.StartedAt, CultureInfo.InvariantCulture, out var started))
            return ", waiting";
        var rate = progress.Done / Math.Max((TimeProvider.System.GetUtcNow() - started).TotalSeconds, 0.001);
        return string.Create(CultureInfo.InvariantCulture, $", {rate:F0} a second, {(progress.Total - progress.Done) / rate:F0} s left");
    }

    private static string Or(bool has, string text) => has ? text : "-";
}
