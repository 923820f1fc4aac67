using System.Globalization;
using Filingwire.Extraction.V1;
using Filingwire.Types.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Filingwire.Cli;

/// <summary>Prints a filing for people: a line per value with what was written, where, and how sure the reading is.</summary>
internal static class FilingPrinter
{
    private const int NameWidth = 52;
    private const int TextLimit = 90;

    public static void Print(TextWriter output, string source, Filing filing)
    {
        output.WriteLine(Printable.Line($"{filing.FormType.Value}  {string.Join(", ", filing.Issuers.Select(issuer => issuer.Name?.Value ?? issuer.Cik?.Value))}  ({source}, {filing.Format}, {filing.ContentBytes} bytes)"));
        output.WriteLine($"  {filing.Name}, parser {filing.Revision}");
        Walk(output, filing, "");
        foreach (var diagnostic in filing.Diagnostics)
            output.WriteLine($"  ! {diagnostic.Severity.ToString().ToLowerInvariant(),-8} {diagnostic.Code}: {diagnostic.Message}{At(diagnostic.Span)}");
    }

    private static void Walk(TextWriter output, IMessage message, string path)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            if (field.FieldType == FieldType.Message && field.MessageType.FullName is "filingwire.type.v1.Diagnostic" or "filingwire.extraction.v1.Document" or "google.protobuf.Timestamp")
                continue;
            var value = field.Accessor.GetValue(message);
            var name = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            if (field.IsRepeated && value is System.Collections.IList list)
                for (var i = 0; i < list.Count; i++)
                    Item(output, field, list[i]!, string.Create(CultureInfo.InvariantCulture, $"{name}[{i + 1}]"));
            else if (value is not null && (!field.HasPresence || field.Accessor.HasValue(message)))
                Item(output, field, value, name);
        }
    }

    private static void Item(TextWriter output, FieldDescriptor field, object value, string name)
    {
        switch (value)
        {
            case TextValue text:
                Line(output, name, text.HasValue ? text.Value : null, text.Evidence, text.FootnoteIds);
                break;
            case DecimalValue number:
                Line(output, name, number.HasValue ? number.Value : null, number.Evidence, number.FootnoteIds);
                break;
            case DateValue date:
                Line(output, name, date.HasValue ? date.Value : null, date.Evidence, date.FootnoteIds);
                break;
            case BoolValue flag:
                Line(output, name, flag.HasValue ? flag.Value ? "yes" : "no" : null, flag.Evidence, flag.FootnoteIds);
                break;
            case Evidence evidence:
                Line(output, name, Short(evidence.AsWritten), evidence, []);
                break;
            case ByteSpan:
                break;
            case IMessage nested:
                Walk(output, nested, name);
                break;
            case not null when name.Contains('.', StringComparison.Ordinal) && field.FieldType == FieldType.Enum && (int)value != 0:
                output.WriteLine($"  {name,-NameWidth} {field.EnumType.FindValueByNumber((int)value)?.Name}");
                break;
        }
    }

    private static void Line(TextWriter output, string name, string? value, Evidence? evidence, IEnumerable<string> footnotes)
    {
        var notes = string.Join(' ', footnotes);
        var written = evidence is null || evidence.AsWritten == value ? "" : $"  \"{Short(evidence.AsWritten)}\"";
        var source = evidence is null ? "" : $"  {At(evidence.Span).TrimStart()} {evidence.Rule} {evidence.Confidence}%";
        output.WriteLine($"  {name,-NameWidth} {Short(value) ?? "(not read)"}{(notes.Length > 0 ? $" ({notes})" : "")}{written}{source}");
    }

    private static string At(ByteSpan? span) => span is null ? "" : string.Create(CultureInfo.InvariantCulture, $" [{span.Start},{span.End})");

    private static string? Short(string? text)
    {
        if (text is null)
            return null;
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Printable.Line(line.Length <= TextLimit ? line : line[..TextLimit] + "…");
    }
}
