using MassTransit;
using Microsoft.Extensions.Hosting;

namespace Filingwire.Hosting.Messaging;

/// <summary>Lets the service's in-memory bus take part in the process's fabric while it runs.</summary>
internal sealed class FabricMember(IBus bus, ServiceOptions options, ServiceDefinition definition) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        options.Fabric!.Join(bus, definition.Subscriptions.Select(s => s.Event));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        options.Fabric!.Leave(bus);
        return Task.CompletedTask;
    }
}
