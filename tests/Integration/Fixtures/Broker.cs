using Filingwire.Integration.Fixtures;
using RabbitMQ.Client;

[assembly: AssemblyFixture(typeof(Broker))]

namespace Filingwire.Integration.Fixtures;

/// <summary>
/// The broker of all tests that need one: FILINGWIRE_RABBITMQ if set, else a node of our own if RabbitMQ is installed, else the
/// test is skipped. Tests on it run one after another (collection "broker"), because exchanges are shared by name.
/// </summary>
public sealed class Broker : IAsyncDisposable
{
    /// <summary>The name of the collection.</summary>
    public const string Collection = "broker";

    private readonly SemaphoreSlim starting = new(1, 1);
    private RabbitMqNode? node;

    /// <summary>Where it is; skips the test when there is none.</summary>
    public async Task<Uri> AddressAsync()
    {
        if (Environment.GetEnvironmentVariable("FILINGWIRE_RABBITMQ") is { Length: > 0 } given)
            return new Uri(given);
        Assert.SkipUnless(RabbitMqNode.IsInstalled, "No RabbitMQ: set FILINGWIRE_RABBITMQ or install rabbitmq-server.");
        return (await StartAsync()).Address;
    }

    /// <summary>The node of our own, which may be killed and wiped; skips the test when there is none.</summary>
    internal async Task<RabbitMqNode> NodeAsync()
    {
        Assert.SkipUnless(RabbitMqNode.IsInstalled, "No RabbitMQ of our own to kill: install rabbitmq-server.");
        return await StartAsync();
    }

    /// <summary>Number of messages in a queue; null when there is no such queue.</summary>
    internal static async Task<uint?> CountAsync(Uri address, string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return null;
        }
    }

    /// <summary>Removes the queues of a test and their exchanges.</summary>
    internal static async Task RemoveAsync(Uri address, params string[] queues)
    {
        await using var connection = await new ConnectionFactory { Uri = address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var name in queues.SelectMany(q => new[] { q, q + "_error", q + "_skipped" }))
        {
            await channel.QueueDeleteAsync(name);
            await channel.ExchangeDeleteAsync(name);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (node is not null)
            await node.DisposeAsync();
        starting.Dispose();
    }

    private async Task<RabbitMqNode> StartAsync()
    {
        await starting.WaitAsync();
        try
        {
            node ??= new RabbitMqNode();
            if (!node.IsRunning)
                await node.StartAsync(CancellationToken.None);
            return node;
        }
        finally
        {
            starting.Release();
        }
    }
}
