using System.Collections.Concurrent;
using MassTransit;

namespace Filingwire.Messaging.Bus;

/// <summary>
/// Joins the in-memory buses of several services in one process: what one publishes reaches every bus that has a queue for it.
/// Publishing waits while too many events are on their way, because memory is the only queue.
/// </summary>
public sealed class EmbeddedFabric : IDisposable
{
    private const int MostUnderWay = 4096;
    private readonly ConcurrentDictionary<IBus, IReadOnlySet<Type>> buses = new();
    private readonly SemaphoreSlim room = new(MostUnderWay, MostUnderWay);

    /// <inheritdoc/>
    public void Dispose() => room.Dispose();

    internal void Join(IBus bus, IEnumerable<Type> consumed) => buses[bus] = consumed.ToHashSet();

    internal void Leave(IBus bus) => buses.TryRemove(bus, out _);

    internal async Task PublishAsync(object message, Type type, IPipe<PublishContext> pipe, CancellationToken cancellation)
    {
        foreach (var bus in buses.Where(b => b.Value.Contains(type)).Select(b => b.Key))
        {
            await room.WaitAsync(cancellation);
            await bus.Publish(message, type, pipe, cancellation);
        }
    }

    /// <summary>An event has been taken from a queue and handled, or has failed.</summary>
    internal void Arrived()
    {
        if (room.CurrentCount < MostUnderWay)
            room.Release();
    }
}
