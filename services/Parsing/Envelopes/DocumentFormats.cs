using System.Text;

namespace Filingwire.Parsing.Envelopes;

/// <summary>Tells a document's format from its bytes.</summary>
public static class DocumentFormats
{
    private const int Looked = 4096;
    private const int LeastTabs = 3;
    private const int LeastLines = 3;

    /// <summary>Looks at the first bytes; a NUL byte means binary.</summary>
    public static DocumentFormat Detect(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Looked)];
        if (head.Contains((byte)0))
            return DocumentFormat.Binary;
        if (ContainsTag(head, "<ownershipDocument"))
            return DocumentFormat.Xml;
        if (ContainsTag(head, "<html") || ContainsTag(head, "<!DOCTYPE html") || ContainsTag(head, "<body"))
            return DocumentFormat.Html;
        var start = head.IndexOfAnyExcept([(byte)0xef, (byte)0xbb, (byte)0xbf, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']);
        if (start >= 0 && head[start..].StartsWith("<?xml"u8))
            return DocumentFormat.Xml;
        return IsRecognised(head) ? DocumentFormat.OcrText : DocumentFormat.Text;
    }

    private static bool ContainsTag(ReadOnlySpan<byte> head, string tag)
    {
        for (var at = head.IndexOf((byte)'<'); at >= 0;)
        {
            if (head.Length - at >= tag.Length && Ascii.EqualsIgnoreCase(head.Slice(at, tag.Length), tag))
                return true;
            var next = head[(at + 1)..].IndexOf((byte)'<');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return false;
    }

    /// <summary>
    /// Recognised text comes as lines of tab-separated cells, with list items behind hyphens, escaped dollar signs, drawn boxes or superscripts.
    /// Text typed for EDGAR is aligned by blanks.
    /// </summary>
    private static bool IsRecognised(ReadOnlySpan<byte> head)
    {
        var lines = 0;
        foreach (var line in head.Split((byte)'\n'))
            if (head[line].Count((byte)'\t') >= LeastTabs)
                lines++;
        return lines >= LeastLines && (head.IndexOf("\n- "u8) >= 0 || head.IndexOf("\\$"u8) >= 0 || head.IndexOf("\u2610"u8) >= 0
            || head.IndexOf("\u2612"u8) >= 0 || head.IndexOf("\u207d"u8) >= 0);
    }
}
