using System.Text;
using System.Text.Json;
using Filingwire.Contracts.Events;
using Filingwire.Hosting;
using Filingwire.Integration.Fixtures;
using Filingwire.Messaging.Events;
using Filingwire.Store;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace Filingwire.Integration.Messaging;

[Collection(Broker.Collection)]
public sealed class When_services_are_joined_by_a_broker(Broker broker) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string suffix = "-" + Guid.NewGuid().ToString("N")[..8];
    private Uri address = null!;
    private TwoServices? services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Queue => $"{TwoServices.Reader}{suffix}-filing-parsed";

    public async ValueTask InitializeAsync()
    {
        address = await broker.AddressAsync();
        // No catch-up but the first, so that what arrives has come by the bus.
        services = new TwoServices { RabbitMq = address, Suffix = suffix, CatchUpEvery = TimeSpan.FromMinutes(10) };
    }

    public async ValueTask DisposeAsync()
    {
        if (services is null)
            return;
        await services.DisposeAsync();
        await Broker.RemoveAsync(address, Queue, Queue + "-plain");
    }

    [Fact]
    public async Task Events_reach_the_follower_through_its_quorum_queue()
    {
        var (writer, reader) = await StartAsync();
        await TwoServices.WriteAsync(writer, 0, 500, Cancellation);
        await Eventually.Holds(() => EchoesAsync(reader, 500), Patience);
        await Eventually.Holds(async () => await Broker.CountAsync(address, Queue) == 0, Patience);
        Assert.Null(await Broker.CountAsync(address, Queue + "_error"));
    }

    [Fact]
    public async Task An_event_for_which_no_queue_is_bound_is_noticed_and_stays_in_the_log()
    {
        // Only events of this test's own writer; another test's queue may be bound to the shared exchange of the common type.
        var writer = await services!.StartWriterAsync();
        await writer.WaitUntilReadyAsync(Patience, Cancellation);
        var lonely = new FilingRejected
        {
            EventId = Guid.NewGuid(), OccurredAt = DateTimeOffset.UtcNow, Reason = "FILING_EMPTY", Message = "", ContentSha256 = new string('0', 64), ContentBytes = 0,
        };
        var notes = writer.Services.GetRequiredService<DocumentCollection<Note>>();
        await notes.SaveAsync("lonely", 0, new Note("", "issuers/1"), EventJson.ToRecords([lonely]), Cancellation);

        await Eventually.Holds(() => services.Log.Entries.Any(e => e.Event.Name == "bus.unroutable" && e.Message.Contains("FilingRejected", StringComparison.Ordinal)), Patience);
        Assert.Equal(lonely.EventId, (await writer.Services.GetRequiredService<IServiceStore>().Log.ReadAsync(1, 1, Cancellation)).Single().Event.EventId);
        Assert.DoesNotContain(services.Log.Entries, e => e.Event.Name == "relay.step_failed");
    }

    [Fact]
    public async Task A_client_without_our_library_reads_the_log_s_own_JSON()
    {
        var (writer, _) = await StartAsync();
        await using var connection = await new ConnectionFactory { Uri = address }.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        await channel.QueueDeclareAsync(Queue + "-plain", durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
        await channel.QueueBindAsync(Queue + "-plain", "filingwire.filing-parsed", "", cancellationToken: Cancellation);

        // Neither the order nor the spaces nor the last field are those that this version writes.
        var stored = TwoServices.Record("n0", "issuers/1");
        stored = stored with { Json = "{ \"later\" : [1.50, \"\\u00fc\"],\t" + stored.Json[1..] };
        await writer.Services.GetRequiredService<DocumentCollection<Note>>().SaveAsync("n0", 0, new Note("", "issuers/1"), [stored], Cancellation);

        BasicGetResult? message = null;
        await Eventually.Holds(async () => (message = await channel.BasicGetAsync(Queue + "-plain", autoAck: true, Cancellation)) is not null, Patience);
        var body = Encoding.UTF8.GetString(message!.Body.Span);
        var logged = (await writer.Services.GetRequiredService<IServiceStore>().Log.ReadAsync(1, 1, Cancellation)).Single();
        Assert.Equal(Encoding.UTF8.GetBytes(logged.Event.Json), message.Body.ToArray());
        Assert.StartsWith("{ \"later\" : [1.50, \"\\u00fc\"],\t", body, StringComparison.Ordinal);
        Assert.Equal(1, JsonDocument.Parse(body).RootElement.GetProperty("sequence").GetInt64());
        Assert.Equal(logged.Event.EventId.ToString(), message.BasicProperties.MessageId);
        Assert.StartsWith("application/json", message.BasicProperties.ContentType, StringComparison.Ordinal);
        Assert.Equal(logged.Event.EventId.ToString(), message.BasicProperties.CorrelationId);
        string Header(string name) => Encoding.UTF8.GetString((byte[])message.BasicProperties.Headers![name]!);
        Assert.StartsWith("urn:message:Filingwire.Contracts.Events:FilingParsed", Header("MT-MessageType"), StringComparison.Ordinal);
        Assert.Equal((await writer.Services.GetRequiredService<IServiceStore>().Log.IdentityAsync(Cancellation)).ToString(), Header("filingwire-log"));
        Assert.Equal(logged.Check, Header("filingwire-check"));
    }

    [Fact]
    public async Task A_poisonous_event_is_put_into_the_error_queue_with_its_reason_and_holds_up_nobody()
    {
        var (writer, reader) = await StartAsync();
        services!.Obstacle = e => e.Filing == "filings/n7" ? throw new InvalidDataException("poison") : Task.CompletedTask;
        services.Log.ExpectFrom("MassTransit");
        await TwoServices.WriteAsync(writer, 0, 50, Cancellation);

        await Eventually.Holds(() => EchoesAsync(reader, 49), Patience);
        await Eventually.Holds(async () => await Broker.CountAsync(address, Queue + "_error") == 1, Patience);
        await using var connection = await new ConnectionFactory { Uri = address }.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        var error = (await channel.BasicGetAsync(Queue + "_error", autoAck: false, Cancellation))!;
        Assert.Equal("filings/n7", JsonSerializer.Deserialize<FilingParsed>(error.Body.Span, EventJson.Options)!.Filing);
        Assert.Contains("poison", Encoding.UTF8.GetString((byte[])error.BasicProperties.Headers!["MT-Fault-Message"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreadable_message_holds_up_nobody()
    {
        var (writer, reader) = await StartAsync();
        services!.Log.ExpectFrom("MassTransit");
        await using var connection = await new ConnectionFactory { Uri = address }.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        foreach (var body in new[] { "not json", "{}", "[]", "" })
            await channel.BasicPublishAsync("filingwire.filing-parsed", "", false, new BasicProperties { ContentType = "application/json" }, Encoding.UTF8.GetBytes(body), Cancellation);

        await TwoServices.WriteAsync(writer, 0, 20, Cancellation);

        await Eventually.Holds(() => EchoesAsync(reader, 20), Patience);
        await Eventually.Holds(async () => await Broker.CountAsync(address, Queue) == 0, Patience);
        Assert.Equal(20, services.Seen.Count);
    }

    private static async Task<bool> EchoesAsync(ServiceHost reader, int count) =>
        (await reader.Services.GetRequiredService<DocumentCollection<Echo>>().QueryAsync(DocumentQuery.All.Page(1000, ""), Cancellation)).Items.Count == count;

    private async Task<(ServiceHost Writer, ServiceHost Reader)> StartAsync()
    {
        var writer = await services!.StartWriterAsync();
        var reader = await services.StartReaderAsync(writer.Address);
        await writer.WaitUntilReadyAsync(Patience, Cancellation);
        await reader.WaitUntilReadyAsync(Patience, Cancellation);
        return (writer, reader);
    }
}
