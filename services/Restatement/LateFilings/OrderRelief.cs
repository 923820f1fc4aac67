using System.Collections.Immutable;
using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;

namespace Filingwire.Restatement.LateFilings;

/// <summary>Whether an order that moves due dates holds for a report.</summary>
public enum ReliefStanding
{
    /// <summary>A filing says that the registrant relies on it, and its condition is met.</summary>
    Claimed,

    /// <summary>It may hold: nothing received says so, or what the order asks for was not received.</summary>
    Possible,

    /// <summary>Form 12b-25 was filed without the Form 8-K that the order asks for.</summary>
    Forfeited,
}

/// <summary>An order held against a report.</summary>
/// <param name="Order">The order.</param>
/// <param name="Standing">Whether it holds.</param>
/// <param name="Evidence">Where reliance is said.</param>
/// <param name="Moved">The dates under it.</param>
public sealed record ReliefFinding(ReliefOrder Order, ReliefStanding Standing, IReadOnlyList<Cited> Evidence, DeadlineFinding Moved)
{
    /// <summary>In words.</summary>
    public IEnumerable<Ground> Grounds()
    {
        var rule = $"{Order.Release}; Exchange Act Section 36";
        var dates = Order.ExtensionDays > 0 ? $"the extension ends on {Moved.LatestDeemedTimely:yyyy-MM-dd}" : $"the report is due on {Moved.LatestDue:yyyy-MM-dd}";
        yield return Standing switch
        {
            ReliefStanding.Claimed => Ground.Of("order-relied-on", $"The registrant relies on the order about {Order.Name}: {dates}.", rule, Evidence),
            ReliefStanding.Forfeited => Ground.Of("order-forfeited", $"The report might have had the relief of the order about {Order.Name}, but Form 12b-25 was filed without the Form 8-K or 6-K that it asks for, as far as filings were received.", $"{rule}; Exchange Act Rules C&DI 135.12", Evidence),
            _ => Ground.Of("order-possible", $"The registrant may have relied on the order about {Order.Name}, by which {dates}; "
                + (Evidence.Count > 0 ? "it says so, but the Form 8-K or 6-K that the order asks for was not received in time." : "no filing received says so."), rule, Evidence),
        };
        if (Order.Doubt.Length > 0)
            yield return Ground.Of("order-not-confirmed", $"Of the order about {Order.Name} {Order.Doubt} (certainty {Order.Certainty} percent).", Order.Release);
    }
}

/// <summary>Finds the order that may have moved a report's dates.</summary>
internal sealed class OrderRelief(ImmutableArray<FilingFact> facts)
{
    /// <summary>The order and how it stands; null when none reaches the report, or the report was in time without one.</summary>
    public ReliefFinding? For(Matter matter, DeadlineFinding deadlines)
    {
        ReliefFinding? possible = null;
        foreach (var order in ReliefOrder.All)
        {
            if (!deadlines.Possible.Any(order.Reaches))
                continue;
            var moved = deadlines.Moved(order.Move);
            if (Standing(order, matter, deadlines) is not var (standing, evidence))
                continue;
            if (standing == ReliefStanding.Claimed)
                return new ReliefFinding(order, standing, evidence, moved);
            // Of several that may hold the one that says most, then the one that reaches furthest.
            if (possible is null || evidence.Count > possible.Evidence.Count || moved.LatestDue > possible.Moved.LatestDue)
                possible = new ReliefFinding(order, standing, evidence, moved);
        }
        return possible;
    }

    private (ReliefStanding Standing, IReadOnlyList<Cited> Evidence)? Standing(ReliefOrder order, Matter matter, DeadlineFinding deadlines)
    {
        var own = matter.Notices.Concat(matter.Reports).SelectMany(fact => Claims(order, fact)).ToList();
        switch (order.Condition)
        {
            case ReliefCondition.CurrentReport:
                var last = deadlines.Possible.Where(order.Reaches).Max(order.LastDayToClaim);
                var current = facts.Where(fact => fact is { Notice: null, Report: null } && fact.Date >= order.From.AddDays(-1) && fact.Date <= last).SelectMany(fact => Claims(order, fact)).ToList();
                return current.Count > 0 ? (ReliefStanding.Claimed, current)
                    : own.Count > 0 ? (ReliefStanding.Possible, own)
                    : matter.Notices.Count > 0 ? (ReliefStanding.Forfeited, [new Cited(matter.Notices[0], null)])
                    : (ReliefStanding.Possible, []);
            case ReliefCondition.Notice:
                var notices = matter.Notices.Where(notice => notice.Date >= order.From && notice.Date <= order.To).ToList();
                var claims = notices.SelectMany(notice => Claims(order, notice)).ToList();
                return claims.Count > 0 ? (ReliefStanding.Claimed, claims)
                    : notices.Exists(notice => notice.Notice!.Reasons.Any(reason => NoticeFact.OfTheAccountant.Contains(reason.Value))) ? (ReliefStanding.Possible, [])
                    : null;
            default:
                var said = own.Concat(facts.Where(fact => fact is { Notice: null, Report: null } && fact.Date >= order.From && fact.Date <= order.NewDue).SelectMany(fact => Claims(order, fact))).ToList();
                return said.Count > 0 ? (ReliefStanding.Claimed, said) : (ReliefStanding.Possible, []);
        }
    }

    private static IEnumerable<Cited> Claims(ReliefOrder order, FilingFact fact) =>
        fact.Reliance.Where(reliance => reliance.Event == order.Event).Select(reliance => new Cited(fact, reliance.Source));
}
