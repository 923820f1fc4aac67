using System.Text.RegularExpressions;
using Filingwire.Parsing.Forms.Restatements;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.PeriodicReports;

/// <summary>The cover of a periodic report: period, transition box, filer status and the two boxes of Rule 10D-1.</summary>
internal static partial class PeriodicCover
{
    private const byte Labelled = 95, Understood = 85;

    public static PeriodicReport Read(SourceText source, Skeleton skeleton, TextRange cover, PeriodicReport report) => report with
    {
        PeriodEnd = Period(source, skeleton, cover),
        TransitionReport = Transition(source, skeleton, cover),
        FilerStatus = Status(source, skeleton, cover),
        // Form 10-K cover since 2023: box 1 and box 2 (17 CFR 240.10D-1(b), Instruction to the cover page).
        ErrorCorrection = BoxBehind(source, skeleton, cover, "thecorrectionofanerrortopreviouslyissuedfinancialstatements", "periodic.cover.error-correction"),
        RecoveryAnalysis = BoxBehind(source, skeleton, cover, "10d1b", "periodic.cover.recovery-analysis"),
    };

    private static Field<DateOnly?>? Period(SourceText source, Skeleton skeleton, TextRange cover)
    {
        // Form N-CSR gives the fiscal year's end beside the period that the report is about.
        if (skeleton.Find("dateofreportingperiod", cover.Start, cover.End) is { } reporting)
            return LastOf(source, new TextRange(reporting.End, Math.Min(cover.End, reporting.End + 90)));
        // "for the monthly distribution period from May 16, 2023 to June 15, 2023" ends with the second date.
        if (skeleton.FindAny(["distributionperiodfrom", "distributionperiodended"], cover.Start, cover.End) is { } distribution)
            return LastOf(source, new TextRange(distribution.End, Math.Min(cover.End, distribution.End + 120)));
        var label = skeleton.FindAny(["forthefiscalyearended", "forthequarterlyperiodended", "fortheyearended", "forthequarterended", "forthefiscalquarterended",
            "forfiscalyearended", "forthefiscalyearend", "dateoffiscalyearend", "forquarterlyperiodended", "forthequarterlyperiodend"], cover.Start, cover.End);
        return label is { } found ? Dates.First(new Passage(source, new TextRange(found.End, Math.Min(cover.End, found.End + 90))), "periodic.cover.period", Labelled) : null;
    }

    // The second of two dates with nothing but "to" between them, else the first one.
    private static Field<DateOnly?>? LastOf(SourceText source, TextRange range)
    {
        var passage = new Passage(source, range);
        var dates = Dates.FindAll(passage.Text);
        if (dates.Count == 0)
            return null;
        var date = dates.Count > 1 && Between().IsMatch(passage.Text[dates[0].End..dates[1].Start]) ? dates[1] : dates[0];
        return new Field<DateOnly?>(date.Date, passage.Cite(date.Start, date.Length, "periodic.cover.period", Labelled));
    }

    /// <summary>Form 10-D: the date behind the words "distribution date" or "payment date", when the text gives only one.</summary>
    public static Field<DateOnly?>? DistributionDate(SourceText source)
    {
        Field<DateOnly?>? found = null;
        foreach (Match match in Distribution().Matches(source.Content))
        {
            var passage = new Passage(source, new TextRange(match.Groups["date"].Index, match.Groups["date"].Index + match.Groups["date"].Length));
            if (Dates.FindAll(passage.Text) is not [var date, ..])
                continue;
            if (found is not null && found.Value != date.Date)
                return null;
            found ??= new Field<DateOnly?>(date.Date, passage.Cite(date.Start, date.Length, "periodic.10d.distribution-date", Understood));
        }
        return found;
    }

    private static Field<bool?>? Transition(SourceText source, Skeleton skeleton, TextRange cover)
    {
        if (skeleton.Find("transitionreportpursuant", cover.Start, cover.End) is not { } label)
            return null;
        // The box stands before its label, or behind the whole of it in the same paragraph.
        var before = CheckMarks.FindAll(source.Content, new TextRange(Math.Max(cover.Start, label.Start - 24), label.Start));
        var end = source.Content.IndexOf("\n\n", label.End, StringComparison.Ordinal) is var blank && blank < 0 ? cover.End : Math.Min(blank, cover.End);
        var after = before.Count > 0 ? [] : CheckMarks.FindAll(source.Content, new TextRange(label.End, Math.Min(end, label.End + 120)));
        return before.Count > 0 ? Mark(source, before[^1], "periodic.cover.transition-report") : after.Count > 0 ? Mark(source, after[0], "periodic.cover.transition-report") : null;
    }

