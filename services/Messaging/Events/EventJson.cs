using System.Diagnostics;
using System.Text.Json;
using Filingwire.Contracts.Events;
using Filingwire.Store;

namespace Filingwire.Messaging.Events;

/// <summary>
/// The JSON of events, the same on the bus and in the log: camel case, enums by name, decimals as strings, instants and dates in
/// ISO 8601. Unknown fields are ignored when reading, because a newer publisher may add some.
/// </summary>
public static class EventJson
{
    /// <summary>The serializer's settings.</summary>
    public static JsonSerializerOptions Options { get; } = new(StoredJson.Common);

    /// <summary>The event as kept until the relay takes it, with the trace it belongs to.</summary>
    public static EventRecord ToRecord(IEvent @event) => new(
        @event.EventId,
        @event.GetType().Name,
        @event.OccurredAt.ToUniversalTime(),
        @event.Subject(),
        @event.Cause(),
        @event.CauseKind(),
        JsonSerializer.Serialize(@event, @event.GetType(), Options),
        Activity.Current?.Id);

    /// <summary>Events as kept, in order.</summary>
    public static IReadOnlyList<EventRecord> ToRecords(IEnumerable<IEvent> events) => [.. events.Select(ToRecord)];

    /// <summary>Reads an event of a known type.</summary>
    public static IEvent Read(string json, Type type) =>
        (IEvent?)JsonSerializer.Deserialize(json, type, Options) ?? throw new JsonException("An event is null.");

    /// <summary>The schema version that stands in an event's JSON; 1 when none does.</summary>
    public static int SchemaVersion(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("schemaVersion", out var version) ? version.GetInt32() : 1;
    }
}
