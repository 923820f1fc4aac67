using System.Text.Json;
using System.Text.Json.Serialization;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Facts;

/// <summary>Keeps a filing's identity as its text.</summary>
public sealed class FilingIdJson : JsonConverter<FilingId>
{
    /// <inheritdoc/>
    public override FilingId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FilingId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not the identity of a filing.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FilingId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Keeps an issuer's key as its text.</summary>
public sealed class IssuerKeyJson : JsonConverter<IssuerKey>
{
    /// <inheritdoc/>
    public override IssuerKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IssuerKey.TryParse(reader.GetString(), out var key) ? key : throw new JsonException("Not an issuer's key.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IssuerKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Keeps an owner's key as its text.</summary>
public sealed class OwnerKeyJson : JsonConverter<OwnerKey>
{
    /// <inheritdoc/>
    public override OwnerKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        OwnerKey.TryParse(reader.GetString(), out var key) ? key : throw new JsonException("Not an owner's key.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OwnerKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Keeps a row's identity as its text.</summary>
public sealed class RowKeyJson : JsonConverter<RowKey>
{
    /// <inheritdoc/>
    public override RowKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RowKey.TryParse(reader.GetString(), out var key) ? key : throw new JsonException("Not the identity of a row.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RowKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
