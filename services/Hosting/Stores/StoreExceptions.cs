namespace Filingwire.Hosting.Stores;

/// <summary>Somebody else has saved the document since it was read. Read again and repeat.</summary>
public sealed class VersionConflictException(string collection, string id)
    : Exception($"{collection}/{id} was changed by somebody else.");

/// <summary>The store cannot be reached or cannot take more (disk full). Nothing was saved; the caller may try again later.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The store's content is damaged. The message says what to do.</summary>
public sealed class StoreDamagedException(string message, Exception? inner = null) : Exception(message, inner);
