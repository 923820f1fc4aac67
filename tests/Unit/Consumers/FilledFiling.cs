using System.Globalization;
using Filingwire.Extraction.V1;
using Filingwire.Types.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using BoolValue = Filingwire.Types.V1.BoolValue;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace Filingwire.Unit.Consumers;

/// <summary>
/// A filing with every field that its messages have, made from their descriptors, so that a field added to the wire is in it too. Each place in it can be changed
/// alone.
/// </summary>
internal sealed class FilledFiling
{
    private const int Deepest = 12;

    // Places whose text has to be of a kind; each has two values.
    private static readonly Dictionary<string, (string, string)> Texts = new(StringComparer.Ordinal)
    {
        ["accepted_at_eastern"] = ("2024-05-06T10:00:00", "2024-05-07T10:00:00"),
        ["cik"] = ("900", "902"),
        ["fiscal_year_end"] = ("1231", "0630"),
        ["acquired_disposed_code"] = ("A", "D"),
    };

    private static readonly MessageDescriptor[] Values = [TextValue.Descriptor, DecimalValue.Descriptor, DateValue.Descriptor, BoolValue.Descriptor, Evidence.Descriptor, ByteSpan.Descriptor, Timestamp.Descriptor];

    private readonly (string, string) formTypes;
    private readonly string content;

    /// <summary>A filing with one of the contents.</summary>
    /// <param name="content">Name of the field of the oneof.</param>
    /// <param name="formTypes">Two submission types that have this content.</param>
    public FilledFiling(string content, (string, string) formTypes)
    {
        (this.content, this.formTypes) = (content, formTypes);
        Places = [.. PlacesOf(Filing.Descriptor, "", 0)];
    }

    /// <summary>Every place that holds one value: "filed_on", "ownership.footnotes.text".</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>The filing, with another value in one place and nothing in some others.</summary>
    public Filing Make(string? changed = null, params IReadOnlyCollection<string> without)
    {
        var filing = new Filing();
        Fill(filing, "", changed, without);
        filing.Family = Enum.Parse<FormFamily>(string.Concat(content.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
        return filing;
    }

    private IEnumerable<FieldDescriptor> Fields(MessageDescriptor message) =>
        message.Fields.InDeclarationOrder().Where(field => field.RealContainingOneof is null || field.Name == content);

    private IEnumerable<string> PlacesOf(MessageDescriptor message, string prefix, int depth)
    {
        Assert.True(depth < Deepest, $"{prefix} holds itself.");
        foreach (var field in Fields(message))
            if (field is { FieldType: FieldType.Message, IsMap: false } && !Values.Contains(field.MessageType))
                foreach (var place in PlacesOf(field.MessageType, prefix + field.Name + ".", depth + 1))
                    yield return place;
            else
                yield return prefix + field.Name;
    }

    private void Fill(IMessage message, string prefix, string? changed, IReadOnlyCollection<string> without)
    {
        foreach (var field in Fields(message.Descriptor))
        {
            var place = prefix + field.Name;
            if (without.Contains(place))
                continue;
            if (field.IsMap)
                ((System.Collections.IDictionary)field.Accessor.GetValue(message))["key"] = place == changed ? "other" : "one";
            else if (field.IsRepeated)
                for (var i = 0; i < 2; i++)
                    ((System.Collections.IList)field.Accessor.GetValue(message)).Add(Value(field, place, changed, without));
            else
                field.Accessor.SetValue(message, Value(field, place, changed, without));
        }
    }

    private object Value(FieldDescriptor field, string place, string? changed, IReadOnlyCollection<string> without)
    {
        var other = place == changed;
        switch (field.FieldType)
        {
            case FieldType.Message when Values.Contains(field.MessageType):
                return Value(field.MessageType, place, other);
            case FieldType.Message:
                var message = field.MessageType.Parser.ParseFrom(ByteString.Empty);
                Fill(message, place + ".", changed, without);
                return message;
            case FieldType.Enum:
                return Enum.ToObject(field.EnumType.ClrType, other ? 2 : 1);
            case FieldType.Bool:
                // Some flags say that another field says nothing, so "false" comes first.
                return other;
            case FieldType.Int32:
                return other ? 2 : 1;
            case FieldType.Int64:
                return other ? 2L : 1L;
            case FieldType.String:
                return Text(place, other);
            default:
                throw new NotSupportedException($"{place} is a {field.FieldType}.");
        }
    }

    // No two places hold the same, so that a value that is taken for another one shows.
    private object Value(MessageDescriptor type, string place, bool other)
    {
        var number = 2 * place.Sum(c => c) + (other ? 1 : 0);
        var evidence = new Evidence { AsWritten = "as written", Span = new ByteSpan { Start = 1, End = 9 }, Rule = "a.rule", Confidence = 90 };
        if (type == TextValue.Descriptor)
            return new TextValue { Value = Text(place, other), Evidence = evidence };
        if (type == DecimalValue.Descriptor)
            return new DecimalValue { Value = number.ToString(CultureInfo.InvariantCulture), Evidence = evidence };
        if (type == DateValue.Descriptor)
            return new DateValue { Value = new DateOnly(2010, 1, 1).AddDays(number % 5000).ToString("O", CultureInfo.InvariantCulture), Evidence = evidence };
        if (type == BoolValue.Descriptor)
            return new BoolValue { Value = !other, Evidence = evidence };
        if (type == Timestamp.Descriptor)
            return Timestamp.FromDateTimeOffset(new DateTimeOffset(2024, 5, other ? 7 : 6, 12, 0, 0, TimeSpan.Zero));
        if (type == ByteSpan.Descriptor)
            return new ByteSpan { Start = 1, End = other ? 8 : 9 };
        evidence.AsWritten = other ? "written otherwise" : "as written";
        return evidence;
    }

    private string Text(string place, bool other)
    {
        var name = place[(place.LastIndexOf('.') + 1)..];
        var (one, two) = place switch
        {
            "name" => ("filings/0000000001-24-000001", "filings/0000000001-24-000002"),
            "issuer" => ("issuers/900", "issuers/901"),
            _ when name is "form_type" or "document_type" => formTypes,
            _ => Texts.GetValueOrDefault(name, (place, place + " other")),
        };
        return other ? two : one;
    }
}
