using Filingwire.Integration.Fixtures;
using Filingwire.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Integration.Messaging;

public sealed class When_services_share_a_process
{
    [Fact]
    public async Task Events_reach_the_follower_once_and_in_the_log_without_a_gap()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var services = new TwoServices();
        var writer = await services.StartWriterAsync();
        var reader = await services.StartReaderAsync(writer.Address);
        await writer.WaitUntilReadyAsync(TimeSpan.FromSeconds(30), cancellation);
        await reader.WaitUntilReadyAsync(TimeSpan.FromSeconds(30), cancellation);

        await TwoServices.WriteAsync(writer, 0, 1000, cancellation);

        var echoes = reader.Services.GetRequiredService<DocumentCollection<Echo>>();
        var page = DocumentQuery.All.Page(1000, "");
        await Eventually.Holds(async () => (await echoes.QueryAsync(page, cancellation)).Items.Count == 1000);
        var log = await writer.Services.GetRequiredService<IServiceStore>().Log.ReadAsync(1, 2000, cancellation);
        Assert.Equal(Enumerable.Range(1, 1000).Select(i => (long)i), log.Select(e => e.Sequence));
        Assert.Equal(1000, services.Seen.Select(e => e.Sequence).Distinct().Count());
        Assert.All((await echoes.QueryAsync(page, cancellation)).Items, e => Assert.Equal(1, e.Value.Folds));
    }

    [Fact]
    public async Task A_follower_that_comes_later_reads_the_history_from_the_log()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var services = new TwoServices();
        var writer = await services.StartWriterAsync();
        await TwoServices.WriteAsync(writer, 0, 700, cancellation);
        await Eventually.Holds(async () => (await writer.Services.GetRequiredService<IServiceStore>().Log.StatusAsync(cancellation)).Last == 700);

        var reader = await services.StartReaderAsync(writer.Address);
        await reader.WaitUntilReadyAsync(TimeSpan.FromSeconds(30), cancellation);

        var echoes = await reader.Services.GetRequiredService<DocumentCollection<Echo>>().QueryAsync(DocumentQuery.All.Page(1000, ""), cancellation);
        Assert.Equal(700, echoes.Items.Count);
    }
}
