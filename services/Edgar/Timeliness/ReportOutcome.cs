namespace Filingwire.Edgar.Timeliness;

/// <summary>How a periodic report came, judged by indexes alone.</summary>
public enum Outcome
{
    /// <summary>Not later than the earliest date on which it may have been due.</summary>
    OnTime,

    /// <summary>Between the earliest and the latest: in time for a filer of one status and late for one of another.</summary>
    OnTimeForSome,

    /// <summary>After its due date, within the extension that a notice in time gives.</summary>
    OnTimeByNotice,

    /// <summary>Later, though there was a notice.</summary>
    LateWithNotice,

    /// <summary>Later, and there was none.</summary>
    LateWithoutNotice,

    /// <summary>It has not come, and the last date has passed.</summary>
    Missing,

    /// <summary>It has not come, and may come yet.</summary>
    Open,

    /// <summary>The duty to report ended before it was due (Forms 15 and 25).</summary>
    Ended,
}

/// <summary>A row of an index about an issuer.</summary>
/// <param name="Accession">The submission.</param>
/// <param name="FormType">As written.</param>
/// <param name="FiledOn">EDGAR's filing date.</param>
public readonly record struct IndexedReport(string Accession, string FormType, DateOnly FiledOn);

/// <summary>One period of one issuer.</summary>
public sealed record ReportOutcome
{
    /// <summary>"10-K", "10-Q" …</summary>
    public required string Report { get; init; }

    /// <summary>
    /// The period's last day, inferred from the issuer's rhythm as the end of a month; a 52/53-week year ends up to a week off.
    /// </summary>
    public required DateOnly PeriodEnd { get; init; }

    /// <summary>The earliest day on which it may have been due, by the shortest term of any filer, on a business day.</summary>
    public required DateOnly EarliestDue { get; init; }

    /// <summary>The latest.</summary>
    public required DateOnly LatestDue { get; init; }

    /// <summary>The first report of the period; null when none came.</summary>
    public IndexedReport? Filed { get; init; }

    /// <summary>The first notice of the period; null when none came.</summary>
    public IndexedReport? Notice { get; init; }

    /// <summary>
    /// True when the notice came not later than one business day after the latest due date; a later one gives no extension.
    /// </summary>
    public bool IsNoticeInTime { get; init; }

    /// <summary>What it came to.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Calendar days after the latest due date; null when it came in time or not at all. By a shorter term it is more.</summary>
    public int? DaysLate { get; init; }
}
