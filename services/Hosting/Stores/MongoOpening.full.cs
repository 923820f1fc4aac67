namespace Filingwire.Hosting.Stores;

/// <summary>Opens a service's database on a MongoDB server.</summary>
internal static class MongoOpening
{
    public static Task<IServiceStore> OpenAsync(string service, Uri address, CancellationToken cancellation) =>
        throw new OptionsException("The MongoDB adapter is not built yet.");
}
