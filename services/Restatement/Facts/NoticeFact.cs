using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Restatement.Facts;

/// <summary>What a Form 12b-25 says.</summary>
public sealed record NoticeFact
{
    /// <summary>Reasons that lie with the accountant, whose statement Rule 12b-25(c) then asks for.</summary>
    public static IReadOnlySet<LateFilingReason> OfTheAccountant { get; } = new HashSet<LateFilingReason>
    {
        LateFilingReason.AuditOrReviewIncomplete, LateFilingReason.AuditorChangeOrFirstYear, LateFilingReason.AuditorUnpaidOrLackOfFunds,
    };

    /// <summary>The late report, "10-Q".</summary>
    public Field<string>? ReportType { get; init; }

    /// <summary>Last day of its period.</summary>
    public Field<DateOnly>? PeriodEnd { get; init; }

    /// <summary>The extension of Rule 12b-25(b) is claimed; null when the boxes cannot be read.</summary>
    public Field<bool>? ReliefClaimed { get; init; }

    /// <summary>False: the issuer says that it will miss the extension.</summary>
    public Field<bool>? ExpectsWithinExtension { get; init; }

    /// <summary>When the issuer expects to file.</summary>
    public Field<DateOnly>? ExpectedFilingDate { get; init; }

    /// <summary>The due date that the notice states.</summary>
    public Field<DateOnly>? StatedDueDate { get; init; }

    /// <summary>The items concerned, when the notice is about a part of the report only.</summary>
    public Field<string>? Portion { get; init; }

    /// <summary>The report had been filed when the notice was.</summary>
    public Field<bool>? ReportAlreadyFiled { get; init; }

    /// <summary>The notice is about a transition report.</summary>
    public bool Transition { get; init; }

    /// <summary>The statement of Rule 12b-25(c), of whoever could not furnish what the report needs, is with it; null when that cannot be told.</summary>
    public Field<bool>? AccountantStatement { get; init; }

    /// <summary>Weight.</summary>
    public NoticeSeverity Severity { get; init; }

    /// <summary>Why the report is late, the primary reason first.</summary>
    public IReadOnlyList<Field<LateFilingReason>> Reasons { get; init; } = [];
}
