using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Envelopes;

/// <summary>Format of a document's text.</summary>
public enum DocumentFormat
{
    /// <summary>Not determined.</summary>
    Unknown,

    /// <summary>EDGAR's ownership XML.</summary>
    Xml,

    /// <summary>HTML of any kind.</summary>
    Html,

    /// <summary>Plain text as typed for EDGAR.</summary>
    Text,

    /// <summary>Text recognised from a picture of the form: tab-separated cells, broken words, Markdown-like marks.</summary>
    OcrText,

    /// <summary>Uuencoded or otherwise not readable; skipped.</summary>
    Binary,
}

/// <summary>One document of a submission.</summary>
/// <param name="Body">Its text in the submission, without the envelope's tags and the &lt;XML&gt; wrapper.</param>
/// <param name="Format">Its format.</param>
public sealed record SubmissionDocument(ByteSpan Body, DocumentFormat Format)
{
    /// <summary>TYPE.</summary>
    public Field<string?>? Type { get; init; }

    /// <summary>SEQUENCE.</summary>
    public Field<string?>? Sequence { get; init; }

    /// <summary>FILENAME.</summary>
    public Field<string?>? Filename { get; init; }

    /// <summary>DESCRIPTION.</summary>
    public Field<string?>? Description { get; init; }
}
