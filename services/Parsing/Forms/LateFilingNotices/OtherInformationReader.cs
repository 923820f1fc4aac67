using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>Part IV: contact, the two questions with their boxes, and the explanation.</summary>
internal static partial class OtherInformationReader
{
    private const byte Labelled = 95;
    private const byte ByPosition = 80;

    public static LateFilingNotice Read(NoticeText text, LateFilingNotice notice)
    {
        var layout = text.Layout;
        var change = ReadQuestion(text, layout.ChangeAnswer);
        // One tick between "Yes" and "No" fits both; the other question, ticked by the same hand, may show the side.
        var others = ReadQuestion(text, layout.OtherReports, change.Side);
        change = ReadQuestion(text, layout.ChangeAnswer, others.Side);
        var (filed, changed) = (Answer(text, others, "nt.part-iv.other-reports-filed"), Answer(text, change, "nt.part-iv.significant-change"));
        return WithContact(text, notice) with
        {
            OtherReportsFiled = filed,
            MissingReports = layout.OtherReports is { } range ? MissingReports(text, range, filed) : [],
            SignificantChangeAnticipated = changed,
            ChangeExplanation = Explanation(text, layout, change.End),
        };
    }

    private static LateFilingNotice WithContact(NoticeText text, LateFilingNotice notice)
    {
        if (text.Layout.Contact is not { } range)
            return notice;
        var passage = new Passage(text.Source, range);
        var phone = Telephone().Match(passage.Text);
        var name = phone.Success ? ContactName().Match(passage.Text[..phone.Index]) : ContactName().Match(passage.Text);
        var written = name.Groups["name"];
        if (!phone.Success)
            text.Warn("contact-telephone-missing", "Part IV (1) holds no telephone number that can be read.", range);
        return notice with
        {
            ContactName = written.Success && written.Length > 1 ? new Field<string?>(written.Value, passage.Cite(written, "nt.part-iv.contact-name", Labelled)) : null,
            ContactTelephone = phone.Success ? new Field<string?>(Format(phone), passage.Cite(phone, "nt.part-iv.contact-telephone", Labelled)) : null,
        };
    }

    // The printed labels of the cells may stand between area code and number.
    private static string Format(Match phone)
    {
        if (phone.Groups["abroad"].Success)
            return phone.Value;
        if (phone.Groups["country"].Success)
            return $"{phone.Groups["country"].Value.Trim()} {phone.Groups["rest"].Value.Trim()}";
        var extension = phone.Groups["extension"].Success ? " ext. " + phone.Groups["extension"].Value : "";
        return $"({phone.Groups["area"].Value}) {phone.Groups["exchange"].Value}-{phone.Groups["line"].Value}{extension}";
    }

    private readonly record struct Question(CheckMark? Yes, CheckMark? No, MarkSide? Side, bool Found, int End);

    private static Question ReadQuestion(NoticeText text, TextRange? part, MarkSide? known = null)
    {
        if (part is not { } range)
            return default;
        var zone = new TextRange(range.Start, Math.Min(range.End, range.Start + 600));
        var content = text.Content[zone.Start..zone.End];
        var yes = Yes().Match(content);
        var no = yes.Success ? No().Match(content, yes.Index + yes.Length) : Match.Empty;
        if (!yes.Success || !no.Success)
            return default;
        TextRange[] labels = [At(yes), At(no)];
        // A mark behind "No" belongs to it only on the same line; a mark before "Yes" only when nothing else stands between.
        var lineEnd = content.IndexOf('\n', no.Index) is var line && line < 0 ? content.Length : line;
        var stop = NextQuestion().Match(content, no.Index) is { Success: true } next ? Math.Min(next.Index, lineEnd) : lineEnd;
        var marks = CheckMarks.FindAll(text.Content, new TextRange(zone.Start, zone.Start + stop))
            .Where(mark => mark.At.Start >= labels[0].Start - 24 && mark.At.End <= labels[1].End + 24)
            .ToList();
        var side = marks.Count >= 2 || (marks.Count == 1 && (marks[0].At.End <= labels[0].Start || marks[0].At.Start >= labels[1].End))
            ? CheckMarks.SideOf(labels, marks) : null;
        var assigned = CheckMarks.Assign(labels, marks, side ?? known);
        var end = Math.Max(labels[1].End, marks.Count > 0 ? marks[^1].At.End : 0);
        return new Question(assigned[0], assigned[1], side, true, end);

        TextRange At(Match match) => new(zone.Start + match.Index, zone.Start + match.Index + match.Length);
    }

