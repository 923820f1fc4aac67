using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Restatement.Facts;

/// <summary>What a periodic report says of itself.</summary>
public sealed record ReportFact
{
    /// <summary>"10-K", without "/A".</summary>
    public required string ReportType { get; init; }

    /// <summary>Last day of its period; null when unreadable.</summary>
    public DateOnly? PeriodEnd { get; init; }

    /// <summary>A transition report.</summary>
    public bool Transition { get; init; }

    /// <summary>Form 10-D: the required distribution date after which it is due; null when not read.</summary>
    public Field<DateOnly>? DistributionDate { get; init; }

    /// <summary>An amendment.</summary>
    public bool Amendment { get; init; }

    /// <summary>By the cover's boxes.</summary>
    public FilerStatus FilerStatus { get; init; }

    /// <summary>Where the boxes stand.</summary>
    public Source? FilerStatusSource { get; init; }

    /// <summary>Cover box: the statements correct an error of statements issued before.</summary>
    public Field<bool>? ErrorCorrection { get; init; }

    /// <summary>Cover box: a recovery analysis under Rule 10D-1(b) was required.</summary>
    public Field<bool>? RecoveryAnalysis { get; init; }

    /// <summary>The amendment was made to restate.</summary>
    public bool AmendedToRestate { get; init; }
}
