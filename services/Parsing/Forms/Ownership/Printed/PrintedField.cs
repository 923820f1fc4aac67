using Filingwire.Parsing.Text;
using Filingwire.Parsing.Xml;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Ownership.Printed;

/// <summary>Turns entries of the printed form into values with evidence. What cannot be read is null with a diagnostic, never repaired.</summary>
internal sealed class PrintedField(SourceText text, List<Diagnostic> diagnostics)
{
    private const string Rule = "ownership.printed.";
    private const int LongestValue = 4000;

    /// <summary>Confidence of the values to come.</summary>
    public byte Confidence { get; set; } = 92;

    /// <summary>The entry's place is a guess: its value stays null.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>The row has as many cells as the table has columns, so that a cell's position is sure.</summary>
    public bool HasAllCells { get; init; }

    public Field<string?> Text(PrintedValue value, string rule) =>
        Make<string?>(value, value.Body.Length == 0 ? null : string.Join(' ', value.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), rule);

    public Field<decimal?> Number(PrintedValue value, string rule)
    {
        if (value.Kind == PrintedValueKind.NotesOnly)
            return Make<decimal?>(value, null, rule);
        if (EdgarValues.TryTypedNumber(value.Body, out var number))
            return Make<decimal?>(value, number, rule);
        Report("number-unreadable", "A number has characters that are no digits.", value);
        return Make<decimal?>(value, null, rule);
    }

    public Field<DateOnly?> Date(PrintedValue value, string rule)
    {
        if (value.Kind == PrintedValueKind.NotesOnly)
            return Make<DateOnly?>(value, null, rule);
        if (EdgarValues.TryPrintedDate(value.Body, out var date))
            return Make<DateOnly?>(value, date, rule);
        Report("date-unreadable", "A date has characters that are no digits, or is no day of the calendar.", value);
        return Make<DateOnly?>(value, null, rule);
    }

    /// <summary>A mark on the form that means "yes".</summary>
    public Field<bool?> Yes(PrintedValue value, string rule) => Make<bool?>(value, true, rule);

    /// <summary>A value that follows from the place or mark of an entry.</summary>
    public Field<string?> Meaning(PrintedValue value, string meaning, string rule) => Make<string?>(value, meaning, rule);

    /// <summary>A value that follows from the column alone, which only the positions of a complete row tell.</summary>
    public Field<string?> ByColumn(PrintedValue value, string meaning, string rule)
    {
        if (HasAllCells)
            return Meaning(value, meaning, rule);
        Report("column-uncertain", "Cells of the row are missing, so that the column of an entry is not sure.", value);
        return Make<string?>(value, null, rule);
    }

    private Field<T> Make<T>(PrintedValue value, T understood, string rule)
    {
        if (value.End - value.Start > LongestValue)
        {
            Report("value-unread", "An entry is longer than any entry is.", value);
            return new Field<T>(default!, text.Cite(value.Start, LongestValue, Rule + rule, Confidence));
        }
        if (IsDoubtful && understood is not null)
        {
            Report("column-uncertain", "An entry fits more than one column of its row.", value);
            return new Field<T>(default!, text.Cite(value.Start, value.End - value.Start, Rule + rule, Confidence));
        }
        return new Field<T>(understood, text.Cite(value.Start, value.End - value.Start, Rule + rule, Confidence)) { FootnoteIds = value.FootnoteIds };
    }

    private void Report(string code, string message, PrintedValue value) => diagnostics.Add(
        new Diagnostic(Severity.Warning, code, message, text.SpanOf(value.Start, value.End - value.Start))
        {
            Parameters = new Dictionary<string, string> { ["text"] = value.Body },
        });
}
