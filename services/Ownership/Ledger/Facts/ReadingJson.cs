using System.Text.Json;
using System.Text.Json.Serialization;

namespace Filingwire.Ownership.Ledger.Facts;

/// <summary>
/// A reading as kept: <c>[value, asWritten, start, end, rule, confidence, "F1 F2"]</c>. There are a dozen in every row, so names of properties
/// would be most of the store.
/// </summary>
public sealed class ReadingJson : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Reading<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()), options)!;

    private sealed class Of<T>(JsonSerializerOptions options) : JsonConverter<Reading<T>>
    {
        private readonly JsonConverter<T> values = (JsonConverter<T>)options.GetConverter(typeof(T));

        public override Reading<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException("A reading is an array.");
            reader.Read();
            var value = reader.TokenType == JsonTokenType.Null ? default! : values.Read(ref reader, typeof(T), options)!;
            reader.Read();
            var asWritten = reader.GetString() ?? throw new JsonException("A reading has a text.");
            reader.Read();
            long? start = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            reader.Read();
            long? end = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            reader.Read();
            var rule = string.Intern(reader.GetString() ?? throw new JsonException("A reading has a rule."));
            reader.Read();
            var confidence = reader.GetInt32();
            reader.Read();
            IReadOnlyList<string> notes = [];
            if (reader.TokenType == JsonTokenType.String)
            {
                notes = reader.GetString()!.Split(' ');
                reader.Read();
            }
            return reader.TokenType == JsonTokenType.EndArray
                ? new Reading<T>(value, new Evidence(asWritten, start, end, rule, confidence), notes)
                : throw new JsonException("A reading has at most seven parts.");
        }

        public override void Write(Utf8JsonWriter writer, Reading<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            if (value.Value is null)
                writer.WriteNullValue();
            else
                values.Write(writer, value.Value, options);
            writer.WriteStringValue(value.Source.AsWritten);
            Write(writer, value.Source.Start);
            Write(writer, value.Source.End);
            writer.WriteStringValue(value.Source.Rule);
            writer.WriteNumberValue(value.Source.Confidence);
            if (value.FootnoteIds.Count > 0)
                writer.WriteStringValue(string.Join(' ', value.FootnoteIds));
            writer.WriteEndArray();
        }

        private static void Write(Utf8JsonWriter writer, long? number)
        {
            if (number is { } known)
                writer.WriteNumberValue(known);
            else
                writer.WriteNullValue();
        }
    }
}
