namespace Filingwire.Messaging.Handling;

/// <summary>
/// Sequences, kept as ranges: what a consumer has handled of a log. While nothing is missing it is one range, however long the
/// log. A value: adding gives a new set, and the order of additions and unions does not matter.
/// </summary>
public sealed class SequenceSet
{
    private readonly List<Range> ranges;

    private SequenceSet(List<Range> ranges) => this.ranges = ranges;

    /// <summary>Sequences from first to last, both included.</summary>
    public readonly record struct Range(long First, long Last);

    /// <summary>No sequence.</summary>
    public static SequenceSet Empty { get; } = new([]);

    /// <summary>The ranges, ascending; no two touch.</summary>
    public IReadOnlyList<Range> Ranges => ranges;

    /// <summary>The highest sequence up to which nothing is missing; 0 when 1 is missing.</summary>
    public long Contiguous => ranges.Count > 0 && ranges[0].First == 1 ? ranges[0].Last : 0;

    /// <summary>The highest sequence; 0 when empty.</summary>
    public long Highest => ranges.Count > 0 ? ranges[^1].Last : 0;

    /// <summary>The set of these ranges.</summary>
    public static SequenceSet Of(IEnumerable<Range> ranges)
    {
        var merged = new List<Range>();
        foreach (var range in ranges.Where(r => r.First <= r.Last).OrderBy(r => r.First))
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
                merged[^1] = merged[^1] with { Last = Math.Max(merged[^1].Last, range.Last) };
            else
                merged.Add(range);
        }
        return new SequenceSet(merged);
    }

    /// <summary>True when the sequence is in the set.</summary>
    public bool Contains(long sequence)
    {
        var at = IndexAtOrBefore(sequence);
        return at >= 0 && sequence <= ranges[at].Last;
    }

    /// <summary>The set with these sequences too.</summary>
    public SequenceSet Union(SequenceSet other) => Of(ranges.Concat(other.ranges));

    /// <summary>The set with this range too.</summary>
    public SequenceSet Add(long first, long last)
    {
        if (first > last)
            return this;
        var at = IndexAtOrBefore(first);
        if (at >= 0 && last <= ranges[at].Last)
            return this;
        // The usual case: the next sequence.
        if (at == ranges.Count - 1)
        {
            var next = new List<Range>(ranges);
            if (at >= 0 && first <= next[at].Last + 1)
                next[at] = next[at] with { Last = last };
            else
                next.Add(new Range(first, last));
            return new SequenceSet(next);
        }
        return Of(ranges.Append(new Range(first, last)));
    }

    /// <summary>The sequences from 1 to <paramref name="last"/> that are missing.</summary>
    public IReadOnlyList<Range> Gaps(long last)
    {
        var gaps = new List<Range>();
        var expected = 1L;
        foreach (var range in ranges)
        {
            if (range.First > last)
                break;
            if (range.First > expected)
                gaps.Add(new Range(expected, range.First - 1));
            expected = range.Last + 1;
        }
        if (expected <= last)
            gaps.Add(new Range(expected, last));
        return gaps;
    }

    private int IndexAtOrBefore(long sequence)
    {
        var (low, high) = (0, ranges.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].First <= sequence)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return high;
    }
}
