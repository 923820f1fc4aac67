using Filingwire.Extraction;
using Filingwire.Extraction.V1;
using Filingwire.Hosting;
using Filingwire.Integration.Fixtures;
using Filingwire.Messaging;
using Filingwire.Messaging.Bus;
using Filingwire.Ownership;
using Filingwire.Restatement;
using Filingwire.Restatement.V1;
using Filingwire.Store;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Filingwire.Integration.Restatement;

/// <summary>Extraction, Ownership and this service in one process, each on its own port and store.</summary>
public sealed class When_the_services_stand_together : IAsyncLifetime
{
    private const string Issuer = "issuers/n-cellectar-biosciences";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string folder = Directory.CreateTempSubdirectory("filingwire-together-").FullName;
    private readonly EmbeddedFabric fabric = new();
    private readonly LogWatch log = new();
    private readonly Dictionary<string, Uri> addresses = new(StringComparer.Ordinal)
    {
        ["extraction"] = ServiceProcess.FreeAddress(),
        ["restatement"] = ServiceProcess.FreeAddress(),
        ["ownership"] = ServiceProcess.FreeAddress(),
    };

    private readonly List<ServiceHost> running = [];
    private GrpcChannel channel = null!;
    private RestatementService.RestatementServiceClient client = null!;
    private ServiceHost extraction = null!;
    private ServiceHost restatement = null!;
    private ServiceHost ownership = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        extraction = await StartAsync(ExtractionDefinition.Create());
        restatement = await StartAsync(RestatementDefinition.Create());
        ownership = await StartAsync(OwnershipDefinition.Create());
        foreach (var host in running)
            await host.WaitUntilReadyAsync(Patience, Cancellation);
        channel = GrpcChannel.ForAddress(addresses["restatement"]);
        client = new RestatementService.RestatementServiceClient(channel);
        using var toExtraction = GrpcChannel.ForAddress(addresses["extraction"]);
        foreach (var seed in new[] { Seeds.Notice, Seeds.Form4 })
            await new Filingwire.Extraction.V1.ExtractionService.ExtractionServiceClient(toExtraction).SubmitFilingAsync(new SubmitFilingRequest { Content = ByteString.CopyFrom(seed) }, cancellationToken: Cancellation);
        await Eventually.Holds(async () => (await StatusAsync()).OpenCases.Count == 1, Patience);
    }

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        foreach (var host in Enumerable.Reverse(running).ToList())
            await host.DisposeAsync();
        fabric.Dispose();
        Directory.Delete(folder, recursive: true);
        await log.DisposeAsync();
    }

    [Fact]
    public async Task The_recovery_window_shows_what_insiders_were_awarded_and_without_Ownership_says_that_it_cannot()
    {
        var name = (await StatusAsync()).OpenCases[0].Name;
        // Both rows of the Form 4 are awards; of the three years to 2023-12-31 Rule 10D-1 reaches what was received from 2023-10-02 on.
        await Eventually.Holds(async () => (await WindowAsync(name)).Activity.Count == 1, Patience);
        var window = await WindowAsync(name);
        Assert.Equal(("2023-10-02", "2023-12-31", true), (window.Start, window.End, window.OwnershipAnswered));
        Assert.Equal(["2023-12-08 award"], window.Activity.Select(row => $"{row.TransactionDate} {row.Kind}"));

        await StopAsync(ownership);
        window = await WindowAsync(name);
        Assert.Equal(("2023-10-02", "2023-12-31", false, 0), (window.Start, window.End, window.OwnershipAnswered, window.Activity.Count));
        Assert.Contains(window.Reasons, reason => reason.Code == "ownership-unavailable");
    }

    [Fact]
    public async Task A_service_that_lost_its_store_rebuilds_it_from_the_log()
    {
        var before = await StatusAsync();
        // Ownership asks this service about its events and tries again while it is away.
        log.ExpectFrom("MassTransit");
        await StopAsync(restatement);
        foreach (var file in Directory.GetFiles(folder, "restatement*"))
            File.Delete(file);
        restatement = await StartAsync(RestatementDefinition.Create());
        await restatement.WaitUntilReadyAsync(Patience, Cancellation);
        await Eventually.Holds(async () => (await StatusAsync()).OpenCases.Count == 1, Patience);
        Assert.Equal(before, await StatusAsync());
    }

    [Fact]
    public async Task A_wrong_request_has_its_reason_on_the_wire()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await client.ComputeDeadlinesAsync(new ComputeDeadlinesRequest { ReportType = "8-K", PeriodEnd = "2024-06-30" }, cancellationToken: Cancellation));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains(refused.GetRpcStatus()!.Details, detail => detail.TypeUrl.EndsWith("google.rpc.ErrorInfo", StringComparison.Ordinal) && detail.Value.ToStringUtf8().Contains("REPORT_TYPE_UNKNOWN", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10-Q", "2024-06-30", FilerStatus.Unspecified, "2024-08-14", "2024-08-14", "2024-08-19")]
    [InlineData("10-K", "2023-12-31", FilerStatus.NonAccelerated, "", "2024-04-01", "2024-04-16")]
    public async Task Deadlines_are_computed_for_callers(string report, string period, FilerStatus status, string stated, string due, string deemed)
    {
        var request = new ComputeDeadlinesRequest { ReportType = report, PeriodEnd = period, FilerStatus = status };
        if (stated.Length > 0)
            request.StatedDueDate = stated;
        var supported = (await client.ComputeDeadlinesAsync(request, cancellationToken: Cancellation)).Deadlines.Supported;
        Assert.Equal((due, deemed), (supported.DueDate, supported.DeemedTimelyUntil));
    }

    private async Task<IssuerStatus> StatusAsync() =>
        (await client.GetIssuerStatusAsync(new GetIssuerStatusRequest { Issuer = Issuer, AsOf = "2024-08-20" }, cancellationToken: Cancellation)).Status;

    private async Task<RecoveryWindow> WindowAsync(string name) =>
        (await client.GetRestatementCaseAsync(new GetRestatementCaseRequest { Name = name }, cancellationToken: Cancellation)).RestatementCase.RecoveryWindow;

    private async Task<ServiceHost> StartAsync(ServiceDefinition definition)
    {
        var options = new ServiceOptions
        {
            Listen = addresses[definition.Name],
            Store = new StoreOptions { Data = folder },
            Bus = new BusOptions { Fabric = fabric },
            Following = new FollowingOptions { CatchUpEvery = TimeSpan.FromSeconds(1) },
            Peers = addresses,
        };
        var host = await ServiceHost.StartAsync(definition, options, log.Attach, Cancellation);
        running.Add(host);
        return host;
    }

    private async Task StopAsync(ServiceHost host)
    {
        running.Remove(host);
        await host.DisposeAsync();
    }
}
