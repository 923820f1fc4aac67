using System.Globalization;

namespace Filingwire.Restatement.LateFilings;

/// <summary>
/// What a late-filing case is about: report and period, or, where a notice gives one of them not, the notice itself. Periods that end within a
/// week of each other are one: 52/53-week years are written both ways.
/// </summary>
/// <param name="Report">"10-Q" …; null when unknown.</param>
/// <param name="PeriodEnd">Last day; null when unknown.</param>
/// <param name="Notice">The id of the notice (without "filings/") that alone makes the case; null when report and period are known.</param>
public sealed record ReportKey(string? Report, DateOnly? PeriodEnd, string? Notice)
{
    /// <summary>Most days between two writings of one period.</summary>
    public const int Tolerance = 7;

    /// <summary>The last part of a late filing's resource name: "10-q.2024-06-30", or "notice.{filing}".</summary>
    public string Text => Notice is { } notice
        ? $"notice.{notice}"
        : string.Create(CultureInfo.InvariantCulture, $"{Report!.ToLowerInvariant()}.{PeriodEnd:yyyy-MM-dd}");

    /// <summary>Reads what <see cref="Text"/> writes.</summary>
    public static bool TryParse(string text, out ReportKey key)
    {
        key = new ReportKey(null, null, null);
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0)
            return false;
        var (head, tail) = (text[..dot], text[(dot + 1)..]);
        if (head == "notice" && tail.Length > 0)
            key = new ReportKey(null, null, tail);
        else if (DateOnly.TryParseExact(tail, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end))
            key = new ReportKey(head.ToUpperInvariant(), end, null);
        return key.Notice is not null || key.Report is not null;
    }

    /// <summary>True when both are about the same report.</summary>
    public bool SameReport(ReportKey other) => Notice is null && other.Notice is null
        ? Report == other.Report && Math.Abs(PeriodEnd!.Value.DayNumber - other.PeriodEnd!.Value.DayNumber) <= Tolerance
        : Notice == other.Notice;
}
