using System.Diagnostics;
using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Filingwire.Benchmarks.Hosting;

/// <summary>What the broker can do on this machine with nothing of ours around it.</summary>
internal static class BareBroker
{
    private const string Queue = "filingwire-bare";
    private const ushort Prefetch = 256;

    /// <summary>Messages a second from the first publication to the last acknowledgement.</summary>
    public static async Task<double> RateAsync(Uri address, IReadOnlyList<string> events)
    {
        await using var connection = await new ConnectionFactory { Uri = address }.CreateConnectionAsync();
        await using var consuming = await connection.CreateChannelAsync();
        await consuming.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await consuming.BasicQosAsync(0, Prefetch, false);
        var consumed = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var consumer = new AsyncEventingBasicConsumer(consuming);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            await consuming.BasicAckAsync(delivery.DeliveryTag, false);
            if (++consumed == events.Count)
                all.SetResult();
        };
        await consuming.BasicConsumeAsync(Queue, autoAck: false, consumer);
        await using var publishing = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null));
        var started = Stopwatch.GetTimestamp();
        foreach (var batch in events.Chunk(500))
            await Task.WhenAll(batch.Select(e => publishing.BasicPublishAsync("", Queue, true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(e)).AsTask()));
        await all.Task.WaitAsync(TimeSpan.FromMinutes(2));
        var rate = events.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await publishing.QueueDeleteAsync(Queue);
        return rate;
    }
}
