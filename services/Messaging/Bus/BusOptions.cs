namespace Filingwire.Messaging.Bus;

/// <summary>Where a service's events go.</summary>
public sealed record BusOptions
{
    /// <summary>The broker, <c>amqp://user:password@host:5672/vhost</c>; null for the in-memory transport.</summary>
    public Uri? RabbitMq { get; init; }

    /// <summary>Joins the in-memory buses of one process; null when the service is alone or has a broker.</summary>
    public EmbeddedFabric? Fabric { get; init; }

    /// <summary>Unacknowledged messages per queue.</summary>
    public ushort Prefetch { get; init; } = 256;
}