    private static Field<bool?>? Answer(NoticeText text, Question question, string rule)
    {
        var (yes, no) = (question.Yes?.Ticked == true, question.No?.Ticked == true);
        if (question.Found && yes != no)
        {
            var mark = yes ? question.Yes!.Value : question.No!.Value;
            return new Field<bool?>(yes, text.Source.Cite(mark.At.Start, mark.At.Length, rule, Labelled));
        }
        var what = !question.Found ? "No Yes and No can be found" : yes ? "Both Yes and No are ticked" : "Neither Yes nor No is ticked";
        text.Warn("answer-unreadable", $"{what} for {rule}.");
        return null;
    }

    private static List<Field<string?>> MissingReports(NoticeText text, TextRange range, Field<bool?>? filed)
    {
        if (filed?.Value != false)
            return [];
        var passage = new Passage(text.Source, range);
        return [.. Report().Matches(passage.Text).Select(match => new Field<string?>(match.Value, passage.Cite(match, "nt.part-iv.missing-report", Labelled)))];
    }

    private static Field<string?>? Explanation(NoticeText text, NoticeLayout layout, int answerEnd)
    {
        // Forms without the printed sentence "If so, attach …": the explanation begins behind the boxes.
        var printed = layout.Explanation is not null;
        var range = layout.Explanation ?? (answerEnd > 0 && layout.ChangeAnswer is { } answer && answerEnd < answer.End ? new TextRange(answerEnd, answer.End) : null);
        if (range is not { } found)
            return null;
        var end = Boilerplate.Start(text.Content, text.Skeleton, found) ?? found.End;
        var trimmed = NoticeProse.WithoutSigner(text, new TextRange(found.Start, end));
        return trimmed.IsEmpty || text.IsNotApplicable(trimmed) ? null
            : NoticeProse.Field(text.Source, trimmed, "nt.part-iv.explanation", printed ? Labelled : ByPosition);
    }

    [GeneratedRegex(@"(?<country>(?:\+(?!1\D)|\b011[\s-])\d{1,3}[\d\s().-]{0,12})\(\s?Area\sCode\s?\)\s?(?<rest>\d[\d\s.-]{4,16}\d)|(?<abroad>\+(?!1\D)\d{1,3}[\d\s().-]{6,20}\d|\b011[\d\s().-]{8,20}\d)|\(?\b(?:1[\s-]{1,2})?(?<area>\d{3})\s?\)?[\s./|-]{0,8}(?:\(?\s?Area\sCode\s?\)?[\s:|-]{0,6})?(?<exchange>\d{3})[\s.-]{1,3}(?<line>\d{4})\b(?:,?\s?(?:x|ext\.?|extension)\s?(?<extension>\d{1,6}))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Telephone();

    // Up to a comma that begins a title, or the printed "(Name)".
    [GeneratedRegex(@"^[\s:._-]*(?:\(?Name\)?:?\s)?(?<name>(?:[A-Z][\w.'’-]*|de|van|von|der|la|J\.|“[^”]{1,20}”|\([A-Z][a-z]+\))(?:\s(?!\(?(?:Name|Area|Telephone)\b)(?:[A-Z][\w.'’-]*|de|van|von|der|la|“[^”]{1,20}”|\([A-Z][a-z]+\))){0,5}(?:,?\s(?:Jr|Sr|II|III|IV|Esq)\b\.?)?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ContactName();

    [GeneratedRegex(@"(?<!\w)Yes(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Yes();

    [GeneratedRegex(@"(?<!\w)No(?![\w.])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex No();

    [GeneratedRegex(@"\(\s?[23]\s?\)|\bIf\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NextQuestion();

    [GeneratedRegex(@"\b(?:(?:Annual|Quarterly|Current|Transition)\sReports?\son\s)?Forms?\s" + FilingMentions.FormPattern
        + @"(?:\sfor\s(?:the\s)?(?:(?:fiscal\s)?(?:year|quarter|quarterly\speriod|period|three\smonths|six\smonths|nine\smonths)s?\s)?(?:end(?:ed|ing)\s)?" + Dates.MonthName
        + @"\s\d{1,2},?\s\d{4}(?:(?:,\s|\sand\s|,\sand\s)" + Dates.MonthName + @"\s\d{1,2},?\s\d{4}){0,6})?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Report();
}
