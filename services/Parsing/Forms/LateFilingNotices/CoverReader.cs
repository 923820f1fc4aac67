using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>The cover of Form 12b-25: boxes, period, transition period, portion, file number, CUSIP.</summary>
internal static partial class CoverReader
{
    private const byte Labelled = 95;
    private const int MostLabels = 100;

    public static LateFilingNotice Read(NoticeText text, LateFilingNotice notice)
    {
        var cover = text.Layout.Cover;
        var period = text.Skeleton.FindAny(["forperiodended", "fortheperiodended", "forfiscalyearended", "forthefiscalyearended", "forthequarterended", "forperiodending"], cover.Start, cover.End);
        var transition = text.Skeleton.FindAny(["forthetransitionperiodended", "fortransitionperiodended", "forthetransitionperiod"], cover.Start, cover.End);
        var portion = text.Skeleton.FindAny(["towhichthenotificationrelates", "towhichthisnotificationrelates"], cover.Start, cover.End);
        var nothing = text.Skeleton.Find("nothinginthisform", cover.Start, cover.End);

        var (boxes, labels) = ReadBoxes(text, cover);
        var periodEnd = ReadDate(text, period, [transition?.Start, nothing?.Start, cover.End], "nt.cover.period");
        if (periodEnd is null)
            text.Warn("period-missing", "The cover names no period that can be read.", period);
        return notice with
        {
            CoverBoxes = boxes,
            ReportType = TickedReport(text, boxes, labels),
            TransitionReport = Transition(boxes),
            PeriodEnd = periodEnd,
            TransitionPeriodEnd = ReadDate(text, transition, [nothing?.Start, portion?.Start, cover.End], "nt.cover.transition-period"),
            Portion = portion is { } at ? ReadPortion(text, new TextRange(at.End, cover.End)) : null,
            FileNumber = Numbered(text, cover, FileNumberAfter(), FileNumberBefore(), "nt.cover.file-number"),
            Cusip = Numbered(text, cover, CusipAfter(), CusipBefore(), "nt.cover.cusip"),
        };
    }

    private static (List<CheckBox> Boxes, List<(string Report, bool Transition)> Labels) ReadBoxes(NoticeText text, TextRange cover)
    {
        var content = text.Content;
        var start = text.Skeleton.FindAny(["checkone", "checkappropriatebox", "notificationoflatefiling", "form12b25"], cover.Start, cover.End)?.End ?? cover.Start;
        var end = text.Skeleton.FindAny(["nothinginthisform", "ifthenotificationrelates"], start, cover.End)?.Start ?? cover.End;
        var matches = ReportLabel().Matches(content[start..end]).Take(MostLabels).ToList();
        var ranges = matches.Select(match => new TextRange(start + match.Index, start + match.Index + match.Length)).ToList();
        if (ranges.Count == 0)
            return ([], []);
        // Marks count only beside labels: between the heading and the last label's line.
        var zoneEnd = content.IndexOf('\n', ranges[^1].End) is var line && line < 0 ? end : Math.Min(line, end);
        var marks = CheckMarks.FindAll(content, new TextRange(start, zoneEnd));
        // Each table of boxes keeps to one side; the reports and the transition reports are two tables.
        var boxes = new List<CheckBox>();
        var labels = new List<(string, bool)>();
        foreach (var table in matches.Zip(ranges).GroupBy(pair => pair.First.Groups["transition"].Success))
        {
            var tableRanges = table.Select(pair => pair.Second).ToList();
            var tableMarks = marks.Where(mark => Owner(mark, ranges) is { } nearest && tableRanges.Contains(nearest)).ToList();
            var assigned = CheckMarks.Assign(tableRanges, tableMarks);
            foreach (var ((match, range), mark) in table.Zip(assigned))
            {
                var place = mark is { } box ? new TextRange(Math.Min(box.At.Start, range.Start), Math.Max(box.At.End, range.End)) : range;
                var source = text.Source.Cite(place.Start, place.Length, mark is null ? "nt.cover.label-without-box" : "nt.cover.box", Labelled);
                boxes.Add(new CheckBox(new Passage(text.Source, range).Text, new Field<bool?>(mark?.Ticked, source)));
                labels.Add((FilingMentions.FormName(match.Groups["report"].Value), table.Key));
            }
        }
        return (boxes, labels);
    }

    // The label that a mark stands next to: the one with the smaller gap; between two equal gaps the following one.
    private static TextRange? Owner(CheckMark mark, List<TextRange> labels)
    {
        TextRange? nearest = null;
        var gap = 40;
        foreach (var label in labels)
        {
            var distance = label.Start >= mark.At.End ? label.Start - mark.At.End : label.End <= mark.At.Start ? mark.At.Start - label.End : 0;
            if (distance < gap || (distance == gap && label.Start >= mark.At.End))
                (nearest, gap) = (label, distance);
        }
        return nearest;
    }

