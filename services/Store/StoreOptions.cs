namespace Filingwire.Store;

/// <summary>Where a service keeps what it keeps, and for how long.</summary>
public sealed record StoreOptions
{
    /// <summary>The folder of the SQLite file and of backups.</summary>
    public string Data { get; init; } = "data";

    /// <summary>Connection string of the MongoDB servers (it may name several, so it is no URI); null for SQLite.</summary>
    public string? MongoDb { get; init; }

    /// <summary>How long the log keeps events; null for ever.</summary>
    public TimeSpan? LogRetention { get; init; }
}
