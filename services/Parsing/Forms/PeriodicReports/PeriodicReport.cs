using Filingwire.Parsing.Forms.Restatements;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.PeriodicReports;

/// <summary>A periodic report (10-K, 10-Q, 20-F, 11-K, 10-D, N-CSR …), read as far as late-filing and restatement cases need.</summary>
public sealed record PeriodicReport : IFormContent
{
    /// <summary>"10-K", "10-Q" …, without "/A".</summary>
    public Field<string?>? ReportType { get; init; }

    /// <summary>Whether it amends an earlier report.</summary>
    public Field<bool?>? Amendment { get; init; }

    /// <summary>"Amendment No. 2": "2".</summary>
    public Field<string?>? AmendmentNumber { get; init; }

    /// <summary>End of the fiscal year or quarter.</summary>
    public Field<DateOnly?>? PeriodEnd { get; init; }

    /// <summary>Form 10-D: the required distribution date.</summary>
    public Field<DateOnly?>? DistributionDate { get; init; }

    /// <summary>The transition report's box is ticked.</summary>
    public Field<bool?>? TransitionReport { get; init; }

    /// <summary>The registrant on the cover.</summary>
    public Field<string?>? RegistrantName { get; init; }

    /// <summary>From the cover's check boxes.</summary>
    public Finding<FilerStatus>? FilerStatus { get; init; }

    /// <summary>Cover box: the statements reflect the correction of an error.</summary>
    public Field<bool?>? ErrorCorrection { get; init; }

    /// <summary>Cover box: a restatement that required a recovery analysis under Rule 10D-1(b).</summary>
    public Field<bool?>? RecoveryAnalysis { get; init; }

    /// <summary>The explanatory note.</summary>
    public Field<string?>? ExplanatoryNote { get; init; }

    /// <summary>Why the report was amended; null for a report that amends none.</summary>
    public AmendmentPurpose? AmendmentPurpose { get; init; }

    /// <summary>What the report restates; null: nothing.</summary>
    public RestatementDisclosure? Restatement { get; init; }

    /// <summary>Commission file number.</summary>
    public Field<string?>? FileNumber { get; init; }
}
