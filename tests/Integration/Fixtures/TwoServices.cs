using System.Collections.Concurrent;
using Filingwire.Contracts.Events;
using Filingwire.Hosting;
using Filingwire.Messaging;
using Filingwire.Messaging.Bus;
using Filingwire.Messaging.Events;
using Filingwire.Messaging.Handling;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Integration.Fixtures;

/// <summary>What the writer of <see cref="TwoServices"/> keeps.</summary>
public sealed record Note(string Text, string Issuer);

/// <summary>What the reader of <see cref="TwoServices"/> keeps: how often it has folded each note, which must be once.</summary>
public sealed record Echo(string Issuer, int Folds);

/// <summary>A service that writes and one that follows it, real in every part, of which a test can have several replicas.</summary>
internal sealed class TwoServices : IAsyncDisposable
{
    public const string Writer = "writer";
    public const string Reader = "reader";
    private readonly List<ServiceHost> running = [];

    public static CollectionDefinition<Note> Notes { get; } = new CollectionDefinition<Note>("notes").Text("issuer", n => n.Issuer);

    public static CollectionDefinition<Echo> Echoes { get; } = new CollectionDefinition<Echo>("echoes").Text("issuer", e => e.Issuer);

    public LogWatch Log { get; } = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("filingwire-test-").FullName;

    public EmbeddedFabric? Fabric { get; init; } = new();

    public Uri? RabbitMq { get; init; }

    /// <summary>Distinguishes the queues of this test from those of others on the same broker.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Makes the reader's handler fail as a test wants.</summary>
    public Func<FilingParsed, Task> Obstacle { get; set; } = _ => Task.CompletedTask;

    public ConcurrentQueue<FilingParsed> Seen { get; } = [];

    public TimeSpan CatchUpEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Changes the parts of both services.</summary>
    public Action<IServiceCollection> Adjust { get; init; } = _ => { };

    /// <summary>Changes the options of both services.</summary>
    public Func<ServiceOptions, ServiceOptions> Options { get; init; } = o => o;

    /// <param name="at">Where it listens; null: anywhere.</param>
    public async Task<ServiceHost> StartWriterAsync(Uri? at = null)
    {
        var definition = new ServiceDefinition(Writer + Suffix, 0).Keep(Notes);
        return await StartAsync(definition, at is null ? new ServiceOptions() : new ServiceOptions { Listen = at });
    }

    /// <summary>Where the writer's store is.</summary>
    public string WriterStore => Path.Combine(Folder, Writer + Suffix + ".db");

    public async Task<ServiceHost> StartReaderAsync(Uri writer)
    {
        var definition = new ServiceDefinition(Reader + Suffix, 0).Keep(Echoes).Know(Writer, 0)
            .With(s => s.AddSingleton(this)).Consume<FilingParsed, EchoHandler>(Writer);
        return await StartAsync(definition, new ServiceOptions { Peers = new Dictionary<string, Uri> { [Writer] = writer } });
    }

