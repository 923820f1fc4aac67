using Filingwire.Contracts.Filings;
using Filingwire.Extraction;
using Filingwire.Extraction.Api;
using Filingwire.Extraction.Storage;
using Filingwire.Extraction.V1;
using Filingwire.Hosting;
using Filingwire.Hosting.Errors;
using Filingwire.Integration.Fixtures;
using Filingwire.Store;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Integration.Extraction;

public sealed class When_filings_are_fetched : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("filingwire-fetch-");
    private readonly List<string> names = [];
    private ServiceHost host = null!;
    private GrpcChannel channel = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ExtractionService.ExtractionServiceClient Client => new(channel);

    public async ValueTask InitializeAsync()
    {
        host = await ServiceHost.StartAsync(ExtractionDefinition.Create(), new ServiceOptions { Store = new StoreOptions { Data = folder.FullName } }, cancellation: Cancellation);
        channel = GrpcChannel.ForAddress(host.Address);
        for (var number = 0; number < 3; number++)
            names.Add((await Client.SubmitFilingAsync(ManyForms4.Request(number), cancellationToken: Cancellation)).Filing.Name);
    }

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await host.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_batch_brings_each_as_a_single_call_would_in_the_order_asked_for()
    {
        string[] wanted = [names[2], names[0], names[1]];
        var batch = (await BatchAsync(wanted)).Filings;
        Assert.Equal(wanted, batch.Select(filing => filing.Name));
        foreach (var filing in batch)
            Assert.Equal((await Client.GetFilingAsync(new GetFilingRequest { Name = filing.Name }, cancellationToken: Cancellation)).Filing, filing);
        Assert.Empty((await BatchAsync([])).Filings);
    }

    [Fact]
    public async Task A_batch_with_one_that_is_not_there_or_with_too_many_is_refused_whole()
    {
        var absent = await Assert.ThrowsAsync<RpcException>(() => BatchAsync([names[0], "filings/0001127602-25-001055"]));
        Assert.Equal(StatusCode.NotFound, absent.StatusCode);
        var many = await Assert.ThrowsAsync<RpcException>(() => BatchAsync([.. Enumerable.Range(0, 101).Select(n => $"filings/0001127602-25-{n:D6}")]));
        Assert.Equal("BATCH_TOO_LARGE", ErrorReason.Of(RichStatus.ErrorInfoOf(many)!));
    }

    [Fact]
    public async Task A_batch_gives_each_filing_once()
    {
        var repeated = await Assert.ThrowsAsync<RpcException>(() => BatchAsync([names[0], names[1], names[0]]));
        Assert.Equal("BATCH_REPEATED", ErrorReason.Of(RichStatus.ErrorInfoOf(repeated)!));
    }

    [Fact]
    public async Task A_batch_that_would_become_too_large_says_how_many_are_left()
    {
        var batch = new FilingBatch(host.Services.GetRequiredService<FilingStore>(), mostBytes: 10);
        var request = new BatchGetFilingsRequest { Requests = { names.Select(name => new GetFilingRequest { Name = name }) } };
        var answer = await batch.AnswerAsync(request, Cancellation);
        Assert.Equal((1, 2), (answer.Filings.Count, answer.Unanswered));
        Assert.Equal(names[0], answer.Filings[0].Name);
    }

    [Fact]
    public async Task A_consumer_gets_what_it_asks_for_twice()
    {
        var requests = new[] { names[1], names[0], names[1] }.Select(name => new GetFilingRequest { Name = name }).ToList();
        var filings = await Client.FetchAsync(requests, Cancellation);
        Assert.Equal(requests.Select(request => request.Name), filings.Select(filing => filing.Name));
    }

    [Fact]
    public async Task A_submitter_that_wants_the_basic_view_gets_no_content_but_it_is_kept()
    {
        var request = ManyForms4.Request(3);
        request.View = FilingView.Basic;
        var answered = (await Client.SubmitFilingAsync(request, cancellationToken: Cancellation)).Filing;
        Assert.Equal((Filing.ContentOneofCase.None, 0), (answered.ContentCase, answered.Documents.Count));
        Assert.Equal("4", answered.FormType.Value);

        var kept = (await Client.GetFilingAsync(new GetFilingRequest { Name = answered.Name }, cancellationToken: Cancellation)).Filing;
        Assert.Equal(Filing.ContentOneofCase.Ownership, kept.ContentCase);
        var again = await Client.SubmitFilingAsync(request, cancellationToken: Cancellation);
        Assert.Equal((true, Filing.ContentOneofCase.None), (again.AlreadyKnown, again.Filing.ContentCase));
    }

    private async Task<BatchGetFilingsResponse> BatchAsync(IReadOnlyList<string> wanted) => await Client.BatchGetFilingsAsync(
        new BatchGetFilingsRequest { Requests = { wanted.Select(name => new GetFilingRequest { Name = name }) } }, cancellationToken: Cancellation);
}
