using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Filingwire.Hosting.Events;

namespace Filingwire.Hosting.Stores;

/// <summary>
/// How documents are written: camel case, enums by name, decimals as strings (exact in every language), dates in ISO 8601, null
/// left out. Reading is strict: a field that the type does not know is an error, because saving the document would lose it.
/// </summary>
public static class StoredJson
{
    /// <summary>The serializer's settings.</summary>
    public static JsonSerializerOptions Options { get; } = new(EventJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    internal static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new StoreDamagedException($"A {typeof(T).Name} is stored as null.");

    internal static T Read<T>(JsonObject json) =>
        json.Deserialize<T>(Options) ?? throw new StoreDamagedException($"A {typeof(T).Name} is stored as null.");
}
