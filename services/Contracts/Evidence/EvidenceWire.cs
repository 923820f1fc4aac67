using Filingwire.Contracts.Codes;
using Filingwire.Sec.Evidence;
using Wire = Filingwire.Types.V1;

namespace Filingwire.Contracts.Evidence;

/// <summary>
/// Values with their source ↔ the wire's values with evidence. Every overload takes a null and then gives null: the document does not hold the fact. What a
/// peer wrote and cannot be understood is a field without a value.
/// </summary>
public static class EvidenceWire
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
            value.Value = number.ToWire();
        return value;
    }

    /// <summary>A calendar date, ISO 8601.</summary>
    public static Wire.DateValue? ToProto(this Field<DateOnly?>? field)
    {
        if (field is null)
            return null;
        var value = new Wire.DateValue { Evidence = field.Source.ToProto(), FootnoteIds = { field.FootnoteIds } };
        if (field.Value is { } date)
            value.Value = date.ToWire();
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
            value.Value = time.ToWire();
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

    /// <summary>A text.</summary>
    public static Field<string?>? ToField(this Wire.TextValue? wire) =>
        wire is null ? null : Of<string?>(wire.HasValue ? wire.Value : null, wire.Evidence, wire.FootnoteIds);

    /// <summary>A decimal number.</summary>
    public static Field<decimal?>? ToField(this Wire.DecimalValue? wire) => wire is null ? null : Of(wire.Known(), wire.Evidence, wire.FootnoteIds);

    /// <summary>A calendar date.</summary>
    public static Field<DateOnly?>? ToField(this Wire.DateValue? wire) => wire is null ? null : Of(wire.Known(), wire.Evidence, wire.FootnoteIds);

    /// <summary>Yes, no or unreadable.</summary>
    public static Field<bool?>? ToField(this Wire.BoolValue? wire) => wire is null ? null : Of(wire.Known(), wire.Evidence, wire.FootnoteIds);

    /// <summary>Where a value comes from; of a value without evidence nothing is known.</summary>
    public static Source ToSource(this Wire.Evidence? wire) =>
        wire is null ? new Source("", null, "", 0) : new Source(wire.AsWritten, wire.Span.ToSpan(), wire.Rule, (byte)Math.Clamp(wire.Confidence, 0, 100));

    /// <summary>A range of bytes; null when it is none of a submission that could have been read.</summary>
    public static ByteSpan? ToSpan(this Wire.ByteSpan? wire) =>
        wire is { Start: >= 0, End: <= int.MaxValue } && wire.Start <= wire.End ? new ByteSpan((int)wire.Start, (int)wire.End) : null;

    /// <summary>The text alone; null when it is empty or nothing could be read.</summary>
    public static string? Known(this Wire.TextValue? wire) => wire is { HasValue: true, Value.Length: > 0 } ? wire.Value : null;

    /// <summary>The number alone.</summary>
    public static decimal? Known(this Wire.DecimalValue? wire) => wire is { HasValue: true } ? WireText.Number(wire.Value) : null;

    /// <summary>The date alone.</summary>
    public static DateOnly? Known(this Wire.DateValue? wire) => wire is { HasValue: true } ? WireText.Date(wire.Value) : null;

    /// <summary>The answer alone.</summary>
    public static bool? Known(this Wire.BoolValue? wire) => wire is { HasValue: true } ? wire.Value : null;

    /// <summary>A diagnostic.</summary>
    public static Wire.Diagnostic ToProto(this Diagnostic diagnostic)
    {
        var wire = new Wire.Diagnostic
        {
            Severity = diagnostic.Severity.ToProto(),
            Code = diagnostic.Code,
            Message = diagnostic.Message,
            Span = diagnostic.Span?.ToProto(),
        };
        foreach (var (name, value) in diagnostic.Parameters)
            wire.Parameters[name] = value;
        return wire;
    }

    private static Field<T> Of<T>(T value, Wire.Evidence? evidence, IReadOnlyList<string> footnotes) =>
        new(value, evidence.ToSource()) { FootnoteIds = footnotes.Count == 0 ? [] : [.. footnotes] };
}
