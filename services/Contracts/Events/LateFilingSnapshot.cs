namespace Filingwire.Contracts.Events;

/// <summary>A late-filing case in an event: as it stood before or stands after.</summary>
public sealed record LateFilingSnapshot
{
    /// <summary>Resource name, <c>lateFilings/{id}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>"10-Q"; null when no notice says it.</summary>
    public string? ReportType { get; init; }

    /// <summary>Last day of the period; null when no notice says it.</summary>
    public DateOnly? PeriodEnd { get; init; }

    /// <summary>"noticed", "excused", "curedInTime", "curedLate", "lapsed", "alreadyFiled", "withdrawn", "notSeen".</summary>
    public required string State { get; init; }

    /// <summary>Last day for timely filing without an extension; null when the filer status leaves it open.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Last day of the extension of Rule 12b-25(b), whether it is in force or not; null when the filer status leaves it open.</summary>
    public DateOnly? DeemedTimelyUntil { get; init; }

    /// <summary>Last day for timely filing, given the notices; null when it cannot be told.</summary>
    public DateOnly? TimelyUntil { get; init; }

    /// <summary>The extension is claimed; null when the boxes cannot be read.</summary>
    public bool? ReliefClaimed { get; init; }

    /// <summary>The issuer expects to miss the extension; null when it does not say.</summary>
    public bool? ExpectsToMissExtension { get; init; }

    /// <summary>When the issuer expects to file; null when it does not say.</summary>
    public DateOnly? ExpectedFilingDate { get; init; }

    /// <summary>The notices, <c>filings/{id}</c>, oldest first.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>The report, <c>filings/{id}</c>; null while it is not known to be filed.</summary>
    public string? Report { get; init; }

    /// <summary>When the report was filed; null when unknown.</summary>
    public DateOnly? ReportFiledOn { get; init; }

    /// <summary>Calendar days after the due date on which the report was filed; null when it was not late.</summary>
    public int? DaysLate { get; init; }

    /// <summary>"unspecified", "routine", "elevated", "high".</summary>
    public required string Severity { get; init; }

    /// <summary>Reasons that the notices give, the primary ones first: "error-or-restatement".</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Warnings: "silent-notice", "notice-after-report", "late-notice", "accountant-statement-missing".</summary>
    public IReadOnlyList<string> CrossChecks { get; init; } = [];
}
