using Filingwire.Parsing.Xml;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Envelopes;

/// <summary>Cuts the &lt;DOCUMENT&gt; parts out of a submission.</summary>
internal static class DocumentReader
{
    private static ReadOnlySpan<byte> OpenTag => "<DOCUMENT>"u8;

    /// <summary>Reads the documents from <paramref name="from"/> on.</summary>
    public static List<SubmissionDocument> Read(ReadOnlySpan<byte> bytes, int from, List<Diagnostic> diagnostics)
    {
        var documents = new List<SubmissionDocument>();
        for (var start = FindLine(bytes, from, OpenTag); start >= 0;)
        {
            var content = start + OpenTag.Length;
            var next = FindLine(bytes, content, OpenTag);
            var limit = next < 0 ? bytes.Length : next;
            var close = bytes[content..limit].LastIndexOf("</DOCUMENT>"u8);
            if (close < 0)
                diagnostics.Add(new Diagnostic(Severity.Warning, "document-unterminated", "A document has no end tag.", new ByteSpan(start, content)));
            documents.Add(ReadOne(bytes, content, close < 0 ? limit : content + close));
            start = next;
        }
        return documents;
    }

    /// <summary>The first line from <paramref name="from"/> on that begins with the tag; -1 when there is none.</summary>
    public static int FindLine(ReadOnlySpan<byte> bytes, int from, ReadOnlySpan<byte> tag)
    {
        while (from < bytes.Length)
        {
            var found = bytes[from..].IndexOf(tag);
            if (found < 0)
                return -1;
            found += from;
            if (found == 0 || bytes[found - 1] is (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'>')
                return found;
            from = found + tag.Length;
        }
        return -1;
    }

    private static SubmissionDocument ReadOne(ReadOnlySpan<byte> bytes, int start, int end)
    {
        var text = bytes[start..end].IndexOf("<TEXT>"u8);
        var tags = new ByteSpan(start, text < 0 ? end : start + text);
        var (from, to) = (text < 0 ? start : start + text + "<TEXT>"u8.Length, end);
        if (text >= 0 && bytes[from..to].LastIndexOf("</TEXT>"u8) is >= 0 and var close)
            to = from + close;
        var body = Unwrap(bytes, from, to);
        return new SubmissionDocument(body, IsUuencoded(bytes[body.Start..body.End]) ? DocumentFormat.Binary : DocumentFormats.Detect(bytes[body.Start..body.End]))
        {
            Type = Tag(bytes, tags, "<TYPE>"u8, "document.type"),
            Sequence = Tag(bytes, tags, "<SEQUENCE>"u8, "document.sequence"),
            Filename = Tag(bytes, tags, "<FILENAME>"u8, "document.filename"),
            Description = Tag(bytes, tags, "<DESCRIPTION>"u8, "document.description"),
        };
    }

    /// <summary>Takes blank lines and the wrapper &lt;XML&gt;, &lt;XBRL&gt; or &lt;PDF&gt; off.</summary>
    private static ByteSpan Unwrap(ReadOnlySpan<byte> bytes, int from, int to)
    {
        var body = Trim(bytes, from, to);
        foreach (var name in new[] { "XML", "XBRL", "PDF" })
        {
            var inside = bytes[body.Start..body.End];
            if (inside.Length < name.Length + 2 || inside[0] != (byte)'<' || inside[name.Length + 1] != (byte)'>'
                || !System.Text.Ascii.EqualsIgnoreCase(inside.Slice(1, name.Length), name))
                continue;
            var end = body.End;
            var tail = name.Length + 3;
            if (inside.Length > tail && System.Text.Ascii.EqualsIgnoreCase(inside.Slice(inside.Length - tail + 2, name.Length), name))
                end -= tail;
            return Trim(bytes, body.Start + name.Length + 2, end);
        }
        return body;
    }

    private static ByteSpan Trim(ReadOnlySpan<byte> bytes, int from, int to)
    {
        while (from < to && bytes[from] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t')
            from++;
        while (to > from && bytes[to - 1] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t')
            to--;
        return new ByteSpan(from, to);
    }

    /// <summary>"begin 644 name" opens a uuencoded file.</summary>
    private static bool IsUuencoded(ReadOnlySpan<byte> body) =>
        body.Length > 10 && body.StartsWith("begin "u8) && body[6..9].IndexOfAnyExceptInRange((byte)'0', (byte)'7') < 0 && body[9] == (byte)' ';

    private static Field<string?>? Tag(ReadOnlySpan<byte> bytes, ByteSpan tags, ReadOnlySpan<byte> tag, string rule)
    {
        var found = bytes[tags.Start..tags.End].IndexOf(tag);
        if (found < 0)
            return null;
        var start = tags.Start + found + tag.Length;
        var length = bytes[start..tags.End].IndexOfAny((byte)'\r', (byte)'\n');
        var value = Trim(bytes, start, length < 0 ? tags.End : start + length);
        if (value.Length == 0)
            return null;
        var text = XmlText.Decode(bytes[value.Start..value.End]);
        return new Field<string?>(text, new Source(text, value, rule, 100));
    }
}
