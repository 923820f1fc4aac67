using System.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Text;

/// <summary>
/// Decoded text in which every character knows its bytes in the submission. Rules match on <see cref="Content"/> and turn a match into
/// evidence by <see cref="SpanOf"/>.
/// </summary>
public sealed class SourceText
{
    private readonly TextRun[] runs;
    private readonly int[] cellBreaks;

    /// <param name="content">The decoded text.</param>
    /// <param name="runs">Where it came from: ascending, the first run begins at character 0. May be empty for empty text.</param>
    /// <param name="cellBreaks">The line feeds that break a line inside a cell of a table, ascending.</param>
    internal SourceText(string content, TextRun[] runs, int[]? cellBreaks = null)
    {
        Content = content;
        this.runs = runs;
        this.cellBreaks = cellBreaks ?? [];
    }

    /// <param name="content">The decoded text.</param>
    /// <param name="starts">First byte of each character.</param>
    /// <param name="ends">First byte after each character.</param>
    public SourceText(string content, int[] starts, int[] ends)
        : this(content, [.. starts.Select((start, at) => new TextRun(at, start, ends[at]))])
    {
    }

    /// <summary>The decoded text.</summary>
    public string Content { get; }

    /// <summary>
    /// Decodes plain text: UTF-8, or Windows-1252 where the bytes are no UTF-8 (files of the 1990s and 2000s). No character is dropped or changed.
    /// </summary>
    /// <param name="bytes">The bytes of the text.</param>
    /// <param name="offset">Where they begin in the submission.</param>
    public static SourceText FromPlainText(ReadOnlySpan<byte> bytes, int offset)
    {
        if (Ascii.IsValid(bytes))
            return new SourceText(Encoding.ASCII.GetString(bytes), [new TextRun(0, offset, offset + bytes.Length)]);
        var content = new StringBuilder(bytes.Length);
        var runs = new List<TextRun>();
        Span<char> units = stackalloc char[2];
        for (var at = 0; at < bytes.Length;)
        {
            var plain = bytes[at..].IndexOfAnyInRange((byte)0x80, (byte)0xff);
            if (plain != 0)
            {
                var ascii = plain < 0 ? bytes[at..] : bytes.Slice(at, plain);
                runs.Add(new TextRun(content.Length, offset + at, offset + at + ascii.Length));
                content.Append(Encoding.ASCII.GetString(ascii));
                at += ascii.Length;
                continue;
            }
            if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
                (rune, length) = (Windows1252.Decode(bytes[at]), 1);
            runs.Add(new TextRun(content.Length, offset + at, offset + at + length));
            content.Append(units[..rune.EncodeToUtf16(units)]);
            at += length;
        }
        return new SourceText(content.ToString(), [.. runs]);
    }

    /// <summary>Whether the line feed at a place only breaks a line inside a cell of a table: the row goes on.</summary>
    public bool BreaksInsideCell(int at) => cellBreaks.Length > 0 && Array.BinarySearch(cellBreaks, at) >= 0;

    /// <summary>The bytes of a stretch of characters.</summary>
    /// <param name="start">First character.</param>
    /// <param name="length">Number of characters, at least one unless the stretch is empty on purpose.</param>
    public ByteSpan SpanOf(int start, int length)
    {
        if (runs.Length == 0)
            return default;
        if (length > 0)
            return new ByteSpan(BytesAt(start).Start, BytesAt(start + length - 1).End);
        var at = start < Content.Length ? BytesAt(start).Start : runs[^1].ByteEnd;
        return new ByteSpan(at, at);
    }

    /// <summary>Evidence for a stretch of characters, as written.</summary>
    public Source Cite(int start, int length, string rule, byte confidence) =>
        new(Content.Substring(start, length), SpanOf(start, length), rule, confidence);

    /// <summary>Evidence for a range of characters without the white space around it.</summary>
    public Source Cite(TextRange range, string rule, byte confidence)
    {
        var trimmed = Trim(range);
        return Cite(trimmed.Start, trimmed.Length, rule, confidence);
    }

    /// <summary>The range without white space at its ends.</summary>
    public TextRange Trim(TextRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && char.IsWhiteSpace(Content[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Content[end - 1]))
            end--;
        return new TextRange(start, end);
    }

    private ByteSpan BytesAt(int character)
    {
        var (low, high) = (0, runs.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = runs[middle].CharStart <= character ? (middle, high) : (low, middle - 1);
        }
        var run = runs[low];
        var characters = (low + 1 < runs.Length ? runs[low + 1].CharStart : Content.Length) - run.CharStart;
        if (characters != run.ByteEnd - run.ByteStart)
            return new ByteSpan(run.ByteStart, run.ByteEnd);
        var at = run.ByteStart + character - run.CharStart;
        return new ByteSpan(at, at + 1);
    }
}
