using Filingwire.Parsing;

namespace Filingwire.Cli.Sources;

/// <summary>
/// Splits a stream of one or more submissions at the lines that open one: &lt;SEC-DOCUMENT&gt;, &lt;SUBMISSION&gt; or &lt;IMS-DOCUMENT&gt;, whichever the
/// stream begins with. A privacy-enhanced head stays with the submission it belongs to.
/// </summary>
public static class SubmissionSplitter
{
    private const int FirstBuffer = 256 * 1024;

    /// <summary>An opening tag stands within the first bytes; a privacy-enhanced head takes some hundred.</summary>
    private const int Looked = 16384;

    /// <summary>Gives the submissions in order.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Split(Stream stream)
    {
        var buffer = new byte[FirstBuffer];
        var (length, ended) = (0, false);
        while (true)
        {
            (length, ended) = Fill(stream, ref buffer, length, ended);
            if (length == 0)
                yield break;
            var cut = Cut(buffer.AsSpan(0, length));
            if (cut < 0 && !ended && length <= FilingParser.MaxBytes)
            {
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, FilingParser.MaxBytes + 1));
                continue;
            }
            var end = cut < 0 ? length : cut;
            yield return buffer.AsMemory(0, end).ToArray();
            if (cut < 0 && !ended)
                // Too large to be read; its rest is passed over up to the next opening.
                (length, ended) = Skip(stream, buffer);
            else
            {
                buffer.AsSpan(end, length - end).CopyTo(buffer);
                length -= end;
            }
        }
    }

    private static (int Length, bool Ended) Fill(Stream stream, ref byte[] buffer, int length, bool ended)
    {
        while (!ended && length < buffer.Length)
        {
            var read = stream.Read(buffer, length, buffer.Length - length);
            ended = read == 0;
            length += read;
        }
        return (length, ended);
    }

    private static (int Length, bool Ended) Skip(Stream stream, byte[] buffer)
    {
        var tag = OpeningTag(buffer.AsSpan(0, Looked));
        var length = 0;
        while (true)
        {
            var read = stream.Read(buffer, length, buffer.Length - length);
            if (read == 0)
                return (0, true);
            length += read;
            if (tag.Length > 0 && FindOpening(buffer.AsSpan(0, length), 0, tag) is >= 0 and var found)
            {
                buffer.AsSpan(found, length - found).CopyTo(buffer);
                return (length - found, false);
            }
            var kept = Math.Min(length, tag.Length + 1);
            buffer.AsSpan(length - kept, kept).CopyTo(buffer);
            length = kept;
        }
    }

    /// <summary>Where the second submission begins; -1 when there is none in the bytes.</summary>
    private static int Cut(ReadOnlySpan<byte> bytes)
    {
        var tag = OpeningTag(bytes[..Math.Min(bytes.Length, Looked)]);
        if (tag.Length == 0)
            return -1;
        var first = FindOpening(bytes, 0, tag);
        var second = FindOpening(bytes, first + tag.Length, tag);
        if (second < 0)
            return -1;
        var head = bytes[(first + tag.Length)..second].LastIndexOf("-----BEGIN PRIVACY-ENHANCED MESSAGE-----"u8);
        return head < 0 ? second : first + tag.Length + head;
    }

    private static ReadOnlySpan<byte> OpeningTag(ReadOnlySpan<byte> head)
    {
        var (submission, document) = (FindOpening(head, 0, "<SUBMISSION>"u8), FindOpening(head, 0, "<SEC-DOCUMENT>"u8));
        if (submission >= 0 && (document < 0 || submission < document))
            return "<SUBMISSION>"u8;
        if (document >= 0)
            return "<SEC-DOCUMENT>"u8;
        return FindOpening(head, 0, "<IMS-DOCUMENT>"u8) >= 0 ? "<IMS-DOCUMENT>"u8 : default;
    }

    private static int FindOpening(ReadOnlySpan<byte> bytes, int from, ReadOnlySpan<byte> tag)
    {
        while (from < bytes.Length)
        {
            var found = bytes[from..].IndexOf(tag);
            if (found < 0)
                return -1;
            found += from;
            if (found == 0 || bytes[found - 1] is (byte)'\n' or (byte)'\r')
                return found;
            from = found + tag.Length;
        }
        return -1;
    }
}
