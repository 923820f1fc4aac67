using Filingwire.Edgar.Feed;

namespace Filingwire.Edgar.Ledger;

/// <summary>
/// Who told of a submission, the less authoritative first: what a later member says of form and date goes before what an earlier one says.
/// </summary>
public enum Witness
{
    /// <summary>The submission came in through somebody else.</summary>
    Submitter,

    /// <summary>A day's archive.</summary>
    Archive,

    /// <summary>The feed of latest filings.</summary>
    Feed,

    /// <summary>The index of a day: what was published then.</summary>
    DailyIndex,

    /// <summary>The index of a quarter: what stands now, corrections included.</summary>
    FullIndex,
}

/// <summary>Where an acceptance time comes from, the less trustworthy first.</summary>
public enum AcceptanceSource
{
    /// <summary>The feed's entry.</summary>
    Feed,

    /// <summary>The submission's header.</summary>
    Header,
}

/// <summary>EDGAR's acceptance.</summary>
/// <param name="At">The instant.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Acceptance(DateTimeOffset At, AcceptanceSource Source);

/// <summary>A party of a submission.</summary>
/// <param name="Cik">Without leading zeros.</param>
/// <param name="Name">As EDGAR writes it.</param>
/// <param name="Role">What it is to the submission.</param>
public sealed record Party(string Cik, string Name, PartyRole Role);

/// <summary>What one witness said of a submission, how often ever it said the same.</summary>
/// <param name="Witness">Who.</param>
/// <param name="FormType">As written.</param>
/// <param name="FiledOn">EDGAR's filing date.</param>
/// <param name="FirstAt">When it was heard first.</param>
/// <param name="LastAt">When it was heard last.</param>
public sealed record Statement(Witness Witness, string FormType, DateOnly FiledOn, DateTimeOffset FirstAt, DateTimeOffset LastAt);

/// <summary>A submission as one look at one source shows it.</summary>
public sealed record Sighting
{
    /// <summary>Who told.</summary>
    public required Witness Witness { get; init; }

    /// <summary>When it was heard; for an index when the file was read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As written.</summary>
    public required string FormType { get; init; }

    /// <summary>EDGAR's filing date.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>EDGAR's acceptance where the source has it.</summary>
    public Acceptance? Acceptance { get; init; }

    /// <summary>The parties that this look shows; others may come.</summary>
    public required IReadOnlyList<Party> Parties { get; init; }

    /// <summary>Item codes where the source has them.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>About how large it is, in bytes.</summary>
    public long? Size { get; init; }
}

/// <summary>
/// The bytes of a submission as fetched once. Headers are corrected afterwards, documents never; other bytes are another version.
/// </summary>
public sealed record ContentVersion
{
    /// <summary>SHA-256, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When these bytes came from EDGAR first; null when they came in through somebody else.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>How many they are; null when they came in through somebody else.</summary>
    public long? Bytes { get; init; }

    /// <summary>
    /// The day in the first line of the submission: when EDGAR gave it out. Later than the filing date when it was held back.
    /// </summary>
    public DateOnly? ReleasedOn { get; init; }

    /// <summary>When Extraction had read them first.</summary>
    public DateTimeOffset? ExtractedAt { get; init; }

    /// <summary>When the event about them was published first.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Why Extraction refuses them for good; null when it does not.</summary>
    public string? Refusal { get; init; }
}

/// <summary>A look that did not find a submission where it should stand.</summary>
/// <param name="Witness">The index without its row; <see cref="Witness.Archive"/> for its own address in the archives.</param>
/// <param name="At">When.</param>
public sealed record Absence(Witness Witness, DateTimeOffset At);
