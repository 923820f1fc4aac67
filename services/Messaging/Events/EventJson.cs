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

    /// <summary>Characters of an event at most, so that it fits into a gRPC message (4 MiB) and under every usual limit of a broker (16 MiB).</summary>
    public const int MostCharacters = 1 << 20;

    /// <summary>The event as kept until the relay takes it, with the trace it belongs to.</summary>
    /// <exception cref="EventTooLargeException">It has more than <see cref="MostCharacters"/>.</exception>
    public static EventRecord ToRecord(IEvent @event)
    {
        var json = JsonSerializer.Serialize(@event, @event.GetType(), Options);
        return json.Length > MostCharacters
            ? throw new EventTooLargeException(@event.GetType().Name, json.Length)
            : new EventRecord(
                @event.EventId,
                @event.GetType().Name,
                @event.OccurredAt.ToUniversalTime(),
                @event.Subject(),
                @event.Cause(),
                @event.CauseKind(),
                json,
                Activity.Current?.Id);
    }

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

/// <summary>An event is larger than followers and brokers take. What it is about is not saved, and whoever tries is told.</summary>
public sealed class EventTooLargeException(string type, int characters)
    : Exception(FormattableString.Invariant($"A {type} of {characters} characters is larger than followers take ({EventJson.MostCharacters})."));
