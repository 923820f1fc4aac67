using System.Text;
using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Html;

/// <summary>Collects the text of a document with the bytes of every character.</summary>
internal struct TextBuilder(int capacity, int offset)
{
    private readonly List<TextRun> runs = [];
    private readonly List<int> cellBreaks = [];
    private char[] content = new char[Math.Max(256, capacity)];
    private int length;
    private int lastByteEnd = -1;

    /// <summary>Number of characters so far.</summary>
    public readonly int Length => length;

    /// <summary>The last character; a line feed at the start.</summary>
    public readonly char Last => length == 0 ? '\n' : content[length - 1];

    /// <summary>Adds characters that came one to one from bytes.</summary>
    public void AddAscii(ReadOnlySpan<byte> bytes, int at)
    {
        Grow(bytes.Length);
        Ascii.ToUtf16(bytes, content.AsSpan(length), out _);
        Mark(at, at + bytes.Length, lastByteEnd == at);
        length += bytes.Length;
        lastByteEnd = at + bytes.Length;
    }

    /// <summary>Adds one character that stands for a range of bytes.</summary>
    public void Add(Rune rune, int start, int end)
    {
        Grow(2);
        Mark(start, end, rune.Utf16SequenceLength == end - start && lastByteEnd == start);
        length += rune.EncodeToUtf16(content.AsSpan(length));
        lastByteEnd = rune.Utf16SequenceLength == end - start && rune.Utf16SequenceLength == 1 ? end : -1;
    }

    /// <summary>Adds a separator that stands in no byte.</summary>
    /// <param name="separator">The separator.</param>
    /// <param name="count">How often.</param>
    /// <param name="at">The byte before which it stands.</param>
    /// <param name="insideCell">It breaks a line inside a cell of a table.</param>
    public void AddSeparator(char separator, int count, int at, bool insideCell = false)
    {
        Grow(count);
        for (var i = 0; insideCell && i < count; i++)
            cellBreaks.Add(length + i);
        Mark(at, at, false);
        content.AsSpan(length, count).Fill(separator);
        length += count;
        lastByteEnd = -1;
    }

    /// <summary>The text.</summary>
    public readonly SourceText Build() => new(new string(content, 0, length), [.. runs], [.. cellBreaks]);

    // Consecutive characters that go one to one with bytes share a run.
    private readonly void Mark(int start, int end, bool continues)
    {
        if (continues)
            runs[^1] = runs[^1] with { ByteEnd = offset + end };
        else
            runs.Add(new TextRun(length, offset + start, offset + end));
    }

    private void Grow(int more)
    {
        if (length + more > content.Length)
            Array.Resize(ref content, Math.Max(length + more, content.Length * 2));
    }
}
