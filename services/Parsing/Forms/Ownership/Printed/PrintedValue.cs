using Filingwire.Parsing.Xml;

namespace Filingwire.Parsing.Forms.Ownership.Printed;

/// <summary>What kind of entry a cell's text looks like.</summary>
internal enum PrintedValueKind
{
    Empty,

    /// <summary>Nothing but footnote marks.</summary>
    NotesOnly,

    /// <summary>A readable date.</summary>
    Date,

    /// <summary>A readable number.</summary>
    Number,

    /// <summary>A readable number behind a dollar sign.</summary>
    Dollars,

    /// <summary>One or two capital letters, or two joined by a stroke: a code.</summary>
    Code,

    /// <summary>A date with characters that recognition confused.</summary>
    DamagedDate,

    /// <summary>A number with characters that recognition confused.</summary>
    DamagedNumber,

    /// <summary>Anything else.</summary>
    Text,
}

/// <summary>The content of a cell: its body, and the footnote marks before and behind it ("(1)", "⁽¹⁾").</summary>
internal sealed record PrintedValue
{
    // The specification allows 99 footnotes.
    private const int MostMarks = 99;
    private const string SuperscriptDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string OftenConfused = "OoQDIil|!SsBZzgGqbA";

    public required PrintedValueKind Kind { get; init; }

    /// <summary>The cell's place in its line.</summary>
    public required int Column { get; init; }

    /// <summary>First character of the body, or of the marks when there is no body.</summary>
    public required int Start { get; init; }

    /// <summary>First character after the body.</summary>
    public required int End { get; init; }

    /// <summary>The body.</summary>
    public required string Body { get; init; }

    public IReadOnlyList<string> FootnoteIds { get; init; } = [];

    /// <summary>Reads a stretch of the content.</summary>
    public static PrintedValue Of(string content, int column, int start, int end)
    {
        var notes = new List<string>();
        var (bodyStart, bodyEnd) = (start, end);
        while (notes.Count < MostMarks && MarkBefore(content, bodyStart, bodyEnd) is { } mark)
        {
            notes.Insert(0, Xml.FootnoteIds.Of(mark.Number));
            bodyEnd = TrimEnd(content, bodyStart, mark.Start);
        }
        var leading = new List<string>();
        while (leading.Count < MostMarks && MarkAt(content, bodyStart, bodyEnd) is { } mark)
        {
            leading.Add(Xml.FootnoteIds.Of(mark.Number));
            bodyStart = TrimStart(content, mark.End, bodyEnd);
        }
        var body = content[bodyStart..bodyEnd];
        var onlyNotes = body.Length == 0 && end > start;
        return new PrintedValue
        {
            Kind = onlyNotes ? PrintedValueKind.NotesOnly : KindOf(body),
            Column = column,
            Start = onlyNotes ? start : bodyStart,
            End = onlyNotes ? end : bodyEnd,
            Body = body,
            FootnoteIds = [.. leading.Concat(notes).Distinct()],
        };
    }

    public static PrintedValueKind KindOf(string body)
    {
        if (body.Length == 0)
            return PrintedValueKind.Empty;
        if (EdgarValues.TryPrintedDate(body, out _))
            return PrintedValueKind.Date;
        if (EdgarValues.TryTypedNumber(body, out _))
            return body.Contains('$', StringComparison.Ordinal) ? PrintedValueKind.Dollars : PrintedValueKind.Number;
        if (IsCode(body))
            return PrintedValueKind.Code;
        return Damaged(body);
    }

    private static bool IsCode(string body) => body.Length switch
    {
        1 => char.IsAsciiLetter(body[0]),
        2 => char.IsAsciiLetterUpper(body[0]) && body[1] is 'K' or 'V',
        3 => char.IsAsciiLetterUpper(body[0]) && body[1] is '/' && body[2] is 'K',
        _ => false,
    };

    /// <summary>A text whose every character belongs to a number or date or is often taken for a digit, with a real digit or separator in it.</summary>
    private static PrintedValueKind Damaged(string body)
    {
        var compact = body.TrimStart('\\').TrimStart('$', ' ');
        if (compact.Length < 2 || !compact.All(c => char.IsAsciiDigit(c) || c is '/' or ',' or '.' or ' ' || OftenConfused.Contains(c, StringComparison.Ordinal))
            || !compact.Any(char.IsAsciiDigit))
            return PrintedValueKind.Text;
        return compact.Contains('/', StringComparison.Ordinal) ? PrintedValueKind.DamagedDate : PrintedValueKind.DamagedNumber;
    }

    private static (int Number, int Start)? MarkBefore(string content, int start, int end)
    {
        if (end <= start)
            return null;
        var close = content[end - 1];
        if (close is ',' && end - 1 > start && content[end - 2] is ')' or '⁾')
            close = content[--end - 1];
        var digitsEnd = close is ')' or '⁾' ? end - 1 : end;
        var at = digitsEnd;
        while (at > start && (close is ')' ? char.IsAsciiDigit(content[at - 1]) : SuperscriptDigits.Contains(content[at - 1], StringComparison.Ordinal)))
            at--;
        if (at == digitsEnd || digitsEnd - at > 2)
            return null;
        var number = Number(content.AsSpan(at, digitsEnd - at));
        if (close is not (')' or '⁾'))
            return (number, at);
        return at > start && content[at - 1] is '(' or '⁽' ? (number, at - 1) : null;
    }

    private static (int Number, int End)? MarkAt(string content, int start, int end)
    {
        if (end - start < 3 || content[start] is not ('(' or '⁽'))
            return null;
        var close = content.AsSpan(start, Math.Min(4, end - start)).IndexOfAny(')', '⁾');
        return close is >= 2 and <= 3 && MarkBefore(content, start, start + close + 1) is { } mark && mark.Start == start ? (mark.Number, start + close + 1) : null;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = (number * 10) + (char.IsAsciiDigit(digit) ? digit - '0' : SuperscriptDigits.IndexOf(digit, StringComparison.Ordinal));
        return number;
    }

    private static int TrimStart(string content, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(content[start]) || content[start] is ','))
            start++;
        return start;
    }

    private static int TrimEnd(string content, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(content[end - 1]))
            end--;
        return end;
    }
}
