using Filingwire.Messaging.Handling;
using MassTransit;
using Microsoft.Extensions.Hosting;

namespace Filingwire.Messaging.Bus;

/// <summary>Lets the service's in-memory bus take part in the process's fabric while it runs.</summary>
internal sealed class FabricMember(IBus bus, BusOptions options, Consumption consumption) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        options.Fabric!.Join(bus, consumption.Subscriptions.Select(s => s.Event));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        options.Fabric!.Leave(bus);
        return Task.CompletedTask;
    }
}
