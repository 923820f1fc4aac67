using Filingwire.Parsing.Forms.Restatements;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.CurrentReports;

/// <summary>Form 8-K.</summary>
public sealed record CurrentReport : IFormContent
{
    /// <summary>Date of the earliest event reported.</summary>
    public Field<DateOnly?>? ReportDate { get; init; }

    /// <summary>The registrants on the cover.</summary>
    public IReadOnlyList<Field<string?>> Registrants { get; init; } = [];

    /// <summary>The items in the order of the document.</summary>
    public IReadOnlyList<ReportItem> Items { get; init; } = [];

    /// <summary>What Item 4.02 says, one entry for each limb; empty when the report has no Item 4.02.</summary>
    public IReadOnlyList<RestatementDisclosure> NonReliance { get; init; } = [];

    /// <summary>What Item 5.03 says about the fiscal year; null: nothing.</summary>
    public FiscalYearChange? FiscalYearChange { get; init; }

    /// <summary>The exhibits that Item 9.01 lists.</summary>
    public IReadOnlyList<ReportExhibit> Exhibits { get; init; } = [];

    /// <summary>Who signed.</summary>
    public Field<string?>? SignerName { get; init; }

    /// <summary>Title of who signed.</summary>
    public Field<string?>? SignerTitle { get; init; }

    /// <summary>Date of the signature.</summary>
    public Field<DateOnly?>? SignedOn { get; init; }

    /// <summary>Commission file number.</summary>
    public Field<string?>? FileNumber { get; init; }
}

/// <summary>An item of Form 8-K.</summary>
/// <param name="Code">"4.02"; before 23 August 2004 "5".</param>
/// <param name="Caption">The caption as written; null when the heading has none.</param>
/// <param name="Body">The item's text, from after its caption to the next item or the signature.</param>
/// <param name="PointerOnly">The item only points to another place ("incorporated by reference").</param>
public sealed record ReportItem(string Code, Field<string?>? Caption, ByteSpan Body, bool PointerOnly);

/// <summary>An exhibit of the list in Item 9.01.</summary>
/// <param name="Number">As Item 601 of Regulation S-K numbers it: "99.1".</param>
/// <param name="Description">What it is.</param>
/// <param name="DocumentIndex">Place, in the submission, of the document that holds it, from 0; null when it is not with the submission.</param>
public sealed record ReportExhibit(Field<string?> Number, Field<string?> Description, int? DocumentIndex);
