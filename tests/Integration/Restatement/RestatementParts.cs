using Filingwire.Contracts.Events;
using Filingwire.Extraction.V1;
using Filingwire.Messaging.Events;
using Filingwire.Ownership.V1;
using Filingwire.Restatement.Api;
using Filingwire.Restatement.Intake;
using Filingwire.Restatement.Issuers;
using Filingwire.Restatement.Storage;
using Filingwire.Store;
using Filingwire.Store.Sqlite;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Collections = Filingwire.Restatement.Storage.Collections;

namespace Filingwire.Integration.Restatement;

/// <summary>The service's own parts on a real store, without bus and network; what the relay would publish can be read. Its clock is the test's.</summary>
internal sealed class RestatementParts : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("filingwire-restatement-").FullName;
    // Nobody listens there: Ownership is down and Extraction is not asked.
    private readonly GrpcChannel nowhere = GrpcChannel.ForAddress("http://127.0.0.1:1");

    public SteppedTime Time { get; } = new(new DateTimeOffset(2024, 8, 14, 16, 0, 0, TimeSpan.Zero));

    public IServiceStore Store { get; private set; } = null!;

    public DocumentCollection<IssuerDocument> Issuers { get; private set; } = null!;

    public IssuerStore Cases { get; private set; } = null!;

    public FilingIntake Intake { get; private set; } = null!;

    public RestatementGrpcService Service { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RestatementParts> OpenAsync()
    {
        var parts = new RestatementParts();
        parts.Store = await SqliteStore.OpenAsync(Path.Combine(parts.folder, "restatement.db"), Cancellation);
        await parts.Store.PrepareAsync([Collections.Issuers, Collections.LateFilings, Collections.Restatements], Cancellation);
        parts.Issuers = parts.Keep(Collections.Issuers);
        var rows = new CaseRows(parts.Keep(Collections.LateFilings), parts.Keep(Collections.Restatements));
        parts.Cases = new IssuerStore(parts.Issuers, rows, parts.Time);
        parts.Intake = new FilingIntake(new ExtractionService.ExtractionServiceClient(parts.nowhere), parts.Cases);
        parts.Service = new RestatementGrpcService(parts.Cases, rows, new InsidersInWindow(new OwnershipService.OwnershipServiceClient(parts.nowhere), TimeProvider.System), parts.Time);
        return parts;
    }

    /// <summary>A replica's sweep.</summary>
    public DeadlineSweep NewSweep() => new(Cases, Time, NullLogger<DeadlineSweep>.Instance);

    public Task TakeAsync(Filing filing, string? previousIssuer = null, string? replaces = null) => Intake.TakeAsync([new FilingIntake.Arrival(filing, previousIssuer, replaces)], Cancellation);

    /// <summary>The events in the log, in the order of their saves.</summary>
    public async Task<IReadOnlyList<IEvent>> EventsAsync() =>
        [.. (await Store.Log.ReadAsync(1, 100_000, Cancellation)).Select(entry => entry.Event)
            .Select(e => EventJson.Read(e.Json, typeof(IEvent).Assembly.GetType($"Filingwire.Contracts.Events.{e.Type}", throwOnError: true)!))];

    /// <inheritdoc cref="EventsAsync()"/>
    public async Task<IReadOnlyList<TEvent>> EventsAsync<TEvent>() => [.. (await EventsAsync()).OfType<TEvent>()];

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        nowhere.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private DocumentCollection<T> Keep<T>(CollectionDefinition<T> collection)
        where T : class => new(collection, Store.Documents, new RelaySignal());
}

/// <summary>A clock that moves when it is told to.</summary>
internal sealed class SteppedTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateTimeOffset later) => now = later;

    public void Advance(TimeSpan by) => now += by;
}
