namespace Filingwire.Unit.Architecture;

/// <summary>Circles in a directed graph.</summary>
internal static class Cycles
{
    /// <summary>
    /// For each node that reaches itself, a shortest way round; each circle once, beginning with the node first in the alphabet.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Shortest(IEnumerable<(string From, string To)> arrows)
    {
        var next = arrows.Where(arrow => arrow.From != arrow.To).ToLookup(arrow => arrow.From, arrow => arrow.To, StringComparer.Ordinal);
        return [.. next.Select(node => WayRound(node.Key, next)).OfType<List<string>>().Select(Turned)
            .DistinctBy(way => string.Join('>', way))];
    }

    private static List<string>? WayRound(string start, ILookup<string, string> next)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([start]);
        while (waiting.TryDequeue(out var node))
        {
            foreach (var to in next[node].Order(StringComparer.Ordinal))
            {
                if (to == start)
                    return [.. Back(node)];
                if (cameFrom.TryAdd(to, node))
                    waiting.Enqueue(to);
            }
        }
        return null;

        IEnumerable<string> Back(string last)
        {
            var way = new List<string> { last };
            while (way[^1] != start)
                way.Add(cameFrom[way[^1]]);
            return way.AsEnumerable().Reverse();
        }
    }

    private static List<string> Turned(List<string> way)
    {
        var first = way.IndexOf(way.Min(StringComparer.Ordinal)!);
        return [.. way[first..], .. way[..first]];
    }
}
