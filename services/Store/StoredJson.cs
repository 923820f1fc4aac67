using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Filingwire.Store;

/// <summary>
/// How documents are written: camel case, enums by name, decimals as strings (exact in every language), dates in ISO 8601, null
/// left out. Reading is strict: a field that the type does not know is an error, because saving the document would lose it.
/// </summary>
public static class StoredJson
{
    /// <summary>What documents and events have in common: camel case, enums by name, decimals as strings.</summary>
    public static JsonSerializerOptions Common { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new DecimalConverter() },
    };

    /// <summary>The serializer's settings for documents.</summary>
    public static JsonSerializerOptions Options { get; } = new(Common)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    internal static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new StoreDamagedException($"A {typeof(T).Name} is stored as null.");

    internal static T Read<T>(JsonObject json) =>
        json.Deserialize<T>(Options) ?? throw new StoreDamagedException($"A {typeof(T).Name} is stored as null.");

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
