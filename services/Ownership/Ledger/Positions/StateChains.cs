namespace Filingwire.Ownership.Ledger.Positions;

/// <summary>
/// Links the states of one account, which is an owner at an issuer: each is the last word on its lot until the next one's day. The outcome depends on the set
/// of states only, so they may come in any order and any number of times.
/// </summary>
public static class StateChains
{
    /// <summary>The same states, each with the day on which it ends.</summary>
    /// <param name="states">Every state of the account that had not ended before <paramref name="since"/>, and those that are new.</param>
    /// <param name="since">The first day about which something is new; null when everything is given and grants have to be told apart anew.</param>
    public static IReadOnlyList<PlacedState> Link(IEnumerable<PlacedState> states, DateOnly? since)
    {
        var all = states.ToList();
        if (since is null)
            all = WithGrants(all);
        var linked = new List<PlacedState>(all.Count);
        foreach (var lot in all.GroupBy(placed => placed.State.Lot))
        {
            var chain = lot.ToList();
            chain.Sort(Compare);
            for (var i = 0; i < chain.Count; i++)
            {
                // What ended before has its successor before, too, and that may not be among the given.
                if (chain[i].State.Until is { } ended && ended < since)
                    linked.Add(chain[i]);
                else
                    linked.Add(chain[i] with { State = chain[i].State with { Until = i + 1 < chain.Count ? chain[i + 1].State.From : null } });
            }
        }
        return linked;
    }

    /// <summary>The states of one filing, as if there were no other.</summary>
    public static IReadOnlyList<HeldState> Alone(IReadOnlyList<HeldState> states) =>
        states is [var only] ? [only] : [.. Link(states.Select(state => new PlacedState("", "", state)), null).Select(placed => placed.State).OrderBy(state => state.Table).ThenBy(state => state.Ordinal)];

    /// <summary>An award belongs to the grant of its date as soon as a footnote of some filing names that.</summary>
    private static List<PlacedState> WithGrants(List<PlacedState> states)
    {
        var named = states.Where(placed => placed.State.NamesGrant).Select(placed => (Class(placed.State.Lot), placed.State.Grant)).ToHashSet();
        return states.ConvertAll(placed => placed.State is { Grant: { } date, NamesGrant: false } award
            ? placed with { State = award with { Lot = Lot.KeyOfGrant(award.Lot, named.Contains((Class(award.Lot), date)) ? date : null) } }
            : placed);
    }

    private static string Class(string lot) => lot.Split(Lot.KeySeparator)[1];

    private static int Compare(PlacedState left, PlacedState right)
    {
        var order = left.State.From.CompareTo(right.State.From);
        if (order == 0)
            order = string.CompareOrdinal(left.Order, right.Order);
        if (order == 0)
            order = left.State.Table.CompareTo(right.State.Table);
        return order != 0 ? order : left.State.Ordinal.CompareTo(right.State.Ordinal);
    }
}
