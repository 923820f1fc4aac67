using System.Collections.Frozen;

namespace Filingwire.Edgar.Timeliness;

/// <summary>A kind of periodic report and when it may have been due.</summary>
/// <param name="Report">"10-K", "10-Q", "20-F", "40-F", "11-K".</param>
/// <param name="Shortest">The fewest days after the period's end that any filer has had.</param>
/// <param name="Longest">The most.</param>
/// <param name="ExtensionDays">Calendar days that a notice in time gives (Rule 12b-25(b)(2)(ii)).</param>
public sealed record ReportTerm(string Report, int Shortest, int Longest, int ExtensionDays)
{
    /// <summary>The first annual reports that accelerated filers owed sooner (Release 33-8128).</summary>
    private static readonly DateOnly Accelerated = new(2003, 12, 15);

    private static readonly DateOnly LargeAccelerated = new(2006, 12, 15);
    private static readonly DateOnly QuarterlyAccelerated = new(2004, 12, 15);
    private static readonly DateOnly ForeignFourMonths = new(2011, 12, 15);

    private static readonly FrozenDictionary<string, string> ReportOf = new Dictionary<string, string>
    {
        ["10-K"] = "10-K", ["10-K405"] = "10-K", ["10-KSB"] = "10-K", ["10-KSB40"] = "10-K", ["10KSB"] = "10-K", ["10KSB40"] = "10-K",
        ["10-KT"] = "10-K", ["10-KT405"] = "10-K",
        ["10-Q"] = "10-Q", ["10-QSB"] = "10-Q", ["10QSB"] = "10-Q", ["10-QT"] = "10-Q",
        ["20-F"] = "20-F", ["20-FT"] = "20-F", ["40-F"] = "40-F", ["11-K"] = "11-K", ["11-KT"] = "11-K",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> NoticeOf = new Dictionary<string, string>
    {
        ["NT 10-K"] = "10-K", ["NTN 10K"] = "10-K", ["NT 10-Q"] = "10-Q", ["NTN 10Q"] = "10-Q", ["NT 20-F"] = "20-F", ["NT 11-K"] = "11-K",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The report that a form type is; null for others and for amendments, which end no period's wait.</summary>
    public static string? OfReport(string formType) => ReportOf.GetValueOrDefault(formType);

    /// <summary>The report that a notice is about; null when the form is none. Amended notices count: they are notices, too.</summary>
    public static string? OfNotice(string formType) => NoticeOf.GetValueOrDefault(
        formType.EndsWith("/A", StringComparison.Ordinal) ? formType[..^2] : formType);

    /// <summary>
    /// The term of a report for a period. The filer's status is not in an index, so the terms of all statuses are the bounds: Form 10-K,
    /// General Instruction A(2); Form 10-Q, General Instruction A(1); Form 20-F, General Instruction A(b); Form 11-K, General Instruction
    /// A.
    /// </summary>
    public static ReportTerm For(string report, DateOnly periodEnd) => report switch
    {
        "10-K" => new(report, periodEnd >= LargeAccelerated ? 60 : periodEnd >= Accelerated ? 75 : 90, 90, 15),
        "10-Q" => new(report, periodEnd >= QuarterlyAccelerated ? 40 : 45, 45, 5),
        "20-F" => periodEnd >= ForeignFourMonths ? new(report, 120, 123, 15) : new(report, 181, 184, 15),
        "40-F" => new(report, 90, 90, 0),
        _ => new(report, 90, 180, 15),
    };
}