    private static Field<string?>? TickedReport(NoticeText text, List<CheckBox> boxes, List<(string Report, bool Transition)> labels)
    {
        var ticked = boxes.Zip(labels).Where(pair => pair.First.Checked.Value == true).ToList();
        var reports = ticked.Select(pair => ReportFamily(pair.Second.Report)).Distinct().ToList();
        if (reports.Count == 1)
            return new Field<string?>(reports[0], ticked[0].First.Checked.Source with { Rule = "nt.cover.ticked-report" });
        if (reports.Count > 1)
            text.Warn("several-report-boxes-ticked", "More than one report type is ticked on the cover.");
        return null;
    }

    /// <summary>The report of which a name is a variety: small-business and transition forms belong to 10-K and 10-Q.</summary>
    public static string ReportFamily(string report) =>
        report.StartsWith("10-K", StringComparison.Ordinal) ? "10-K" : report.StartsWith("10-Q", StringComparison.Ordinal) ? "10-Q"
        : report.StartsWith("N-CSR", StringComparison.Ordinal) ? "N-CSR" : report.Replace("/A", "", StringComparison.Ordinal);

    private static Field<bool?>? Transition(List<CheckBox> boxes)
    {
        var transition = boxes.Where(box => box.Label.Contains("transition", StringComparison.OrdinalIgnoreCase) && box.Checked.Value is not null).ToList();
        if (transition.Count == 0)
            return null;
        var shown = transition.FirstOrDefault(box => box.Checked.Value == true) ?? transition[0];
        return new Field<bool?>(shown.Checked.Value, shown.Checked.Source with { Rule = "nt.cover.transition-report" });
    }

    private static Field<DateOnly?>? ReadDate(NoticeText text, TextRange? label, ReadOnlySpan<int?> ends, string rule)
    {
        if (label is not { } found)
            return null;
        var end = Math.Min(found.End + 120, text.Content.Length);
        foreach (var limit in ends)
        {
            if (limit is { } at && at >= found.End)
                end = Math.Min(end, at);
        }
        return Dates.First(new Passage(text.Source, new TextRange(found.End, end)), rule, Labelled);
    }

    private static Field<string?>? ReadPortion(NoticeText text, TextRange range)
    {
        // "PART I -" left over in front of the next heading, not the "Part II" of "Items 6 and 7 of Part II".
        if (text.Skeleton.FindLast("parti", Math.Max(range.Start, range.End - 12), range.End) is { } heading && text.TrimFill(new TextRange(heading.End, range.End)).IsEmpty
            && text.TrimFill(new TextRange(text.Content.LastIndexOf('\n', heading.Start) + 1, heading.Start)).IsEmpty)
            range = range with { End = heading.Start };
        var trimmed = text.TrimFill(range);
        return trimmed.IsEmpty || text.IsNotApplicable(trimmed) ? null : text.Text(trimmed, "nt.cover.portion", Labelled);
    }

    private static Field<string?>? Numbered(NoticeText text, TextRange cover, Regex after, Regex before, string rule)
    {
        var head = text.Content[cover.Start..cover.End];
        var match = after.Match(head);
        if (!match.Success)
            match = before.Match(head);
        if (!match.Success)
            return null;
        var number = match.Groups["number"];
        return new Field<string?>(number.Value.Replace(" ", "", StringComparison.Ordinal), text.Source.Cite(cover.Start + number.Index, number.Length, rule, Labelled));
    }

    [GeneratedRegex(
        @"(?<transition>Transition\s+Reports?\s+(?:on\s+)?)?(?:Forms?\s*|(?<![\w-]))(?<report>10-?\s?K(?:SB|T)?|20-?F|11-?K|10-?\s?Q(?:SB)?|10-?D|N-?\s?SAR|N-?\s?CSR|N-?\s?CEN)(?![\w-])"
        + @"(?:\s{0,2}(?:/|,|and|or|&)\s{0,2}(?:Form\s*)?10-?[KQ]SB(?!\w))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ReportLabel();

    [GeneratedRegex(@"(?:Commission|SEC)\s+File\s+(?:Number|No\.?|#)\s?[(:]?s?\)?[\s:_]{0,20}(?<number>\d{1,3}\s?-\s?\d{3,6}(?:-\d{2})?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FileNumberAfter();

    [GeneratedRegex(@"(?<![\d-])(?<number>\d{1,3}-\d{3,6}(?:-\d{2})?)[\s_)(]{1,60}(?:Commission|SEC)\s+File\s+(?:Number|No)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FileNumberBefore();

    [GeneratedRegex(@"(?i:CUSIP\s+(?:Number|No\.?|#))\s?:?[\s_]{0,20}(?<number>(?=[0-9A-Z ]{0,6}\d)[0-9A-Z]{6}\s?[0-9A-Z]{2}\s?\d)(?![0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CusipAfter();

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?<number>(?=[0-9A-Z ]{0,6}\d)[0-9A-Z]{6}\s?[0-9A-Z]{2}\s?\d)[\s_)(]{1,60}(?i:CUSIP\s+(?:Number|No))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CusipBefore();
}
