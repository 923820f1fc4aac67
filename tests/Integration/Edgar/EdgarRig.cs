using System.Globalization;
using Filingwire.Edgar.Clocks;
using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.Selection;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Edgar.V1;
using Filingwire.Edgar;
using Filingwire.Extraction;
using Filingwire.Hosting;
using Filingwire.Integration.Fixtures;
using Filingwire.Messaging.Bus;
using Filingwire.Messaging;
using Filingwire.Store;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Integration.Edgar;

/// <summary>
/// A stand-in for EDGAR, Extraction, and any number of replicas of the EDGAR source on one clock that runs faster than the machine's.
/// </summary>
internal sealed class EdgarRig : IAsyncDisposable
{
    private readonly EmbeddedFabric fabric = new();
    private readonly List<ServiceHost> sources = [];
    private readonly List<GrpcChannel> channels = [];
    private ServiceHost? extraction;

    private readonly int factor;

    private EdgarRig(FakeEdgar edgar, RehearsalTime time, int factor) => (Edgar, Time, this.factor) = (edgar, time, factor);

    public FakeEdgar Edgar { get; }

    public RehearsalTime Time { get; }

    public LogWatch Log { get; } = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("filingwire-edgar-").FullName;

    public string Forms { get; init; } = FormSelection.Default;

    public int RequestsPerSecond { get; init; } = 5;

    public TimeSpan PollEvery { get; init; } = TimeSpan.FromMinutes(1);

    public ServiceHost Extraction => extraction!;

    public IReadOnlyList<ServiceHost> Sources => sources;

    public static async Task<EdgarRig> StartAsync(
        IEnumerable<FakeFiling> filings, DateTimeOffset start, int factor, string forms = FormSelection.Default, int perSecond = 5,
            TimeSpan? pollEvery = null)
    {
        var time = new RehearsalTime(start, factor, TimeProvider.System.GetUtcNow());
        var rig = new EdgarRig(await FakeEdgar.StartAsync(filings, time), time, factor)
        {
            Forms = forms,
            RequestsPerSecond = perSecond,
            PollEvery = pollEvery ?? TimeSpan.FromMinutes(1),
        };
        rig.extraction = await ServiceHost.StartAsync(
            ExtractionDefinition.Create(),
                new ServiceOptions { Store = new StoreOptions { Data = rig.Folder }, Bus = new BusOptions { Fabric = rig.fabric } },
                    rig.Log.Attach, TestContext.Current.CancellationToken);
        return rig;
    }

