using Filingwire.Store.Sqlite;

namespace Filingwire.Store.Opening;

/// <summary>Which adapter keeps a service's store: MongoDB when an address is given, else a SQLite file.</summary>
public static class StoreOpening
{
    public static async Task<IServiceStore> OpenAsync(string service, StoreOptions options, CancellationToken cancellation) =>
        options.MongoDb is { } address
            ? await MongoOpening.OpenAsync(service, address, cancellation)
            : await SqliteStore.OpenAsync(Path.Combine(options.Data, service + ".db"), cancellation);
}
