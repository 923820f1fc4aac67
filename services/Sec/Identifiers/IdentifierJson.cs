using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Filingwire.Sec.Identifiers;

/// <summary>An identifier that is wholly told by a text: what <c>ToString</c> gives, <c>TryParse</c> reads.</summary>
/// <typeparam name="T">The identifier itself.</typeparam>
public interface IIdentifier<T>
    where T : struct, IIdentifier<T>
{
    /// <summary>Reads the text; false when it is none.</summary>
    static abstract bool TryParse([NotNullWhen(true)] string? text, out T identifier);
}

/// <summary>Keeps an identifier as its text.</summary>
/// <typeparam name="T">The identifier.</typeparam>
public sealed class IdentifierJson<T> : JsonConverter<T>
    where T : struct, IIdentifier<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), out var identifier) ? identifier : throw new JsonException($"Not a {typeof(T).Name}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
