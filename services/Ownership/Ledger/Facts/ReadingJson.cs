using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Filingwire.Ownership.Ledger.Facts;

/// <summary>
/// A reading as kept: <c>[value, asWritten, start, end, rule, confidence, "F1 F2"]</c>. There are a dozen in every row, so names of properties
/// would be most of the store. A null in the second place: the text is the value's own.
/// </summary>
public sealed class ReadingJson : JsonConverterFactory
{
    private const int MostRules = 2000;
    private static readonly ConcurrentDictionary<string, string> Rules = new(StringComparer.Ordinal);

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
            var asWritten = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            reader.Read();
            long? start = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            reader.Read();
            long? end = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            reader.Read();
            var rule = Rule(reader.GetString() ?? throw new JsonException("A reading has a rule."));
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
                ? new Reading<T>(value, new Evidence(asWritten ?? Plain(value), start, end, rule, confidence), notes)
                : throw new JsonException("A reading has at most seven parts.");
        }

        public override void Write(Utf8JsonWriter writer, Reading<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            if (value.Value is null)
                writer.WriteNullValue();
            else
                values.Write(writer, value.Value, options);
            if (value.Value is not null && value.Source.AsWritten == Plain(value.Value))
                writer.WriteNullValue();
            else
                writer.WriteStringValue(value.Source.AsWritten);
            Write(writer, value.Source.Start);
            Write(writer, value.Source.End);
            writer.WriteStringValue(value.Source.Rule);
            writer.WriteNumberValue(value.Source.Confidence);
            if (value.FootnoteIds.Count > 0)
                writer.WriteStringValue(string.Join(' ', value.FootnoteIds));
            writer.WriteEndArray();
        }

        /// <summary>How a value is mostly written; such a text is not kept twice.</summary>
        private static string Plain(T value) => value switch
        {
            string text => text,
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            bool flag => flag ? "1" : "0",
            _ => "",
        };

        /// <summary>One instance of each rule's name: there are some dozens, in millions of readings.</summary>
        private static string Rule(string read)
        {
            if (Rules.TryGetValue(read, out var known))
                return known;
            if (Rules.Count < MostRules)
                Rules.TryAdd(read, read);
            return read;
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
