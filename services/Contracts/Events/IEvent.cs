namespace Filingwire.Contracts.Events;

/// <summary>
/// What every event carries. An event is a small immutable record, published as plain JSON with camel-case names on an
/// exchange of its own and kept in its service's log under the same id and sequence.
/// </summary>
public interface IEvent
{
    /// <summary>UUIDv5 of the natural key: a repeated publication is the same event.</summary>
    Guid EventId { get; }

    /// <summary>Position in the publishing service's log, from 1 without gaps; 0 until the log has taken it.</summary>
    long Sequence { get; init; }

    /// <summary>When the change was recorded.</summary>
    DateTimeOffset OccurredAt { get; }

    /// <summary>Version of the event's JSON schema, from 1; raised only when fields are added.</summary>
    int SchemaVersion { get; }

    /// <summary>The issuer concerned, <c>issuers/{key}</c>; null when unknown.</summary>
    string? Issuer { get; }

    /// <summary>The filing that caused it, <c>filings/{id}</c>; null when no filing did.</summary>
    string? Filing { get; }

    /// <summary>Submission type of that filing.</summary>
    string? FormType { get; }
}