    private static Finding<FilerStatus>? Status(SourceText source, Skeleton skeleton, TextRange cover)
    {
        if (skeleton.FindAny(["isalargeacceleratedfiler", "isanacceleratedfiler"], cover.Start, cover.End) is not { } question)
            return null;
        var end = Math.Min(cover.End, question.End + 1800);
        end = skeleton.FindAny(["ifanemerginggrowthcompany", "isashellcompany", "theaggregatemarketvalue", "aggregatemarketvalue"], question.End, end)?.Start ?? end;
        var labels = Labels().Matches(source.Content[question.End..end])
            .Select(match => (Match: match, At: new TextRange(question.End + match.Index, question.End + match.Index + match.Length))).ToList();
        // The question itself names the classes; the boxes stand by their last mention.
        var last = labels.FindLastIndex(label => label.Match.Groups["large"].Success);
        if (last < 0)
            return YesNo(source, question, end);
        var table = labels.Skip(last).ToList();
        var marks = CheckMarks.FindAll(source.Content, new TextRange(Math.Max(question.End, table[0].At.Start - 24), end));
        var assigned = CheckMarks.Assign([.. table.Select(label => label.At)], marks);
        for (var i = 0; i < table.Count; i++)
        {
            var groups = table[i].Match.Groups;
            if (assigned[i] is not { Ticked: true } mark || groups["other"].Success)
                continue;
            var status = groups["large"].Success ? FilerStatus.LargeAccelerated : groups["non"].Success ? FilerStatus.NonAccelerated : FilerStatus.Accelerated;
            var place = new TextRange(Math.Min(mark.At.Start, table[i].At.Start), Math.Max(mark.At.End, table[i].At.End));
            return new Finding<FilerStatus>(status, source.Cite(place, "periodic.cover.filer-status", Labelled));
        }
        return null;
    }

    // 2003 to 2005: "whether the registrant is an accelerated filer. Yes [X] No [ ]".
    private static Finding<FilerStatus>? YesNo(SourceText source, TextRange question, int end)
    {
        var content = source.Content[question.End..Math.Min(end, question.End + 200)];
        var (yes, no) = (Yes().Match(content), No().Match(content));
        if (!yes.Success || !no.Success || no.Index < yes.Index)
            return null;
        var start = question.End;
        TextRange[] labels = [new(start + yes.Index, start + yes.Index + yes.Length), new(start + no.Index, start + no.Index + no.Length)];
        var marks = CheckMarks.FindAll(source.Content, new TextRange(Math.Max(start, labels[0].Start - 12), Math.Min(source.Content.Length, labels[1].End + 12)));
        var assigned = CheckMarks.Assign(labels, marks);
        return assigned[0]?.Ticked == (assigned[1]?.Ticked ?? false) ? null
            : new Finding<FilerStatus>(assigned[0]?.Ticked == true ? FilerStatus.Accelerated : FilerStatus.NonAccelerated, source.Cite(new TextRange(labels[0].Start, labels[1].End), "periodic.cover.accelerated-filer", Labelled));
    }

    private static Field<bool?>? BoxBehind(SourceText source, Skeleton skeleton, TextRange cover, string words, string rule)
    {
        if (skeleton.Find(words, cover.Start, cover.End) is not { } found)
            return null;
        var marks = CheckMarks.FindAll(source.Content, new TextRange(found.End, Math.Min(cover.End, found.End + 40)));
        return marks.Count > 0 ? Mark(source, marks[0], rule) : null;
    }

    private static Field<bool?> Mark(SourceText source, CheckMark mark, string rule) => new(mark.Ticked, source.Cite(mark.At.Start, mark.At.Length, rule, Labelled));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<large>large\s+accelerated\s+filers?)|(?<non>non-?\s?accelerated\s+filers?(?:\s*\(do\s+not\s+check[^)]*\))?)|(?<other>smaller\s+reporting\s+company|emerging\s+growth\s+company)|accelerated\s+filers?", Options)]
    private static partial Regex Labels();

    [GeneratedRegex(@"^\W*(to|through|and|until|thru)\W*$", Options)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?<!prior\s)(?<!next\s)(?<!previous\s)(?<!first\s)(?<!record\s)(?:distribution|payment)\s+date(?!s)\s*(?:of|on|:|is|occurring\s+on|occurring\s+in|,|\()?\s*(?<date>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?\s+\d{1,2},?\s+(?:19|20)\d{2}|\d{1,2}/\d{1,2}/(?:19|20)?\d{2})", Options)]
    private static partial Regex Distribution();

    [GeneratedRegex(@"(?<!\w)Yes(?!\w)", Options)]
    private static partial Regex Yes();

    [GeneratedRegex(@"(?<!\w)No(?![\w.])", Options)]
    private static partial Regex No();
}
