using System.Text.RegularExpressions;
using Filingwire.Ownership.Ledger.Facts;

namespace Filingwire.Ownership.Ledger.Meanings;

/// <summary>Whether a dealing was made under a plan of Rule 10b5-1(c).</summary>
public enum Plan
{
    /// <summary>Nothing says anything: the box is not on the form (before April 2023) or was not readable.</summary>
    Unknown,

    /// <summary>A footnote of the row, the remarks or the box says so.</summary>
    Yes,

    /// <summary>The box is there and not ticked, or a footnote denies it, and no footnote says otherwise.</summary>
    No,
}

/// <summary>The plan and what says so.</summary>
/// <param name="Plan">Yes, no or unknown.</param>
/// <param name="Source">"footnote F2", "remarks", "box"; empty when unknown.</param>
public sealed partial record PlanReading(Plan Plan, string Source)
{
    private static readonly PlanReading Unknown = new(Plan.Unknown, "");

    /// <summary>
    /// What is nearest to the row decides: its footnotes, then the remarks, then the box, which speaks of the filing as a whole and may be ticked for one
    /// row of several.
    /// </summary>
    public static PlanReading Of(OwnershipReport report, ReportRow row)
    {
        if (row.Kind == RowKind.Holding)
            return Unknown;
        if (report.Footnotes.Count > 0)
            foreach (var note in report.FootnotesOf(row.FootnoteIds))
                if (Says(note.Text.Value) is { } said)
                    return new PlanReading(said, $"footnote {note.Id}");
        if (Says(report.Remarks) is { } remarked)
            return new PlanReading(remarked, "remarks");
        return report.PlanBox switch
        {
            true => new PlanReading(Plan.Yes, "box"),
            false => new PlanReading(Plan.No, "box"),
            null => Unknown,
        };
    }

    private static Plan? Says(string? text)
    {
        if (text is null || !PlanRule().IsMatch(text))
            return null;
        return Denial().IsMatch(text) ? Plan.No : Plan.Yes;
    }

    // "10b5-1" in its spellings; "10b-5" alone is the fraud rule and says nothing.
    [GeneratedRegex(@"10b\s?5\s?[-–‑]\s?1\b|10b-?5\s?[-–‑]\s?\(?1\)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlanRule();

    [GeneratedRegex(
        @"\b(?:not|nor|neither|other than|outside(?: of)?)\b[^.;]{0,80}10b\s?-?5|\bdid not\b[^.;]{0,60}plan",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Denial();
}
