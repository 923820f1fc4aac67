using System.Globalization;
using Filingwire.Sec.Evidence;
using Wire = Filingwire.Types.V1;

namespace Filingwire.Extraction.Readings;

/// <summary>
/// Values with their source → the wire's values with evidence. Every overload takes a null field and then gives null, which leaves the wire's
/// field absent: the document does not hold the fact.
/// </summary>
public static class EvidenceMapping
{
    /// <summary>A text.</summary>
    public static Wire.TextValue? ToProto(this Field<string?>? field)
    {
        if (field is null)
            return null;
        var value = new Wire.TextValue { Evidence = field.Source.ToProto(), FootnoteIds = { field.FootnoteIds } };
        if (field.Value is { } text)
            value.Value = text;
        return value;
    }

    /// <summary>A decimal number, with the digits it was written with: "1.50" stays "1.50".</summary>
    public static Wire.DecimalValue? ToProto(this Field<decimal?>? field)
    {
        if (field is null)
            return null;
        var value = new Wire.DecimalValue { Evidence = field.Source.ToProto(), FootnoteIds = { field.FootnoteIds } };
        if (field.Value is { } number)
            value.Value = number.ToString(CultureInfo.InvariantCulture);
        return value;
    }

    /// <summary>A calendar date, ISO 8601.</summary>
    public static Wire.DateValue? ToProto(this Field<DateOnly?>? field)
    {
        if (field is null)
            return null;
        var value = new Wire.DateValue { Evidence = field.Source.ToProto(), FootnoteIds = { field.FootnoteIds } };
        if (field.Value is { } date)
            value.Value = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return value;
    }

    /// <summary>Yes, no or unreadable.</summary>
    public static Wire.BoolValue? ToProto(this Field<bool?>? field)
    {
        if (field is null)
            return null;
        var value = new Wire.BoolValue { Evidence = field.Source.ToProto(), FootnoteIds = { field.FootnoteIds } };
        if (field.Value is { } flag)
            value.Value = flag;
        return value;
    }

    /// <summary>A wall-clock time of US Eastern, "2025-01-10T16:07:30".</summary>
    public static Wire.TextValue? ToProto(this Field<DateTime?>? field)
    {
        if (field is null)
            return null;
        var value = new Wire.TextValue { Evidence = field.Source.ToProto(), FootnoteIds = { field.FootnoteIds } };
        if (field.Value is { } time)
            value.Value = time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return value;
    }

    /// <summary>Where a value comes from.</summary>
    public static Wire.Evidence ToProto(this Source source) => new()
    {
        AsWritten = source.AsWritten,
        Span = source.Span?.ToProto(),
        Rule = source.Rule,
        Confidence = source.Confidence,
    };

    /// <summary>A range of bytes.</summary>
    public static Wire.ByteSpan ToProto(this ByteSpan span) => new() { Start = span.Start, End = span.End };

    /// <summary>A diagnostic.</summary>
    public static Wire.Diagnostic ToProto(this Diagnostic diagnostic)
    {
        var wire = new Wire.Diagnostic
        {
            Severity = diagnostic.Severity switch
            {
                Severity.Info => Wire.Diagnostic.Types.Severity.Info,
                Severity.Warning => Wire.Diagnostic.Types.Severity.Warning,
                Severity.Error => Wire.Diagnostic.Types.Severity.Error,
                _ => Wire.Diagnostic.Types.Severity.Unspecified,
            },
            Code = diagnostic.Code,
            Message = diagnostic.Message,
            Span = diagnostic.Span?.ToProto(),
        };
        foreach (var (name, value) in diagnostic.Parameters)
            wire.Parameters[name] = value;
        return wire;
    }
}
