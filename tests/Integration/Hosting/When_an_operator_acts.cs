using Filingwire.Events.V1;
using Filingwire.Integration.Fixtures;
using Filingwire.Store;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Integration.Hosting;

[Collection(Broker.Collection)]
public sealed class When_an_operator_acts(Broker broker)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rebuilding_reads_the_whole_log_again_into_an_emptied_projection()
    {
        await using var services = new TwoServices();
        var writer = await services.StartWriterAsync();
        var reader = await services.StartReaderAsync(writer.Address);
        await TwoServices.WriteAsync(writer, 0, 120, Cancellation);
        await TwoServices.ArriveAsync(reader, 120, Cancellation);
        var echoes = reader.Services.GetRequiredService<DocumentCollection<Echo>>();
        foreach (var echo in (await echoes.QueryAsync(DocumentQuery.All.Page(1000, ""), Cancellation)).Items)
            await echoes.DeleteAsync(echo.Id, echo.Version, Cancellation);
        using var channel = GrpcChannel.ForAddress(reader.Address);
        var operations = new OperationsService.OperationsServiceClient(channel);

        await operations.RebuildAsync(new RebuildRequest { Producer = TwoServices.Writer }, cancellationToken: Cancellation);

        await TwoServices.ArriveAsync(reader, 120, Cancellation);
        var following = await Eventually.BecomesAsync(
            async () => (await operations.GetFollowingAsync(new GetFollowingRequest(), cancellationToken: Cancellation)).Followings.Single(), f => f.HandledUpTo == 120);
        Assert.Equal((120, 0), (following.ProducerLast, following.HandledBeyond));
        var unknown = await Assert.ThrowsAsync<RpcException>(async () => await operations.RebuildAsync(new RebuildRequest { Producer = "nobody" }, cancellationToken: Cancellation));
        Assert.Equal(StatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task What_was_put_aside_is_tried_again_when_its_cause_is_gone()
    {
        await using var services = new TwoServices { Fabric = new() };
        services.Log.Expect("catch_up.put_aside");
        services.Log.ExpectFrom("MassTransit");
        var isBroken = true;
        services.Obstacle = e => isBroken && e.Filing == "filings/n3" ? throw new InvalidDataException("broken") : Task.CompletedTask;
        var writer = await services.StartWriterAsync();
        var reader = await services.StartReaderAsync(writer.Address);
        using var channel = GrpcChannel.ForAddress(reader.Address);
        var operations = new OperationsService.OperationsServiceClient(channel);
        await TwoServices.WriteAsync(writer, 0, 10, Cancellation);
        var following = await Eventually.BecomesAsync(
            async () => (await operations.GetFollowingAsync(new GetFollowingRequest(), cancellationToken: Cancellation)).Followings.Single(), f => f.PutAside.Count == 1, Patience);
        Assert.Equal("InvalidDataException: broken", following.PutAside[0].Reason);
        Assert.Equal(9, (await TwoServices.EchoesAsync(reader, Cancellation)).Count);

        isBroken = false;
        Assert.Equal(1, (await operations.RetryFailedAsync(new RetryFailedRequest(), cancellationToken: Cancellation)).Events);

        await TwoServices.ArriveAsync(reader, 10, Cancellation);
        await Eventually.Holds(async () => (await operations.GetFollowingAsync(new GetFollowingRequest())).Followings.Single() is { PutAside.Count: 0, HandledUpTo: 10 });
    }

    [Fact]
    public async Task Messages_of_the_error_queue_go_back_to_their_queue()
    {
        var suffix = "-" + Guid.NewGuid().ToString("N")[..8];
        var address = await broker.AddressAsync();
        var queue = $"{TwoServices.Reader}{suffix}-filing-parsed";
        await using (var services = new TwoServices { RabbitMq = address, Suffix = suffix, CatchUpEvery = TimeSpan.FromMinutes(10) })
        {
            services.Log.ExpectFrom("MassTransit");
            var isBroken = true;
            services.Obstacle = e => isBroken && e.Filing is "filings/n3" or "filings/n4" ? throw new InvalidDataException("broken") : Task.CompletedTask;
            var writer = await services.StartWriterAsync();
            var reader = await services.StartReaderAsync(writer.Address);
            await reader.WaitUntilReadyAsync(Patience, Cancellation);
            await TwoServices.WriteAsync(writer, 0, 10, Cancellation);
            await Eventually.Holds(async () => await Broker.CountAsync(address, queue + "_error") == 2, Patience);

            isBroken = false;
            services.Obstacle = _ => Task.CompletedTask;
            using var channel = GrpcChannel.ForAddress(reader.Address);
            var moved = await new OperationsService.OperationsServiceClient(channel).RetryFailedAsync(new RetryFailedRequest(), cancellationToken: Cancellation);

            Assert.Equal(2, moved.Messages);
            await TwoServices.ArriveAsync(reader, 10, Cancellation);
            Assert.Equal(0u, await Broker.CountAsync(address, queue + "_error"));
        }
        await Broker.RemoveAsync(address, queue);
    }
}
