using System.Text;
using Filingwire.Extraction.Parsing.Evidence;

namespace Filingwire.Extraction.Parsing.Text;

/// <summary>
/// Decoded text in which every character knows its bytes in the submission. Rules match on <see cref="Content"/> and turn a match into
/// evidence by <see cref="SpanOf"/>.
/// </summary>
public sealed class SourceText
{
    private readonly int[]? starts;
    private readonly int[]? ends;
    private readonly int offset;

    /// <param name="content">The decoded text.</param>
    /// <param name="starts">First byte of each character.</param>
    /// <param name="ends">First byte after each character.</param>
    public SourceText(string content, int[] starts, int[] ends)
    {
        Content = content;
        this.starts = starts;
        this.ends = ends;
    }

    private SourceText(string content, int offset)
    {
        Content = content;
        this.offset = offset;
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
            return new SourceText(Encoding.ASCII.GetString(bytes), offset);
        var content = new StringBuilder(bytes.Length);
        var starts = new List<int>(bytes.Length);
        var ends = new List<int>(bytes.Length);
        Span<char> units = stackalloc char[2];
        for (var at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
                (rune, length) = (Windows1252.Decode(bytes[at]), 1);
            var count = rune.EncodeToUtf16(units);
            content.Append(units[..count]);
            for (var i = 0; i < count; i++)
            {
                starts.Add(offset + at);
                ends.Add(offset + at + length);
            }
            at += length;
        }
        return new SourceText(content.ToString(), [.. starts], [.. ends]);
    }

    /// <summary>The bytes of a stretch of characters.</summary>
    /// <param name="start">First character.</param>
    /// <param name="length">Number of characters, at least one unless the stretch is empty on purpose.</param>
    public ByteSpan SpanOf(int start, int length)
    {
        if (starts is null || ends is null)
            return new ByteSpan(offset + start, offset + start + length);
        if (length > 0)
            return new ByteSpan(starts[start], ends[start + length - 1]);
        var at = start < starts.Length ? starts[start] : ends.Length > 0 ? ends[^1] : offset;
        return new ByteSpan(at, at);
    }

    /// <summary>Evidence for a stretch of characters, as written.</summary>
    public Source Cite(int start, int length, string rule, byte confidence) =>
        new(Content.Substring(start, length), SpanOf(start, length), rule, confidence);
}
