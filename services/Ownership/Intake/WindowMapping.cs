using Filingwire.Contracts.Evidence;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Restatement.V1;

namespace Filingwire.Ownership.Intake;

/// <summary>What Restatement says about an issuer → windows. The only place that knows Restatement's messages.</summary>
internal static class WindowMapping
{
    /// <summary>
    /// Two windows of a case whose statements may not be relied on: from the first publication of wrong statements to the day before the disclosure,
    /// and from the disclosure until all is restated. What needed no restated statements opens none. Where no report is known that published them,
    /// the day after the period stands in: nobody can publish before.
    /// </summary>
    public static IEnumerable<RelianceWindow> ToWindows(this RestatementCase found)
    {
        var unreliable = found.Periods.Where(period => period.NonReliance || (!period.HasNonReliance && found.Magnitude == RestatementCase.Types.Magnitude.Reissuance)).ToList();
        if ((unreliable.Count == 0 && !found.PeriodsUnknown) || WireText.Date(found.OpenedOn) is not { } disclosed)
            yield break;
        var first = unreliable.Min(period => WireText.Date(period.FirstPublishedBy?.Date ?? "") ?? WireText.Date(period.PeriodEnd)?.AddDays(1));
        if (first is { } from && from < disclosed)
            yield return new RelianceWindow(found.Name, "affected-period", from, disclosed.AddDays(-1));
        yield return new RelianceWindow(found.Name, "non-reliance", disclosed, WireText.Date(found.ClosedOn));
    }

    /// <summary>From the day after the last day for timely filing until the day before the report was filed.</summary>
    public static RelianceWindow? ToWindow(this LateFiling found)
    {
        if (WireText.Date(found.TimelyUntil) is not { } until
            || found.State is not (LateFiling.Types.State.Lapsed or LateFiling.Types.State.CuredLate))
            return null;
        var filed = WireText.Date(found.Report?.Date ?? "");
        return filed <= until.AddDays(1) ? null : new RelianceWindow(found.Name, "late-filing", until.AddDays(1), filed?.AddDays(-1));
    }
}