    public async Task StopAsync(ServiceHost host)
    {
        running.Remove(host);
        await host.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Enumerable.Reverse(running).ToList())
            await host.DisposeAsync();
        Fabric?.Dispose();
        Directory.Delete(Folder, recursive: true);
        await Log.DisposeAsync();
    }

    /// <summary>The same event as the store keeps it.</summary>
    public static EventRecord Record(string id, string issuer) => EventJson.ToRecord(Event(id, issuer));

    public static FilingParsed Event(string note, string issuer) => new()
    {
        EventId = DeterministicId.Of("FilingParsed", note),
        OccurredAt = DateTimeOffset.UtcNow,
        Issuer = issuer,
        Filing = "filings/" + note,
        FormType = "4",
        Revision = "1",
        Generation = 1,
        Family = "ownership",
        ContentSha256 = new string('0', 64),
    };

    /// <summary>Saves notes with their events.</summary>
    public static async Task WriteAsync(ServiceHost writer, int from, int count, CancellationToken cancellation)
    {
        var changes = Enumerable.Range(from, count).Select(i => new Change<Note>(
            $"n{i}", 0, new Note($"note {i}", $"issuers/{i % 17}"), [Record($"n{i}", $"issuers/{i % 17}")])).ToList();
        await writer.Services.GetRequiredService<DocumentCollection<Note>>().SaveAllAsync(changes, cancellation);
    }

    /// <summary>The reader's projections by id.</summary>
    public static async Task<IReadOnlyDictionary<string, Echo>> EchoesAsync(ServiceHost reader, CancellationToken cancellation)
    {
        var echoes = new Dictionary<string, Echo>(StringComparer.Ordinal);
        for (var token = ""; ;)
        {
            var page = await reader.Services.GetRequiredService<DocumentCollection<Echo>>().QueryAsync(DocumentQuery.All.Page(1000, token), cancellation);
            foreach (var echo in page.Items)
                echoes.Add(echo.Id, echo.Value);
            if (page.NextPageToken.Length == 0)
                return echoes;
            token = page.NextPageToken;
        }
    }

    /// <summary>Waits until the reader has folded the notes 0 to count-1, each once.</summary>
    public static async Task ArriveAsync(ServiceHost reader, int count, CancellationToken cancellation)
    {
        var seen = 0;
        await Eventually.Holds(
            async () => (seen = (await EchoesAsync(reader, cancellation)).Count) >= count, TimeSpan.FromSeconds(90), () => $"{seen} of {count} arrived");
        var echoes = await EchoesAsync(reader, cancellation);
        Assert.Equal(Enumerable.Range(0, count).Select(i => $"filings/n{i}").Order(StringComparer.Ordinal), echoes.Keys.Order(StringComparer.Ordinal));
        Assert.All(echoes.Values, e => Assert.Equal(1, e.Folds));
    }

    /// <summary>Asserts that the writer's log has the events of the notes 0 to count-1, each once, without a gap.</summary>
    public static async Task AssertLogAsync(ServiceHost writer, int count, CancellationToken cancellation)
    {
        var log = writer.Services.GetRequiredService<IServiceStore>().Log;
        await Eventually.Holds(async () => (await log.StatusAsync(cancellation)).Last >= count, TimeSpan.FromSeconds(60));
        var entries = await log.ReadAsync(1, count + 10, cancellation);
        Assert.Equal(Enumerable.Range(1, count).Select(i => (long)i), entries.Select(e => e.Sequence));
        Assert.Equal(Enumerable.Range(0, count).Select(i => $"filings/n{i}").Order(StringComparer.Ordinal), entries.Select(e => e.Event.Cause).Order(StringComparer.Ordinal));
    }

    private async Task<ServiceHost> StartAsync(ServiceDefinition definition, ServiceOptions options)
    {
        var host = await ServiceHost.StartAsync(
            definition,
            Options(options with
            {
                Store = new StoreOptions { Data = Folder },
                Bus = new BusOptions { Fabric = RabbitMq is null ? Fabric : null, RabbitMq = RabbitMq },
                Following = new FollowingOptions { CatchUpEvery = CatchUpEvery },
            }),
            services =>
            {
                Log.Attach(services);
                Adjust(services);
            },
            TestContext.Current.CancellationToken);
        running.Add(host);
        return host;
    }

    internal sealed class EchoHandler(DocumentCollection<Echo> echoes, TwoServices test) : IEventHandler<FilingParsed>
    {
        public async Task HandleAsync(IReadOnlyList<FilingParsed> events, CancellationToken cancellation)
        {
            foreach (var e in events)
                await test.Obstacle(e);
            var known = await echoes.GetManyAsync([.. events.Select(e => e.Filing!)], cancellation);
            var changes = events.DistinctBy(e => e.Filing).Where(e => !known.ContainsKey(e.Filing!))
                .Select(e => new Change<Echo>(e.Filing!, 0, new Echo(e.Issuer!, 1), [])).ToList();
            foreach (var e in events)
                test.Seen.Enqueue(e);
            await echoes.SaveAllAsync(changes, cancellation);
        }
    }
}
