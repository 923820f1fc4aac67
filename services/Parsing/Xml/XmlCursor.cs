using System.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Xml;

/// <summary>
/// Walks the elements of a form that EDGAR takes as XML and reads the values of leaves. Broken markup is recovered where its meaning is plain, always
/// with a diagnostic; text that no element claims is reported with its bytes, so nothing is lost in silence.
/// </summary>
/// <typeparam name="TElement">The specification's elements, an enum of bytes whose first value is an unknown element.</typeparam>
internal ref partial struct XmlCursor<TElement>
    where TElement : unmanaged, Enum
{
    /// <summary>Deeper nesting is no form; the specifications need about seven levels.</summary>
    private const int DeepestNesting = 64;

    private const int MostDiagnostics = 500;
    private const byte AsMarkedUp = 100;
    private const byte Recovered = 90;

    private readonly ReadOnlySpan<byte> bytes;
    private readonly List<Diagnostic> diagnostics;
    private readonly XmlElements elements;
    private readonly byte[] open = new byte[DeepestNesting];
    private XmlTokenizer xml;
    private byte current;
    private int depth;
    private bool recovered;
    private bool closing;

    /// <param name="elements">The specification: <see cref="XmlElements.Of"/> the same elements.</param>
    /// <param name="submission">The submission as received.</param>
    /// <param name="body">The document in it.</param>
    /// <param name="diagnostics">Receives what is odd.</param>
    public XmlCursor(XmlElements elements, ReadOnlySpan<byte> submission, ByteSpan body, List<Diagnostic> diagnostics)
    {
        this.elements = elements;
        bytes = submission;
        this.diagnostics = diagnostics;
        xml = new XmlTokenizer(submission, body.Start, body.End);
    }

    /// <summary>The element that <see cref="Read"/> opened or closed.</summary>
    public readonly TElement Element => XmlElements.Element<TElement>(current);

    /// <summary>True when <see cref="Element"/> was closed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The bytes of the current tag.</summary>
    public readonly ByteSpan Tag => new(xml.Start, xml.End);

    /// <summary>The element around the current one.</summary>
    public readonly TElement Parent => XmlElements.Element<TElement>(depth > 1 ? open[depth - 2] : XmlElements.Unknown);

    /// <summary>Moves to the next element that opens or closes. A leaf that is read by one of the value methods does not close.</summary>
    public bool Read()
    {
        if (closing)
        {
            closing = false;
            current = open[--depth];
            IsClosed = true;
            return true;
        }
        while (xml.Next())
        {
            switch (xml.Kind)
            {
                case XmlTokenKind.StartTag or XmlTokenKind.EmptyTag:
                    current = Recognise();
                    IsClosed = false;
                    if (depth == DeepestNesting)
                    {
                        Report(Severity.Error, "nesting-too-deep", $"The markup nests deeper than {DeepestNesting} levels; the rest is not read.", Tag);
                        return false;
                    }
                    open[depth++] = current;
                    closing = xml.Kind == XmlTokenKind.EmptyTag;
                    return true;
                case XmlTokenKind.EndTag:
                    if (Close())
                        return true;
                    break;
                default:
                    ReportStrayText();
                    break;
            }
        }
        if (xml.HasDoctype)
            Report(Severity.Warning, "doctype-ignored", "The document has a DOCTYPE; it was not read.", null);
        if (depth > 0)
            Report(Severity.Error, "document-truncated", "The document ends inside an element.", Tag);
        return false;
    }

    /// <summary>The value of the attribute <c>id</c> of the current tag; null when it has none.</summary>
    public readonly string? Id()
    {
        if (!xml.TryGetAttribute("id"u8, out var start, out var end))
            return null;
        var id = bytes[start..end].Trim(" \t\r\n"u8);
        return id.IsEmpty ? null : FootnoteIds.Of(id);
    }

    /// <summary>Adds a diagnostic.</summary>
    public readonly void Report(Severity severity, string code, string message, ByteSpan? span, string? parameter = null, string? value = null)
    {
        if (diagnostics.Count > MostDiagnostics)
            return;
        diagnostics.Add(diagnostics.Count == MostDiagnostics
            ? new Diagnostic(Severity.Error, "diagnostics-cut-off", $"The document has more than {MostDiagnostics} oddities; no more are listed.", span)
            : parameter is null || value is null
                ? new Diagnostic(severity, code, message, span)
                : new Diagnostic(severity, code, message, span) { Parameters = new Dictionary<string, string> { [parameter] = value } });
    }

    private byte Recognise()
    {
        recovered = xml.IsMalformed;
        var element = elements.Find(xml.Name);
        if (element == XmlElements.Unknown)
        {
            element = Recover();
            recovered = element != XmlElements.Unknown;
            ReportTag(recovered ? "tag-recovered" : "element-unknown", recovered
                ? $"A broken tag was read as {Encoding.ASCII.GetString(elements.Name(element))}."
                : "An element is none of the specification's.");
        }
        else if (recovered)
            ReportTag("tag-recovered", "An unfinished tag was read by its name.");
        else if (!xml.AfterName.Trim(" \t\r\n/"u8).IsEmpty && !xml.AfterName.Contains((byte)'='))
            ReportTag("tag-recovered", "A tag carries characters that are no attribute.");
        return element;
    }

    private readonly void ReportTag(string code, string message) =>
        Report(Severity.Warning, code, message, Tag, "name", XmlText.Decode(xml.Name[..Math.Min(xml.Name.Length, 100)]));

    private readonly byte Recover() =>
        diagnostics.Count > MostDiagnostics ? XmlElements.Unknown : elements.Recover(xml.Name, xml.AfterName);

    private bool Close()
    {
        var element = elements.Find(xml.Name);
        if (element == XmlElements.Unknown && (element = Recover()) != XmlElements.Unknown)
            ReportTag("tag-recovered", "A broken end tag was read by what is left of its name.");
        var at = depth - 1;
        while (at >= 0 && open[at] != element)
            at--;
        if (at < 0)
        {
            ReportTag("end-tag-unmatched", "An end tag closes nothing.");
            return false;
        }
        if (at < depth - 1)
            ReportTag("end-tag-missing", "An element ends while elements inside are still open.");
        depth = at;
        current = element;
        IsClosed = true;
        return true;
    }

    private readonly void ReportStrayText()
    {
        var text = bytes[xml.Start..xml.End];
        var blanks = text.IndexOfAnyExcept(XmlText.Blanks);
        if (blanks < 0)
            return;
        var start = xml.Start + blanks;
        var trimmed = text[blanks..].TrimEnd(" \t\r\n"u8);
        Report(Severity.Warning, "text-outside-values", "Text stands where the specification has none.", new ByteSpan(start, start + trimmed.Length),
            "text", XmlText.Decode(trimmed[..Math.Min(trimmed.Length, 2000)]));
    }
}
