using System.Text;
using Filingwire.Parsing.Xml;
using Filingwire.Sec.Evidence;
using static Filingwire.Parsing.Forms.Ownership.OwnershipElement;

namespace Filingwire.Parsing.Forms.Ownership;

/// <summary>
/// Walks the elements of an ownership document and reads the values of leaves. Broken markup is recovered where its meaning is plain, always
/// with a diagnostic; text that no element claims is reported with its bytes, so nothing is lost in silence.
/// </summary>
internal ref partial struct OwnershipXmlCursor
{
    /// <summary>Deeper nesting is no ownership document; the specification needs seven levels.</summary>
    private const int DeepestNesting = 64;

    private const int MostDiagnostics = 500;
    private const byte AsMarkedUp = 100;
    private const byte Recovered = 90;

    private readonly ReadOnlySpan<byte> bytes;
    private readonly List<Diagnostic> diagnostics;
    private readonly OwnershipElement[] open = new OwnershipElement[DeepestNesting];
    private XmlTokenizer xml;
    private int depth;
    private bool recovered;
    private bool closing;

    public OwnershipXmlCursor(ReadOnlySpan<byte> submission, ByteSpan body, List<Diagnostic> diagnostics)
    {
        bytes = submission;
        this.diagnostics = diagnostics;
        xml = new XmlTokenizer(submission, body.Start, body.End);
    }

    /// <summary>The element that <see cref="Read"/> opened or closed.</summary>
    public OwnershipElement Element { get; private set; }

    /// <summary>True when <see cref="Element"/> was closed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The bytes of the current tag.</summary>
    public readonly ByteSpan Tag => new(xml.Start, xml.End);

    /// <summary>The element around the current one.</summary>
    public readonly OwnershipElement Parent => depth > 1 ? open[depth - 2] : Unknown;

    /// <summary>Moves to the next element that opens or closes. A leaf that is read by one of the value methods does not close.</summary>
    public bool Read()
    {
        if (closing)
        {
            closing = false;
            Element = open[--depth];
            IsClosed = true;
            return true;
        }
        while (xml.Next())
        {
            switch (xml.Kind)
            {
                case XmlTokenKind.StartTag or XmlTokenKind.EmptyTag:
                    Element = Recognise();
                    IsClosed = false;
                    if (depth == DeepestNesting)
                    {
                        Report(Severity.Error, "nesting-too-deep", $"The markup nests deeper than {DeepestNesting} levels; the rest is not read.", Tag);
                        return false;
                    }
                    open[depth++] = Element;
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

    private OwnershipElement Recognise()
    {
        recovered = xml.IsMalformed;
        var element = OwnershipElements.Find(xml.Name);
        if (element == Unknown)
        {
            element = Recover();
            recovered = element != Unknown;
            ReportTag(recovered ? "tag-recovered" : "element-unknown", recovered
                ? $"A broken tag was read as {Encoding.ASCII.GetString(OwnershipElements.Name(element))}."
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

    private readonly OwnershipElement Recover() =>
        diagnostics.Count > MostDiagnostics ? Unknown : OwnershipElements.Recover(xml.Name, xml.AfterName);

    private bool Close()
    {
        var element = OwnershipElements.Find(xml.Name);
        if (element == Unknown && (element = Recover()) != Unknown)
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
        Element = element;
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
