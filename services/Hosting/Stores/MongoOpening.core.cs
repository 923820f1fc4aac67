namespace Filingwire.Hosting.Stores;

/// <summary>The package set 'core' has no MongoDB driver.</summary>
internal static class MongoOpening
{
    public static Task<IServiceStore> OpenAsync(string service, string address, CancellationToken cancellation) =>
        throw new OptionsException("This build has no MongoDB driver. Build with PackageSet=full, or leave out the MongoDB address to use SQLite.");
}
