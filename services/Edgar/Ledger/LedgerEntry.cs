using System.Text.Json.Serialization;

namespace Filingwire.Edgar.Ledger;

/// <summary>How far a submission has come.</summary>
public enum AccessionState
{
    /// <summary>Known, to be fetched.</summary>
    Announced,

    /// <summary>Its bytes are here.</summary>
    Fetched,

    /// <summary>Extraction has read them.</summary>
    Extracted,

    /// <summary>Its event is out.</summary>
    Published,

    /// <summary>Not wanted, or refused for good; it stands here all the same, for timeliness and completeness.</summary>
    Skipped,

    /// <summary>EDGAR has it no more.</summary>
    Gone,
}

/// <summary>
/// Everything known of one submission. It grows only by joining: each fact is a minimum, a maximum or a member of a set, so the order in
/// which looks, fetches and events come, and how often, leaves no trace (<see cref="LedgerFold"/>).
/// </summary>
public sealed record LedgerEntry
{
    /// <summary>With dashes.</summary>
    public required string Accession { get; init; }

    /// <summary>When it was heard of first.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>By whom then.</summary>
    public required Witness FirstWitness { get; init; }

    /// <summary>What each witness said, every different saying once; sorted.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>Everybody named so far; sorted. A party without a role gives way to the same with one.</summary>
    public IReadOnlyList<Party> Parties { get; init; } = [];

    /// <summary>EDGAR's acceptance; null when no source has told it.</summary>
    public Acceptance? Acceptance { get; init; }

    /// <summary>Item codes; sorted.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>About how large it is, in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>The bytes that were had of it; sorted by hash.</summary>
    public IReadOnlyList<ContentVersion>? Versions { get; init; }

    /// <summary>Where it was missing, by witness the latest time; sorted.</summary>
    public IReadOnlyList<Absence>? Absences { get; init; }

    /// <summary>True when it is to be fetched by what is known of it now. Set by whoever saves, not joined.</summary>
    public bool Wanted { get; init; }

    /// <summary>
    /// What stands now: of the most authoritative witness the latest saying; null while only a reading of its bytes is known.
    /// </summary>
    [JsonIgnore]
    public Statement? Standing => Statements.Count == 0 ? null : Statements.MaxBy(s => (s.Witness, s.LastAt, s.FormType, s.FiledOn));

    /// <summary>Form type as it stands; empty while unknown.</summary>
    [JsonIgnore]
    public string FormType => Standing?.FormType ?? "";

    /// <summary>Filing date as it stands; null while unknown.</summary>
    [JsonIgnore]
    public DateOnly? FiledOn => Standing?.FiledOn;

    /// <summary>True when EDGAR has it no more: by the full index, or because its own address has nothing.</summary>
    [JsonIgnore]
    public bool IsGone => IsMissingFrom(Witness.FullIndex) || IsMissingFrom(Witness.Archive);

    /// <summary>The state.</summary>
    [JsonIgnore]
    public AccessionState State =>
        IsGone ? AccessionState.Gone
        : Versions is { Count: > 0 } versions ? Progress(versions)
        : Wanted ? AccessionState.Announced
        : AccessionState.Skipped;

    /// <summary>True when somebody found it absent after it was last there.</summary>
    private bool IsMissingFrom(Witness witness)
    {
        if (Absences?.FirstOrDefault(a => a.Witness == witness) is not { } absence)
            return false;
        var lastThere = witness == Witness.Archive
            ? Versions?.Max(v => v.FetchedAt)
            : Statements.Where(s => s.Witness == witness).Max(s => (DateTimeOffset?)s.LastAt);
        return lastThere is null || absence.At > lastThere;
    }

    // Bytes that wait go before bytes that are done: a corrected header is fetched though the first version was published long ago.
    private static AccessionState Progress(IReadOnlyList<ContentVersion> versions) =>
        versions.Any(v => v is { ExtractedAt: null, PublishedAt: null, Refusal: null }) ? AccessionState.Fetched
        : versions.Any(v => v is { PublishedAt: null, Refusal: null }) ? AccessionState.Extracted
        : versions.Any(v => v.PublishedAt is not null) ? AccessionState.Published
        : AccessionState.Skipped;
}
