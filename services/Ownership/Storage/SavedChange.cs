using Filingwire.Store;

namespace Filingwire.Ownership.Storage;

/// <summary>What a change leaves behind.</summary>
internal static class SavedChange
{
    /// <summary>The document as it is kept once the change is saved.</summary>
    public static Versioned<T> Saved<T>(this Change<T> change) => new(change.Id, change.ExpectedVersion + 1, change.Value);
}
