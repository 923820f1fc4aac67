using Filingwire.Contracts.Events;
using Filingwire.Extraction.Intake;
using Filingwire.Extraction.Readings;
using Filingwire.Hosting;
using Filingwire.Hosting.Security;
using Filingwire.Messaging.Events;
using Filingwire.Ownership;
using Filingwire.Ownership.Intake;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Storage;
using Filingwire.Store;
using Filingwire.Store.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Collections = Filingwire.Ownership.Storage.Collections;
using StatedFacts = Filingwire.Extraction.V1.StatedFacts;

namespace Filingwire.Integration.Ownership;

/// <summary>The service's own parts on a real store, without bus and network; what the relay would publish can be read.</summary>
internal sealed class OwnershipParts : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("filingwire-ownership-").FullName;
    private ServiceProvider services = null!;

    public IServiceStore Store { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<OwnershipParts> OpenAsync()
    {
        var parts = new OwnershipParts();
        parts.Store = await SqliteStore.OpenAsync(Path.Combine(parts.folder, "ownership.db"), Cancellation);
        await parts.Store.PrepareAsync(Collections.All, Cancellation);
        var registered = new ServiceCollection().AddSingleton(parts.Store).AddSingleton<RelaySignal>().AddSingleton(TimeProvider.System)
            .AddSingleton(new AccessOptions()).AddLogging();
        OwnershipDefinition.AddParts(registered);
        Add(registered, Collections.Reports);
        Add(registered, Collections.States);
        Add(registered, Collections.Swings);
        Add(registered, Collections.Lateness);
        Add(registered, Collections.Windows);
        Add(registered, Collections.Forgotten);
        parts.services = registered.BuildServiceProvider();
        return parts;

        void Add<T>(IServiceCollection to, CollectionDefinition<T> collection)
            where T : class => to.AddSingleton(new DocumentCollection<T>(collection, parts.Store.Documents, new RelaySignal()));
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task TakeInAsync(params IReadOnlyList<OwnershipReport> facts) => Get<ReportIntake>().TakeInAsync(facts, Cancellation);

    /// <summary>The events of a type in the log, in the order of their saves.</summary>
    public async Task<IReadOnlyList<TEvent>> EventsAsync<TEvent>()
        where TEvent : class, IEvent =>
        [.. (await Store.Log.ReadAsync(1, 100_000, Cancellation)).Where(e => e.Event.Type == typeof(TEvent).Name)
            .Select(e => (TEvent)EventJson.Read(e.Event.Json, typeof(TEvent)))];

    /// <summary>The fact that a filing's bytes give.</summary>
    public static OwnershipReport Report(byte[] bytes, StatedFacts? stated = null)
    {
        var filing = FilingIntake.Identify(bytes, stated).ToProto();
        filing.Generation = Math.Max(1, filing.Generation);
        return filing.ToReport(out var refusal) ?? throw new InvalidOperationException(refusal);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
