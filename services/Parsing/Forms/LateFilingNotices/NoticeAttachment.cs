using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>What comes with a notice, behind the form in its document or in a document of its own.</summary>
/// <param name="Purpose">What it is there for.</param>
/// <param name="Text">Its text, in the submission's bytes like every other.</param>
/// <param name="DocumentIndex">Place, in the submission, of the document that holds it, from 0.</param>
/// <param name="DocumentType">TYPE of that document, "EX-99.1"; null for the form's own document.</param>
public sealed record NoticeAttachment(AttachmentPurpose Purpose, Field<string?> Text, int DocumentIndex, Field<string?>? DocumentType);

/// <summary>What an attachment is there for; the numbers are those of the wire.</summary>
public enum AttachmentPurpose
{
    /// <summary>The explanation of Part IV (3), or figures that it points to.</summary>
    Explanation = 1,

    /// <summary>The narrative of Part III.</summary>
    Narrative,

    /// <summary>The statement of Rule 12b-25(c).</summary>
    AccountantStatement,
}
