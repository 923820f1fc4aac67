using System.Collections.Immutable;

namespace Filingwire.Restatement.Facts;

/// <summary>
/// The facts known of an issuer: a set by filing in which the highest generation wins, so that order and repetition of arrival leave no
/// trace. A filing that was moved to another issuer or replaced under another name leaves the generation up to which it is forgotten.
/// </summary>
/// <param name="Facts">In <see cref="Order"/>.</param>
/// <param name="Forgotten">Generation up to which a filing is forgotten here, by name.</param>
public sealed record FactSet(ImmutableArray<FilingFact> Facts, ImmutableDictionary<string, int> Forgotten)
{
    /// <summary>Nothing known.</summary>
    public static readonly FactSet Empty = new([], ImmutableDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>Filings in time, those without a date last, ties by name: the one order in which everything here is folded.</summary>
    public static readonly Comparer<FilingFact> Order = Comparer<FilingFact>.Create((a, b) =>
    {
        var byDate = (a.Date ?? DateOnly.MaxValue).CompareTo(b.Date ?? DateOnly.MaxValue);
        return byDate != 0 ? byDate : string.CompareOrdinal(a.Filing, b.Filing);
    });

    /// <summary>The set with the fact in it; the same instance when that changes nothing.</summary>
    public FactSet With(FilingFact fact)
    {
        if (Forgotten.GetValueOrDefault(fact.Filing) >= fact.Generation)
            return this;
        var known = IndexOf(fact.Filing);
        if (known >= 0 && Facts[known].Generation >= fact.Generation)
            return this;
        var others = known >= 0 ? Facts.RemoveAt(known) : Facts;
        var at = others.BinarySearch(fact, Order);
        return this with { Facts = others.Insert(at < 0 ? ~at : at, fact) };
    }

    /// <summary>The set without the filing up to a generation; the same instance when that changes nothing.</summary>
    public FactSet Without(string filing, int upToGeneration)
    {
        if (Forgotten.GetValueOrDefault(filing) >= upToGeneration)
            return this;
        var known = IndexOf(filing);
        return new FactSet(
            known >= 0 && Facts[known].Generation <= upToGeneration ? Facts.RemoveAt(known) : Facts,
            Forgotten.SetItem(filing, upToGeneration));
    }

    /// <summary>The filings dated on or before the day; those without a date count always.</summary>
    public ImmutableArray<FilingFact> Until(DateOnly day) => Facts.RemoveAll(fact => fact.Date > day);

    private int IndexOf(string filing)
    {
        for (var i = 0; i < Facts.Length; i++)
            if (Facts[i].Filing == filing)
                return i;
        return -1;
    }
}
