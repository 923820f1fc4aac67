namespace Filingwire.Store;

/// <summary>Somebody else has saved the document since it was read. Read again and repeat.</summary>
public sealed class VersionConflictException(string collection, string id, int attempts = 1)
    : Exception($"{collection}/{id} was changed by somebody else{(attempts > 1 ? $" in each of {attempts} attempts" : "")}.");

/// <summary>The store cannot be reached or cannot take more (disk full). Nothing was saved; the caller may try again later.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The store cannot be opened as it is configured. The message says what to change.</summary>
public sealed class StoreSettingsException(string message) : Exception(message);

/// <summary>A query that is wrong whatever the store holds.</summary>
/// <param name="reason">Stable and machine-readable, such as PAGE_TOKEN_MALFORMED.</param>
/// <param name="part">The part of the query, in snake case: page_size, page_token.</param>
/// <param name="message">One English sentence.</param>
public sealed class QueryException(string reason, string part, string message) : Exception(message)
{
    /// <summary>Stable and machine-readable.</summary>
    public string Reason => reason;

    /// <summary>The part of the query that is wrong.</summary>
    public string Part => part;
}

/// <summary>The store's content is damaged. The message says what to do.</summary>
public sealed class StoreDamagedException(string message, Exception? inner = null) : Exception(message, inner);
