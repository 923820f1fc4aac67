using System.Text;
using System.Xml;

namespace Filingwire.Corpus.Ownership;

/// <summary>The ownership XML inside a file, seen by the framework's XML reader.</summary>
internal static class RawOwnershipXml
{
    /// <summary>The bytes from &lt;ownershipDocument to its end tag; null when the file has none.</summary>
    public static byte[]? Find(byte[] bytes)
    {
        var start = bytes.AsSpan().IndexOf("<ownershipDocument"u8);
        var end = bytes.AsSpan().LastIndexOf("</ownershipDocument>"u8);
        return start < 0 || end < 0 ? null : bytes[start..(end + "</ownershipDocument>".Length)];
    }

    /// <summary>
    /// Each text as "leaf=text" (the leaf is the element around &lt;value&gt;), each reference as "leaf#id" and each footnote as "footnote@id".
    /// </summary>
    public static IEnumerable<string> Texts(byte[] xml)
    {
        using var reader = XmlReader.Create(new StreamReader(new MemoryStream(xml), Encoding.UTF8), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var open = new Stack<string>();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.LocalName == "footnoteId")
                        yield return $"{open.Peek()}#{reader.GetAttribute("id")}";
                    if (reader.LocalName == "footnote")
                        yield return $"footnote@{reader.GetAttribute("id")}";
                    if (!reader.IsEmptyElement)
                        open.Push(reader.LocalName);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    var text = reader.Value.Trim(' ', '\t', '\r', '\n');
                    if (text.Length > 0)
                        yield return $"{(open.Peek() == "value" ? open.ElementAt(1) : open.Peek())}={text}";
                    break;
            }
        }
    }
}
