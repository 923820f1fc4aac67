using System.Text;

namespace Filingwire.Extraction.Parsing.Envelopes;

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
        var text = Encoding.Latin1.GetString(head).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        if (text.Contains("<ownershipDocument", StringComparison.OrdinalIgnoreCase))
            return DocumentFormat.Xml;
        if (text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<body", StringComparison.OrdinalIgnoreCase))
            return DocumentFormat.Html;
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return DocumentFormat.Xml;
        return IsRecognised(head) ? DocumentFormat.OcrText : DocumentFormat.Text;
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
