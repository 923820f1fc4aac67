using Filingwire.Messaging.Handling;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Filingwire.Messaging.Bus;

/// <summary>The queues to which messages go that failed too often.</summary>
public sealed class ErrorQueues(BusOptions options, Consumption consumption)
{
    private const string Suffix = "_error";

    /// <summary>Moves the messages that are there now back to the queues they came from; each is taken away only when the broker has it again.</summary>
    public async Task<int> ReplayAsync(CancellationToken cancellation)
    {
        if (options.RabbitMq is not { } address)
            return 0;
        await using var connection = await new ConnectionFactory { Uri = address }.CreateConnectionAsync(cancellation);
        var moved = 0;
        foreach (var queue in consumption.Subscriptions.Select(s => BusRegistration.Queue(consumption.Service, s.Event)))
            moved += await ReplayAsync(connection, queue, cancellation);
        return moved;
    }

    private static async Task<int> ReplayAsync(IConnection connection, string queue, CancellationToken cancellation)
    {
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
        uint waiting;
        try
        {
            waiting = (await channel.QueueDeclarePassiveAsync(queue + Suffix, cancellation)).MessageCount;
        }
        catch (OperationInterruptedException)
        {
            // Nothing has ever failed.
            return 0;
        }
        var moved = 0;
        for (; moved < waiting && await channel.BasicGetAsync(queue + Suffix, autoAck: false, cancellation) is { } message; moved++)
        {
            var properties = new BasicProperties(message.BasicProperties);
            foreach (var fault in properties.Headers?.Keys.Where(k => k.StartsWith("MT-Fault-", StringComparison.Ordinal)).ToList() ?? [])
                properties.Headers!.Remove(fault);
            await channel.BasicPublishAsync("", queue, mandatory: true, properties, message.Body, cancellation);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellation);
        }
        return moved;
    }
}
