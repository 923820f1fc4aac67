using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Filingwire.Contracts.Events;
using Filingwire.Hosting.Stores;

namespace Filingwire.Hosting.Events;

/// <summary>
/// The JSON of events, the same on the bus and in the log: camel case, enums by name, decimals as strings, instants and dates in
/// ISO 8601. Unknown fields are ignored when reading, because a newer publisher may add some.
/// </summary>
public static class EventJson
{
    /// <summary>The serializer's settings.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new DecimalConverter() },
    };

    /// <summary>The event as kept until the relay takes it, with the trace it belongs to.</summary>
    public static EventRecord ToRecord(IEvent @event) => new(
        @event.EventId,
        @event.GetType().Name,
        @event.OccurredAt.ToUniversalTime(),
        @event.Issuer,
        @event.Filing,
        @event.FormType,
        JsonSerializer.Serialize(@event, @event.GetType(), Options),
        Activity.Current?.Id);

    /// <summary>Reads an event of a known type.</summary>
    public static IEvent Read(string json, Type type) =>
        (IEvent?)JsonSerializer.Deserialize(json, type, Options) ?? throw new JsonException("An event is null.");

    /// <summary>The schema version that stands in an event's JSON; 1 when none does.</summary>
    public static int SchemaVersion(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("schemaVersion", out var version) ? version.GetInt32() : 1;
    }

    /// <summary>The same JSON with another sequence.</summary>
    public static string WithSequence(string json, long sequence)
    {
        var (before, after) = AroundSequence(json);
        return string.Create(CultureInfo.InvariantCulture, $"{before}{sequence}{after}");
    }

    /// <summary>What stands before and after the sequence in an event's JSON.</summary>
    public static (string Before, string After) AroundSequence(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("sequence"u8))
                continue;
            reader.Read();
            return (json[..Encoding.UTF8.GetCharCount(utf8, 0, (int)reader.TokenStartIndex)], json[Encoding.UTF8.GetCharCount(utf8, 0, (int)reader.BytesConsumed)..]);
        }
        throw new JsonException("An event has no sequence.");
    }

    private sealed class DecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && decimal.TryParse(
                reader.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new JsonException("A decimal is a string such as \"-12.50\".");

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }
}
