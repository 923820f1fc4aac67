using System.Text;
using Filingwire.Events.V1;
using Filingwire.Extraction;
using Filingwire.Extraction.V1;
using Filingwire.Hosting;
using Filingwire.Integration.Fixtures;
using Filingwire.Store;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Filingwire.Integration.EndToEnd;

/// <summary>Over the wire: a clear status with a stable reason, one FilingRejected, and a service that goes on.</summary>
public sealed class When_a_submission_is_no_filing : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("filingwire-refusals-");
    private ServiceHost host = null!;
    private GrpcChannel channel = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ExtractionService.ExtractionServiceClient Client => new(channel);

    public async ValueTask InitializeAsync()
    {
        host = await ServiceHost.StartAsync(ExtractionDefinition.Create(), new ServiceOptions { Store = new StoreOptions { Data = folder.FullName } }, cancellation: Cancellation);
        channel = GrpcChannel.ForAddress(host.Address);
    }

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await host.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public Task An_empty_one_is_invalid() => IsRefused([], StatusCode.InvalidArgument, "FILING_EMPTY");

    [Fact]
    public Task A_binary_one_is_invalid() => IsRefused([0x50, 0x4b, 3, 4, 0, 0, 0, 8], StatusCode.InvalidArgument, "FILING_BINARY");

    [Fact]
    public Task A_letter_is_invalid() => IsRefused(Encoding.UTF8.GetBytes("Dear Sirs, please find enclosed our brochure."), StatusCode.InvalidArgument, "FILING_NOT_RECOGNISED");

    [Fact]
    public Task A_filing_cut_off_before_it_says_what_it_is_is_invalid() => IsRefused(Seeds.Form4[..40], StatusCode.InvalidArgument, "FILING_NOT_RECOGNISED");

    [Fact]
    public async Task A_filing_cut_off_later_is_read_as_far_as_it_goes()
    {
        var filing = (await Client.SubmitFilingAsync(new SubmitFilingRequest { Content = ByteString.CopyFrom(Seeds.Form4[..2400]) }, cancellationToken: Cancellation)).Filing;
        Assert.Equal("4", filing.FormType.Value);
        Assert.Equal("12/08/2023", Assert.Single(filing.Ownership.NonDerivativeRows).TransactionDate.Evidence.AsWritten);
        Assert.Empty(filing.Ownership.DerivativeRows);
    }

    [Fact]
    public async Task Fifty_megabytes_exhaust_the_limit_and_leave_the_service_working()
    {
        using var call = Client.UploadFiling(cancellationToken: Cancellation);
        var chunk = ByteString.CopyFrom(Encoding.ASCII.GetBytes(new string('x', 1024 * 1024)));
        for (var i = 0; i < 50; i++)
            await call.RequestStream.WriteAsync(new UploadFilingRequest { Chunk = chunk }, Cancellation);
        await call.RequestStream.CompleteAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call.ResponseAsync);
        Assert.Equal((StatusCode.ResourceExhausted, "FILING_TOO_LARGE"), (refused.StatusCode, Reason(refused)));
        await IsAnnounced("FILING_TOO_LARGE");

        var filing = (await Client.SubmitFilingAsync(new SubmitFilingRequest { Content = ByteString.CopyFrom(Seeds.Form4) }, cancellationToken: Cancellation)).Filing;
        Assert.Equal("4", filing.FormType.Value);
    }

    [Fact]
    public async Task A_name_that_is_none_and_a_filing_that_is_not_there_are_told_apart()
    {
        var malformed = await Assert.ThrowsAsync<RpcException>(async () => await Client.GetFilingAsync(new GetFilingRequest { Name = "filings/12" }, cancellationToken: Cancellation));
        Assert.Equal((StatusCode.InvalidArgument, "FILING_NAME_MALFORMED"), (malformed.StatusCode, Reason(malformed)));
        var absent = await Assert.ThrowsAsync<RpcException>(
            async () => await Client.GetFilingAsync(new GetFilingRequest { Name = "filings/0001127602-25-001055" }, cancellationToken: Cancellation));
        Assert.Equal((StatusCode.NotFound, "FILING_NOT_FOUND"), (absent.StatusCode, Reason(absent)));
    }

    private async Task IsRefused(byte[] content, StatusCode status, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(
            async () => await Client.SubmitFilingAsync(new SubmitFilingRequest { Content = ByteString.CopyFrom(content) }, cancellationToken: Cancellation));
        Assert.Equal((status, reason), (refused.StatusCode, Reason(refused)));
        await IsAnnounced(reason);
    }

    private async Task IsAnnounced(string reason)
    {
        using var call = new EventLogService.EventLogServiceClient(channel).WatchEvents(new WatchEventsRequest { FromSequence = 1 }, cancellationToken: Cancellation);
        await foreach (var response in call.ResponseStream.ReadAllAsync(Cancellation).WithCancellation(Cancellation))
            if (response.Event is { Type: "FilingRejected" } rejected)
            {
                Assert.Contains($"\"reason\":\"{reason}\"", rejected.Json, StringComparison.Ordinal);
                return;
            }
        Assert.Fail("The log ended without FilingRejected.");
    }

    private static string? Reason(RpcException failure) =>
        failure.GetRpcStatus()?.Details.Select(detail => detail.TryUnpack<Google.Rpc.ErrorInfo>(out var info) ? Filingwire.Hosting.Errors.ErrorReason.Of(info) : null).FirstOrDefault(found => found is not null);
}
