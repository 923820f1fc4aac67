namespace Filingwire.Parsing;

/// <summary>Why bytes are no filing.</summary>
public enum RejectionReason
{
    /// <summary>No bytes, or white space only.</summary>
    Empty = 1,

    /// <summary>More bytes than are read.</summary>
    TooLarge,

    /// <summary>No text in it.</summary>
    Binary,

    /// <summary>Text, but of no known form.</summary>
    NotRecognised,
}

/// <summary>A filing, or the reason why there is none.</summary>
public sealed record ParseResult
{
    /// <summary>The filing; null when rejected.</summary>
    public ParsedFiling? Filing { get; private init; }

    /// <summary>The reason; null when parsed.</summary>
    public RejectionReason? Reason { get; private init; }

    /// <summary>The reason in one sentence; null when parsed.</summary>
    public string? Message { get; private init; }

    /// <summary>A filing was read.</summary>
    public static ParseResult Parsed(ParsedFiling filing) => new() { Filing = filing };

    /// <summary>There is no filing.</summary>
    public static ParseResult Rejected(RejectionReason reason, string message) => new() { Reason = reason, Message = message };
}
