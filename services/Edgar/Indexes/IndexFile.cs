using System.Globalization;
using System.Text;

namespace Filingwire.Edgar.Indexes;

/// <summary>How the rows of an index are laid out.</summary>
public enum IndexLayout
{
    /// <summary>Fields between bars: master.idx, xbrl.idx.</summary>
    Barred,

    /// <summary>Columns, the form type first: form.idx.</summary>
    FormFirst,

    /// <summary>Columns, the company first: company.idx, crawler.idx.</summary>
    CompanyFirst,
}

/// <summary>A line that is no row, which a reader has to know of: it is a filing that may be missing.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Text">As written, cut off at 200 characters.</param>
public sealed record UnreadLine(int Line, string Text);

/// <summary>
/// A daily or full index of EDGAR as read from its bytes (Latin-1, never UTF-8). Headings differ by year and file, and the title line is
/// broken in two in some: the rows begin after the line of dashes, however many lines come before.
/// </summary>
/// <param name="Layout">How it is laid out.</param>
/// <param name="LastDataReceived">What the heading says; null when it says nothing that can be read.</param>
/// <param name="Rows">In the order of the file.</param>
/// <param name="Unread">Lines that are no rows.</param>
/// <param name="IsComplete">False when the file does not end after a full row: it was cut off on the way.</param>
public sealed record IndexFile(IndexLayout Layout, DateOnly? LastDataReceived, IReadOnlyList<IndexRow> Rows,
    IReadOnlyList<UnreadLine> Unread, bool IsComplete)
{
    private const int FewestDashes = 40;
    private const int Farthest = 64 * 1024;
    private const int LongestQuoted = 200;

    /// <summary>Reads an index.</summary>
    /// <returns>Null when the bytes are none: no title and line of dashes stand at their beginning, as in an error page.</returns>
    public static IndexFile? Read(ReadOnlySpan<byte> bytes)
    {
        if (Heading(bytes) is not { } heading)
            return null;
        var rows = new List<IndexRow>(bytes.Length / 90);
        var unread = new List<UnreadLine>();
        var reader = new IndexRowReader(heading.Layout);
        var line = heading.Lines;
        var (at, complete) = (heading.RowsAt, true);
        while (at < bytes.Length)
        {
            var length = bytes[at..].IndexOf((byte)'\n');
            var text = (length < 0 ? bytes[at..] : bytes.Slice(at, length)).TrimEnd("\r \t"u8);
            line++;
            if (reader.TryRead(text, out var row))
                rows.Add(row);
            else if (!text.IsEmpty)
                unread.Add(new UnreadLine(line, Encoding.Latin1.GetString(text[..Math.Min(text.Length, LongestQuoted)])));
            complete = length >= 0;
            at = length < 0 ? bytes.Length : at + length + 1;
        }
        return new IndexFile(heading.Layout, heading.LastDataReceived, rows, unread, complete);
    }

    private static (IndexLayout Layout, DateOnly? LastDataReceived, int RowsAt, int Lines)? Heading(ReadOnlySpan<byte> bytes)
    {
        IndexLayout? layout = null;
        DateOnly? received = null;
        var (at, lines) = (0, 0);
        while (at < Math.Min(bytes.Length, Farthest))
        {
            var length = bytes[at..].IndexOf((byte)'\n');
            if (length < 0)
                return null;
            var line = bytes.Slice(at, length).Trim("\r \t"u8);
            at += length + 1;
            lines++;
            if (layout is { } known && line.Length >= FewestDashes && line.IndexOfAnyExcept((byte)'-') < 0)
                return (known, received, at, lines);
            layout = LayoutOf(line) ?? layout;
            received = Received(line) ?? received;
        }
        return null;
    }

    private static IndexLayout? LayoutOf(ReadOnlySpan<byte> title) =>
        title.StartsWith("CIK|"u8) ? IndexLayout.Barred
        : title.StartsWith("Form Type "u8) ? IndexLayout.FormFirst
        : title.StartsWith("Company Name "u8) ? IndexLayout.CompanyFirst
        : null;

    private static DateOnly? Received(ReadOnlySpan<byte> line)
    {
        var name = "Last Data Received:"u8;
        if (!line.StartsWith(name))
            return null;
        var text = Encoding.Latin1.GetString(line[name.Length..].Trim((byte)' ')).Replace("  ", " ", StringComparison.Ordinal);
        return DateOnly.TryParseExact(text, ["MMM d, yyyy", "MMMM d, yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;
    }
}
