using Filingwire.Sec.Identifiers;

namespace Filingwire.Edgar.Feed;

/// <summary>
/// What a party is to a filing. Issuer and subject are whom it is about, reporting and filed-by who files; a filer is both.
/// </summary>
public enum PartyRole
{
    /// <summary>Not told: an index names parties without roles.</summary>
    Unknown,

    /// <summary>Files about itself.</summary>
    Filer,

    /// <summary>The issuer of an ownership report.</summary>
    Issuer,

    /// <summary>The owner of an ownership report.</summary>
    Reporting,

    /// <summary>The company a schedule or a Form 144 is about.</summary>
    Subject,

    /// <summary>Who files a schedule.</summary>
    FiledBy,

    /// <summary>A role of another name: depositor, securitizer, issuing entity.</summary>
    Other,
}

/// <summary>One entry of the feed of latest filings: one party of one filing, so a filing has several, not always side by side.</summary>
public sealed record FeedEntry
{
    /// <summary>The filing.</summary>
    public required AccessionNumber Accession { get; init; }

    /// <summary>As written in the category, "8-K/A". The title's may be cut off.</summary>
    public required string FormType { get; init; }

    /// <summary>The party.</summary>
    public required Cik Cik { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is to the filing.</summary>
    public required PartyRole Role { get; init; }

    /// <summary>EDGAR's filing date: it need not be the day of acceptance, nor follow from it.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>EDGAR's acceptance.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>Item codes, of an 8-K "4.02", of a Form D "06B", in order.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>About how large the submission is, in bytes; null when not told.</summary>
    public long? Size { get; init; }
}
