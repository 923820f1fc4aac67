using Filingwire.Events.V1;
using Filingwire.Extraction.V1;
using Filingwire.Integration.Fixtures;
using Filingwire.Ownership.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Filingwire.Integration.Faults;

/// <summary>The three services as processes, one or more replicas of each on one store, that a test may kill.</summary>
internal sealed class ThreeProcesses : IAsyncDisposable
{
    private static readonly string[] Names = ["Extraction", "Restatement", "Ownership"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("filingwire-faults-");
    private readonly Dictionary<string, List<ServiceProcess>> replicas = new(StringComparer.Ordinal);
    private readonly Dictionary<Uri, GrpcChannel> channels = [];

    public ThreeProcesses(Uri broker, int replicasOfEach, Action<Dictionary<string, string>>? adjust = null)
    {
        var addresses = Names.ToDictionary(n => n, _ => Enumerable.Range(0, replicasOfEach).Select(_ => ServiceProcess.FreeAddress()).ToList());
        foreach (var name in Names)
            replicas[name] = [.. addresses[name].Select((listen, replica) =>
            {
                var settings = Names.ToDictionary(n => n.ToUpperInvariant(), n => addresses[n][replica].ToString());
                settings["LISTEN"] = listen.ToString();
                settings["DATA"] = Path.Combine(folder.FullName, name);
                settings["RABBITMQ"] = broker.ToString();
                settings["CATCH_UP_SECONDS"] = "2";
                adjust?.Invoke(settings);
                return new ServiceProcess(name, settings);
            })];
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public IReadOnlyList<ServiceProcess> All => [.. replicas.Values.SelectMany(r => r)];

    public string Folder => folder.FullName;

    public IReadOnlyList<ServiceProcess> this[string name] => replicas[name];

    public async Task StartAsync()
    {
        foreach (var process in All)
            process.Start();
        foreach (var process in All)
            await process.IsReady();
    }

    public GrpcChannel To(ServiceProcess process)
    {
        lock (channels)
            return channels.TryGetValue(process.Address, out var open) ? open : channels[process.Address] = GrpcChannel.ForAddress(process.Address);
    }

    /// <summary>Submits a filing and repeats until it is acknowledged, as every importer does.</summary>
    public async Task SubmitAsync(int number, CancellationToken cancellation)
    {
        for (var attempt = number; ; attempt++)
        {
            var target = replicas["Extraction"][attempt % replicas["Extraction"].Count];
            try
            {
                await new ExtractionService.ExtractionServiceClient(To(target)).SubmitFilingAsync(
                    ManyForms4.Request(number), deadline: DateTime.UtcNow.AddSeconds(20), cancellationToken: cancellation);
                return;
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.DeadlineExceeded or StatusCode.Aborted or StatusCode.Cancelled)
            {
                cancellation.ThrowIfCancellationRequested();
                await Task.Delay(Random.Shared.Next(50, 300), cancellation);
            }
        }
    }

    /// <summary>Waits until nothing is under way and asserts that every filing counts exactly once everywhere.</summary>
    public async Task AssertNothingIsLostAsync(int count)
    {
        foreach (var process in All)
            await process.IsReady();
        await AssertLogAsync("Extraction", "FilingParsed", count);
        await AssertLogAsync("Ownership", "OwnershipReported", count);
        foreach (var follower in new[] { "Ownership", "Restatement" })
        {
            var client = new OperationsService.OperationsServiceClient(To(this[follower][0]));
            var following = await Eventually.BecomesAsync(
                async () => (await client.GetFollowingAsync(new GetFollowingRequest(), cancellationToken: Cancellation)).Followings.Single(f => f.Producer == "extraction"),
                f => f.HandledUpTo >= count && f.HandledUpTo == f.ProducerLast, Patience);
            Assert.Empty(following.PutAside);
        }
        var ownership = new OwnershipService.OwnershipServiceClient(To(this["Ownership"][0]));
        var rows = new List<string>();
        for (var issuer = 0; issuer < ManyForms4.Issuers; issuer++)
            rows.AddRange(await RowsAsync(ownership, $"issuers/{ManyForms4.IssuerCik(issuer)}"));
        // The fold over the input, worked out from how the input is made.
        Assert.Equal(
            Enumerable.Range(0, count).Select(i => $"transactions/{ManyForms4.Accession(i)}.1.1 {100 + i}").Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in channels.Values)
            channel.Dispose();
        foreach (var process in All)
            await process.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static async Task<IEnumerable<string>> RowsAsync(OwnershipService.OwnershipServiceClient client, string issuer)
    {
        var rows = new List<string>();
        for (var token = ""; ;)
        {
            var page = await client.ListTransactionsAsync(
                new ListTransactionsRequest { Issuer = issuer, PageSize = 1000, PageToken = token, IncludeSuperseded = true }, cancellationToken: Cancellation);
            rows.AddRange(page.Transactions.Select(t => $"{t.Name} {t.Shares.Value}"));
            if (page.NextPageToken.Length == 0)
                return rows;
            token = page.NextPageToken;
        }
    }

    private async Task AssertLogAsync(string service, string type, int count)
    {
        var log = new EventLogService.EventLogServiceClient(To(this[service][0]));
        List<Event> events = [];
        await Eventually.Holds(
            async () => (events = await HistoryAsync(log)).Count(e => e.Type == type) >= count, Patience, () => $"{service}: {events.Count(e => e.Type == type)} of {count} {type}");
        Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => e.Sequence));
        Assert.Equal(
            Enumerable.Range(0, count).Select(i => "filings/" + ManyForms4.Accession(i)),
            events.Where(e => e.Type == type).Select(e => e.Filing).Order(StringComparer.Ordinal));
    }

    private static async Task<List<Event>> HistoryAsync(EventLogService.EventLogServiceClient log)
    {
        using var call = log.WatchEvents(new WatchEventsRequest { FromSequence = 1, HistoryOnly = true }, cancellationToken: Cancellation);
        var events = new List<Event>();
        while (await call.ResponseStream.MoveNext(Cancellation))
            if (call.ResponseStream.Current.Event is { } e)
                events.Add(e);
        return events;
    }
}
