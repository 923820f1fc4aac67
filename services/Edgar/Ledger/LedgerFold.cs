using Filingwire.Edgar.Feed;

namespace Filingwire.Edgar.Ledger;

/// <summary>Joins what is learnt of a submission to what is known. Every method is idempotent, and their order leaves no trace.</summary>
public static class LedgerFold
{
    /// <summary>A look at a source.</summary>
    public static LedgerEntry See(LedgerEntry? known, string accession, Sighting sighting)
    {
        known ??= Unknown(accession, sighting.At, sighting.Witness);
        var isEarlier = (sighting.At, sighting.Witness).CompareTo((known.FirstSeen, known.FirstWitness)) < 0;
        return known with
        {
            FirstSeen = isEarlier ? sighting.At : known.FirstSeen,
            FirstWitness = isEarlier ? sighting.Witness : known.FirstWitness,
            Statements = Join(known.Statements, sighting),
            Parties = Join(known.Parties, sighting.Parties),
            Acceptance = Better(known.Acceptance, sighting.Acceptance),
            Items = Join(known.Items, sighting.Items),
            Size = Most(known.Size, sighting.Size),
        };
    }

    /// <summary>
    /// False when a look tells nothing that is not known, but for having been taken later. Joining it would be right and useless; a poll of
    /// the feed shows a hundred such entries.
    /// </summary>
    public static bool Tells(LedgerEntry known, Sighting sighting) =>
        known.IsGone
        || sighting.At < known.FirstSeen
        || !known.Statements.Any(s => s.Witness == sighting.Witness && s.FormType == sighting.FormType && s.FiledOn == sighting.FiledOn)
        || !ReferenceEquals(Join(known.Parties, sighting.Parties), known.Parties)
        || Better(known.Acceptance, sighting.Acceptance) != known.Acceptance
        || !ReferenceEquals(Join(known.Items, sighting.Items), known.Items)
        || Most(known.Size, sighting.Size) != known.Size;

    /// <summary>Bytes were had, read, published or refused: what is set in <paramref name="version"/> is joined.</summary>
    /// <param name="known">Null when the submission came in through somebody else and nothing was heard of it before.</param>
    /// <param name="accession">With dashes.</param>
    /// <param name="version">What is known of the bytes.</param>
    /// <param name="at">When it was learnt.</param>
    public static LedgerEntry Have(LedgerEntry? known, string accession, ContentVersion version, DateTimeOffset at)
    {
        known ??= Unknown(accession, at, Witness.Submitter);
        var versions = known.Versions ?? [];
        var same = versions.FirstOrDefault(v => v.Sha256 == version.Sha256);
        var isEarlier = (at, Witness.Submitter).CompareTo((known.FirstSeen, known.FirstWitness)) < 0;
        return known with
        {
            FirstSeen = isEarlier ? at : known.FirstSeen,
            FirstWitness = isEarlier ? Witness.Submitter : known.FirstWitness,
            Versions = [.. versions.Where(v => v != same).Append(same is null ? version : Join(same, version)).OrderBy(
                v => v.Sha256, StringComparer.Ordinal)],
        };
    }

    /// <summary>A look did not find it.</summary>
    public static LedgerEntry Miss(LedgerEntry known, Absence absence)
    {
        var before = known.Absences ?? [];
        var same = before.FirstOrDefault(a => a.Witness == absence.Witness);
        return same?.At >= absence.At
            ? known
            : known with { Absences = [.. before.Where(a => a != same).Append(absence).OrderBy(a => a.Witness)] };
    }

    private static LedgerEntry Unknown(string accession, DateTimeOffset at, Witness witness) =>
        new() { Accession = accession, FirstSeen = at, FirstWitness = witness };

    private static IReadOnlyList<Statement> Join(IReadOnlyList<Statement> known, Sighting s)
    {
        for (var i = 0; i < known.Count; i++)
        {
            var same = known[i];
            if (same.Witness != s.Witness || same.FormType != s.FormType || same.FiledOn != s.FiledOn)
                continue;
            if (s.At >= same.FirstAt && s.At <= same.LastAt)
                return known;
            var changed = known.ToArray();
            changed[i] = same with { FirstAt = Earlier(same.FirstAt, s.At), LastAt = s.At > same.LastAt ? s.At : same.LastAt };
            return changed;
        }
        var said = new Statement(s.Witness, s.FormType, s.FiledOn, s.At, s.At);
        return known.Count == 0
            ? [said]
            : [.. known.Append(said).OrderBy(one => one.Witness).ThenBy(one => one.FiledOn).ThenBy(
                one => one.FormType, StringComparer.Ordinal)];
    }

    private static IReadOnlyList<Party> Join(IReadOnlyList<Party> known, IReadOnlyList<Party> seen)
    {
        if (seen.All(known.Contains))
            return known;
        Party[] joined = [.. known.Concat(seen)
            .GroupBy(p => p.Cik, StringComparer.Ordinal)
            .SelectMany(OfOneParty)
            .OrderBy(p => p.Cik.Length).ThenBy(p => p.Cik, StringComparer.Ordinal).ThenBy(p => p.Role)];
        return joined.AsSpan().SequenceEqual(known.ToArray()) ? known : joined;
    }

    // Two names of one role (a trust and its series, a rename) come to one, the same whoever is heard first.
    private static IEnumerable<Party> OfOneParty(IGrouping<string, Party> party)
    {
        var roles = party.GroupBy(p => p.Role).Select(role => role.MinBy(p => p.Name, StringComparer.Ordinal)!).ToList();
        return roles.Count > 1 ? roles.Where(p => p.Role != PartyRole.Unknown) : roles;
    }

    private static Acceptance? Better(Acceptance? one, Acceptance? other) =>
        one is null ? other
        : other is null ? one
        : (one.Source, other.At).CompareTo((other.Source, one.At)) >= 0 ? one : other;

    private static IReadOnlyList<string>? Join(IReadOnlyList<string>? known, IReadOnlyList<string> seen) =>
        seen.Count == 0 ? known
        : known is not null && seen.All(known.Contains) ? known
        : [.. (known ?? []).Union(seen).Order(StringComparer.Ordinal)];

    private static ContentVersion Join(ContentVersion one, ContentVersion other) => one with
    {
        FetchedAt = Earlier(one.FetchedAt, other.FetchedAt),
        Bytes = Most(one.Bytes, other.Bytes),
        ReleasedOn = one.ReleasedOn is null || other.ReleasedOn > one.ReleasedOn ? other.ReleasedOn : one.ReleasedOn,
        ExtractedAt = Earlier(one.ExtractedAt, other.ExtractedAt),
        PublishedAt = Earlier(one.PublishedAt, other.PublishedAt),
        Refusal = string.CompareOrdinal(one.Refusal, other.Refusal) >= 0 ? one.Refusal : other.Refusal,
    };

    private static long? Most(long? one, long? other) => one is null || other > one ? other : one;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => other < one ? other : one;
}
