namespace Filingwire.Restatement.Facts;

/// <summary>Filer status under Exchange Act Rule 12b-2.</summary>
public enum FilerStatus
{
    /// <summary>Not known, or of no consequence for the form.</summary>
    Unspecified,

    /// <summary>Float of $700 million or more.</summary>
    LargeAccelerated,

    /// <summary>Float of $75 million or more.</summary>
    Accelerated,

    /// <summary>All others.</summary>
    NonAccelerated,
}

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
    public Stated<DateOnly>? DistributionDate { get; init; }

    /// <summary>An amendment.</summary>
    public bool Amendment { get; init; }

    /// <summary>By the cover's boxes.</summary>
    public FilerStatus FilerStatus { get; init; }

    /// <summary>Where the boxes stand.</summary>
    public Passage? FilerStatusSource { get; init; }

    /// <summary>Cover box: the statements correct an error of statements issued before.</summary>
    public Stated<bool>? ErrorCorrection { get; init; }

    /// <summary>Cover box: a recovery analysis under Rule 10D-1(b) was required.</summary>
    public Stated<bool>? RecoveryAnalysis { get; init; }

    /// <summary>The amendment was made to restate.</summary>
    public bool AmendedToRestate { get; init; }
}
