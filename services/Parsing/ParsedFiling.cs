using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Forms;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing;

/// <summary>A filing as read: the envelope's facts, the form's content and what a reader has to know.</summary>
public sealed record ParsedFiling
{
    /// <summary>The envelope and its documents.</summary>
    public required Submission Submission { get; init; }

    /// <summary>Submission type, from the header or inferred from the text.</summary>
    public required Field<string?> FormType { get; init; }

    /// <summary>The main document's format.</summary>
    public required DocumentFormat Format { get; init; }

    /// <summary>The family of its form.</summary>
    public required FormFamily Family { get; init; }

    /// <summary>What the form says.</summary>
    public required FormReading Reading { get; init; }

    /// <summary>Everything odd, in the order of the stages.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}
