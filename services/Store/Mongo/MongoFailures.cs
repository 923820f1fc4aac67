using MongoDB.Driver;

namespace Filingwire.Store.Mongo;

/// <summary>Says the driver's failures in the words of the seam.</summary>
internal static class MongoFailures
{
    public static async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is MongoException or TimeoutException)
        {
            throw new StoreUnavailableException("MongoDB cannot do it now: " + e.Message, e);
        }
    }

    public static Task GuardAsync(Func<Task> work) => GuardAsync(async () =>
    {
        await work();
        return true;
    });
}
