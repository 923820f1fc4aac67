using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Forms.Restatements;
using Filingwire.Parsing.Language;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>Form 12b-25, notification of late filing (17 CFR 240.12b-25). A null field is not in the document.</summary>
public sealed record LateFilingNotice : IFormContent
{
    /// <summary>The report that is late: "10-K", "10-Q", "20-F", "11-K", "10-D", "N-CEN", "N-CSR", "N-SAR".</summary>
    public Field<string?>? ReportType { get; init; }

    /// <summary>Every box of the cover with its state.</summary>
    public IReadOnlyList<CheckBox> CoverBoxes { get; init; } = [];

    /// <summary>"For Period Ended".</summary>
    public Field<DateOnly?>? PeriodEnd { get; init; }

    /// <summary>A transition-report box is ticked.</summary>
    public Field<bool?>? TransitionReport { get; init; }

    /// <summary>"For the Transition Period Ended".</summary>
    public Field<DateOnly?>? TransitionPeriodEnd { get; init; }

    /// <summary>The items concerned, if the notice is about a part of the report.</summary>
    public Field<string?>? Portion { get; init; }

    /// <summary>SEC file number.</summary>
    public Field<string?>? FileNumber { get; init; }

    /// <summary>CUSIP number.</summary>
    public Field<string?>? Cusip { get; init; }

    /// <summary>Part I, full name of registrant; the first where there are several.</summary>
    public Field<string?>? RegistrantName { get; init; }

    /// <summary>Part I, further registrants of a joint notice.</summary>
    public IReadOnlyList<Field<string?>> CoRegistrants { get; init; } = [];

    /// <summary>Part I, former name if applicable.</summary>
    public Field<string?>? FormerName { get; init; }

    /// <summary>Part I, address of the principal executive office.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>Part II (a): unreasonable effort or expense.</summary>
    public Field<bool?>? BoxA { get; init; }

    /// <summary>Part II (b): will be filed within 15 or 5 days.</summary>
    public Field<bool?>? BoxB { get; init; }

    /// <summary>Part II (c): accountant's statement attached.</summary>
    public Field<bool?>? BoxC { get; init; }

    /// <summary>Whether the registrant claims the extension of Rule 12b-25(b).</summary>
    public Field<bool?>? ReliefClaimed { get; init; }

    /// <summary>Part III without instructions; paragraphs are separated by line feeds.</summary>
    public Field<string?>? Narrative { get; init; }

    /// <summary>Part IV (1), name.</summary>
    public Field<string?>? ContactName { get; init; }

    /// <summary>Part IV (1), "(608) 441-8120".</summary>
    public Field<string?>? ContactTelephone { get; init; }

    /// <summary>Part IV (2): all other periodic reports filed?</summary>
    public Field<bool?>? OtherReportsFiled { get; init; }

    /// <summary>Part IV (2): the reports that were not filed.</summary>
    public IReadOnlyList<Field<string?>> MissingReports { get; init; } = [];

    /// <summary>Part IV (3): significant change in results anticipated?</summary>
    public Field<bool?>? SignificantChangeAnticipated { get; init; }

    /// <summary>Part IV (3): the explanation.</summary>
    public Field<string?>? ChangeExplanation { get; init; }

    /// <summary>The figures in the explanation and the narrative.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>The name above the signature.</summary>
    public Field<string?>? SigningRegistrant { get; init; }

    /// <summary>Who signed.</summary>
    public Field<string?>? SignerName { get; init; }

    /// <summary>Title of who signed.</summary>
    public Field<string?>? SignerTitle { get; init; }

    /// <summary>Date of the signature.</summary>
    public Field<DateOnly?>? SignedOn { get; init; }

    /// <summary>Why the report is late; the first is the primary reason.</summary>
    public IReadOnlyList<Finding<LateFilingReason>> Reasons { get; init; } = [];

    /// <summary>The due date that the notice states.</summary>
    public Field<DateOnly?>? StatedDueDate { get; init; }

    /// <summary>Whether the registrant expects to file within the extension; false: it says that it will miss it.</summary>
    public Field<bool?>? ExpectsToFileWithinExtension { get; init; }

    /// <summary>The date on or by which the registrant expects to file.</summary>
    public Field<DateOnly?>? ExpectedFilingDate { get; init; }

    /// <summary>The report had been filed when the notice was.</summary>
    public Field<bool?>? ReportAlreadyFiled { get; init; }

    /// <summary>What the notice admits about statements issued before; null: nothing.</summary>
    public RestatementDisclosure? Admission { get; init; }

    /// <summary>Other filings that the notice names.</summary>
    public IReadOnlyList<FilingMention> References { get; init; } = [];

    /// <summary>What comes with the form.</summary>
    public IReadOnlyList<NoticeAttachment> Attachments { get; init; } = [];

    /// <summary>The accountant's statement of Rule 12b-25(c) is with the submission.</summary>
    public Field<bool?>? AccountantStatementAttached { get; init; }

    /// <summary>Overall weight.</summary>
    public required NoticeSeverity Severity { get; init; }
}

/// <summary>A check box with its label; the value is null when no mark can be told.</summary>
public sealed record CheckBox(string Label, Field<bool?> Checked);
