using System.Text;

namespace Filingwire.Extraction.Parsing.Envelopes;

/// <summary>Tells a document's format from its bytes.</summary>
public static class DocumentFormats
{
    private const int Looked = 4096;

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
        return DocumentFormat.Text;
    }
}
