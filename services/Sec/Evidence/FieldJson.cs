using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Filingwire.Sec.Evidence;

/// <summary>
/// A field as kept: <c>[value, asWritten, rule, start, end, confidence, "F1 F2"]</c>. There are a dozen in every row, so names of properties would be most of a
/// store. A null in the second place: the text is the value's own. What is as usual is left out: no bytes, a confidence of 100, no footnotes.
/// </summary>
public sealed class FieldJson : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Field<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()), options)!;

    private sealed class Of<T>(JsonSerializerOptions options) : JsonConverter<Field<T>>
    {
        private readonly JsonConverter<T> values = (JsonConverter<T>)options.GetConverter(typeof(T));

        public override Field<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException("A field is an array.");
            reader.Read();
            var value = reader.TokenType == JsonTokenType.Null ? default! : values.Read(ref reader, typeof(T), options)!;
            reader.Read();
            var source = SourceJson.ReadParts(ref reader, Plain(value));
            IReadOnlyList<string> notes = [];
            if (reader.TokenType == JsonTokenType.String)
            {
                notes = reader.GetString()!.Split(' ');
                reader.Read();
            }
            return reader.TokenType == JsonTokenType.EndArray
                ? new Field<T>(value, source) { FootnoteIds = notes }
                : throw new JsonException("A field has at most seven parts.");
        }

        public override void Write(Utf8JsonWriter writer, Field<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            if (value.Value is null)
                writer.WriteNullValue();
            else
                values.Write(writer, value.Value, options);
            SourceJson.WriteParts(writer, value.Source, value.Value is null ? null : Plain(value.Value));
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
    }
}

/// <summary>A source as kept: <c>[asWritten, rule, start, end, confidence]</c>, see <see cref="FieldJson"/>.</summary>
public sealed class SourceJson : JsonConverter<Source>
{
    private const byte Usual = 100;
    private const int MostRules = 2000;
    private static readonly ConcurrentDictionary<string, string> Rules = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override Source Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A source is an array.");
        reader.Read();
        var source = ReadParts(ref reader, "");
        return reader.TokenType == JsonTokenType.EndArray ? source : throw new JsonException("A source has at most five parts.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Source value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        WriteParts(writer, value, null);
        writer.WriteEndArray();
    }

    /// <summary>Reads from the text on; leaves the reader on what follows the last part.</summary>
    internal static Source ReadParts(ref Utf8JsonReader reader, string plain)
    {
        var asWritten = reader.TokenType == JsonTokenType.Null ? plain : reader.GetString()!;
        reader.Read();
        var rule = Rule(reader.GetString() ?? throw new JsonException("A source has a rule."));
        reader.Read();
        Span<int> numbers = stackalloc int[3];
        var count = 0;
        for (; reader.TokenType == JsonTokenType.Number && count < numbers.Length; reader.Read())
            numbers[count++] = reader.GetInt32();
        return new Source(
            asWritten, count >= 2 ? new ByteSpan(numbers[0], numbers[1]) : null, rule, count is 1 or 3 ? checked((byte)numbers[count - 1]) : Usual);
    }

    internal static void WriteParts(Utf8JsonWriter writer, Source source, string? plain)
    {
        if (source.AsWritten == plain)
            writer.WriteNullValue();
        else
            writer.WriteStringValue(source.AsWritten);
        writer.WriteStringValue(source.Rule);
        if (source.Span is { } span)
        {
            writer.WriteNumberValue(span.Start);
            writer.WriteNumberValue(span.End);
        }
        if (source.Confidence != Usual)
            writer.WriteNumberValue(source.Confidence);
    }

    /// <summary>One instance of each rule's name: there are some dozens, in millions of sources.</summary>
    private static string Rule(string read)
    {
        if (Rules.TryGetValue(read, out var known))
            return known;
        if (Rules.Count < MostRules)
            Rules.TryAdd(read, read);
        return read;
    }
}

/// <summary>A span as kept: <c>[start, end]</c>.</summary>
public sealed class ByteSpanJson : JsonConverter<ByteSpan>
{
    /// <inheritdoc/>
    public override ByteSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A span is an array.");
        reader.Read();
        var start = reader.GetInt32();
        reader.Read();
        var end = reader.GetInt32();
        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray ? new ByteSpan(start, end) : throw new JsonException("A span has two ends.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ByteSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}
