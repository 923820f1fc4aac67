namespace Filingwire.Store.Opening;

/// <summary>The package set 'core' has no MongoDB driver.</summary>
internal static class MongoOpening
{
    public static Task<IServiceStore> OpenAsync(string service, string address, CancellationToken cancellation) =>
        throw new StoreSettingsException("This build has no MongoDB driver. Build with PackageSet=full, or leave out the MongoDB address to use SQLite.");
}
