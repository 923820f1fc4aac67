using Filingwire.Store.Mongo;

namespace Filingwire.Store.Opening;

/// <summary>Opens a service's database on a MongoDB server.</summary>
internal static class MongoOpening
{
    public static async Task<IServiceStore> OpenAsync(string service, string address, CancellationToken cancellation) =>
        await MongoStore.OpenAsync(service, address, cancellation);
}
