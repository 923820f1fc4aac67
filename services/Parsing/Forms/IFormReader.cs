using Filingwire.Parsing.Envelopes;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms;

/// <summary>Reads one family of forms. Adding a family is adding a folder with one of these and a line in <c>FormReaders</c>.</summary>
public interface IFormReader
{
    /// <summary>The family.</summary>
    FormFamily Family { get; }

    /// <summary>Whether submissions of this type (as in the header, "NT 10-Q/A") belong to the family.</summary>
    bool Reads(string formType);

    /// <summary>
    /// How sure a document without a header belongs to the family: 0 (no) to 100. The surest reader gets it. Looks at a bounded part of the document.
    /// </summary>
    int Recognise(Submission submission, SubmissionDocument document);

    /// <summary>Reads the document. Never throws for bad data: what cannot be read is null with a diagnostic.</summary>
    FormReading Read(Submission submission, SubmissionDocument document, List<Diagnostic> diagnostics);
}