    /// <summary>Settings of a replica in a process of its own.</summary>
    public Dictionary<string, string> Settings(Uri listen) => new()
    {
        ["LISTEN"] = listen.AbsoluteUri,
        ["DATA"] = Folder,
        ["EXTRACTION"] = extraction!.Address.AbsoluteUri,
        ["EDGAR_USER_AGENT"] = "Filingwire Tests tests@filingwire.example",
        ["EDGAR_ADDRESS"] = Edgar.Address.AbsoluteUri,
        ["EDGAR_POLL_SECONDS"] = ((int)PollEvery.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        ["EDGAR_FORMS"] = Forms,
        ["EDGAR_REHEARSAL"] = Time.ToString(),
        ["CATCH_UP_SECONDS"] = "1",
    };

    /// <summary>Starts a replica in this process.</summary>
    public async Task<ServiceHost> StartSourceAsync()
    {
        Assert.Null(FormSelection.Read(Forms, "", out var forms));
        var options = new EdgarOptions
        {
            UserAgent = "Filingwire Tests tests@filingwire.example",
            BaseAddress = Edgar.Address,
            RequestsPerSecond = RequestsPerSecond,
            PollEvery = PollEvery,
            Forms = forms,
            Time = Time,
        };
        var host = await ServiceHost.StartAsync(
            EdgarDefinition.Create(() => options),
            new ServiceOptions
            {
                Store = new StoreOptions { Data = Folder },
                Bus = new BusOptions { Fabric = fabric },
                Following = new FollowingOptions { CatchUpEvery = TimeSpan.FromSeconds(1) },
                Peers = new Dictionary<string, Uri> { ["extraction"] = extraction!.Address },
            },
            Log.Attach,
            TestContext.Current.CancellationToken);
        sources.Add(host);
        return host;
    }

    public async Task StopSourceAsync(ServiceHost source)
    {
        sources.Remove(source);
        await source.DisposeAsync();
    }

    public EdgarService.EdgarServiceClient Client(Uri address)
    {
        var channel = GrpcChannel.ForAddress(address);
        channels.Add(channel);
        return new EdgarService.EdgarServiceClient(channel);
    }

    /// <summary>Waits until the rehearsal's clock shows an Eastern time.</summary>
    public async Task WaitUntilAsync(DateOnly day, TimeOnly time)
    {
        var rest = (EasternClock.Instant(day, time) - Time.GetUtcNow()) / factor;
        await Eventually.Holds(() => Time.GetUtcNow() >= EasternClock.Instant(day, time), rest + TimeSpan.FromSeconds(30), () =>
            Time.ToString());
    }

    /// <summary>The events that Extraction has published, by accession number.</summary>
    public async Task<ILookup<string, LogEntry>> PublishedAsync()
    {
        var log = extraction!.Services.GetRequiredService<IServiceStore>().Log;
        var entries = new List<LogEntry>();
        while (await log.ReadAsync((entries.Count == 0 ? 0 : entries[^1].Sequence) + 1, 1000,
            TestContext.Current.CancellationToken) is { Count: > 0 } some)
            entries.AddRange(some);
        return entries.Where(entry => entry.Event.Type == "FilingParsed").ToLookup(entry => entry.Event.Cause!["filings/".Length..]);
    }

    /// <summary>The ledger of a replica.</summary>
    public static async Task<IReadOnlyDictionary<string, Filingwire.Edgar.Ledger.LedgerEntry>> LedgerAsync(ServiceHost source)
    {
        var ledger = source.Services.GetRequiredService<DocumentCollection<LedgerDocument>>();
        var entries = new Dictionary<string, Filingwire.Edgar.Ledger.LedgerEntry>(StringComparer.Ordinal);
        for (var token = ""; ;)
        {
            var page = await ledger.QueryAsync(DocumentQuery.All.Page(1000, token), TestContext.Current.CancellationToken);
            foreach (var item in page.Items)
                entries.Add(item.Id, item.Value.Entry);
            token = page.NextPageToken;
            if (token.Length == 0)
                return entries;
        }
    }

    /// <summary>Waits until nothing wanted is on its way any more.</summary>
    public static Task SettleAsync(ServiceHost source, TimeSpan patience)
    {
        var open = "";
        return Eventually.Holds(
            async () =>
            {
                var waiting = (await LedgerAsync(source)).Values.Where(entry =>
                    entry.State is AccessionState.Announced or AccessionState.Fetched or AccessionState.Extracted).ToList();
                open = $"{waiting.Count} on their way, first {waiting.FirstOrDefault()?.Accession} {waiting.FirstOrDefault()?.State}";
                return waiting.Count == 0;
            },
            patience,
            () => open);
    }

    /// <summary>Waits until so many days are closed.</summary>
    public Task WaitUntilClosedAsync(ServiceHost source, int days)
    {
        var client = Client(source.Address);
        return Eventually.Holds(
            async () => (await client.GetLedgerStatusAsync(new GetLedgerStatusRequest(),
                cancellationToken: TestContext.Current.CancellationToken)).Days.Count(day => day.HasClosedAt) >= days,
            TimeSpan.FromSeconds(60),
            () => client.GetLedgerStatus(new GetLedgerStatusRequest()).ToString());
    }

    /// <summary>The ledger is the index of each day, everything wanted was published once and nothing else.</summary>
    public async Task AssertClosedAsync(ServiceHost source, IReadOnlyList<DateOnly> days, int mostMisses)
    {
        var ledger = await LedgerAsync(source);
        var published = await PublishedAsync();
        var status = await Client(source.Address).GetLedgerStatusAsync(
            new GetLedgerStatusRequest(), cancellationToken: TestContext.Current.CancellationToken);
        foreach (var day in days)
        {
            var index = Edgar.OfDay(day);
            Assert.True(index.Count > 200, $"{day} has only {index.Count} filings.");
            Assert.DoesNotContain(index, accession => !ledger.ContainsKey(accession));
            var closed = Assert.Single(status.Days, one => one.Day_ == day.ToString("O", CultureInfo.InvariantCulture));
            Assert.True(closed.HasClosedAt);
            Assert.Equal(index.Count, closed.Accessions);
            Assert.InRange(closed.Misses, 0, mostMisses);
        }
        Assert.All(ledger.Values, entry => Assert.Equal(entry.Wanted ? AccessionState.Published : AccessionState.Skipped, entry.State));
        Assert.All(ledger.Values, entry => Assert.Equal(entry.Wanted ? 1 : 0, published[entry.Accession].Count()));
        Assert.True(ledger.Values.Count(entry => entry.Wanted) > 200);
        Assert.All(
            ledger.Values.Where(entry => entry.Acceptance?.Source == AcceptanceSource.Feed),
            entry => Assert.Equal(Edgar[entry.Accession].AcceptedAt, entry.Acceptance!.At));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in channels)
            channel.Dispose();
        foreach (var source in sources)
            await source.DisposeAsync();
        if (extraction is not null)
            await extraction.DisposeAsync();
        await Edgar.DisposeAsync();
        fabric.Dispose();
        Directory.Delete(Folder, recursive: true);
        await Log.DisposeAsync();
    }
}
