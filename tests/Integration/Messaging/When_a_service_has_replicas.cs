using Filingwire.Hosting;
using Filingwire.Integration.Fixtures;

namespace Filingwire.Integration.Messaging;

[Collection(Broker.Collection)]
public sealed class When_a_service_has_replicas(Broker broker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_share_the_work_and_one_takes_over_when_another_goes()
    {
        var suffix = "-" + Guid.NewGuid().ToString("N")[..8];
        var address = await broker.AddressAsync();
        await using (var services = new TwoServices { RabbitMq = address, Suffix = suffix })
        {
            var writers = new List<ServiceHost> { await services.StartWriterAsync(), await services.StartWriterAsync() };
            var readers = new List<ServiceHost> { await services.StartReaderAsync(writers[0].Address), await services.StartReaderAsync(writers[1].Address) };
            foreach (var host in writers.Concat(readers))
                await host.WaitUntilReadyAsync(TimeSpan.FromSeconds(60), Cancellation);

            await Task.WhenAll(TwoServices.WriteAsync(writers[0], 0, 400, Cancellation), TwoServices.WriteAsync(writers[1], 400, 400, Cancellation));
            await TwoServices.ArriveAsync(readers[0], 800, Cancellation);

            await services.StopAsync(writers[0]);
            await services.StopAsync(readers[1]);
            await TwoServices.WriteAsync(writers[1], 800, 200, Cancellation);
            await TwoServices.ArriveAsync(readers[0], 1000, Cancellation);
            await TwoServices.AssertLogAsync(writers[1], 1000, Cancellation);
        }
        await Broker.RemoveAsync(address, $"{TwoServices.Reader}{suffix}-filing-parsed");
    }
}
