using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>What the notice says about dates: the due date, whether and when the report will come, whether it has come already.</summary>
internal static partial class NoticeOutlook
{
    private const byte Stated = 90;
    private const byte Understood = 85;

    public static LateFilingNotice Read(IReadOnlyList<Passage> sentences, LateFilingNotice notice)
    {
        foreach (var sentence in sentences)
        {
            notice = notice with
            {
                StatedDueDate = notice.StatedDueDate ?? DueDateOf(sentence),
                ReportAlreadyFiled = notice.ReportAlreadyFiled ?? Filed(sentence, notice),
                ExpectsToFileWithinExtension = notice.ExpectsToFileWithinExtension ?? Extension(sentence),
                ExpectedFilingDate = notice.ExpectedFilingDate ?? Expected(sentence),
            };
        }
        return notice;
    }

    private static Field<DateOnly?>? DueDateOf(Passage sentence)
    {
        foreach (Match match in DueDate().Matches(sentence.Text))
        {
            var written = match.Groups["date"];
            if (Dates.FindAll(written.Value) is [var date, ..])
                return new Field<DateOnly?>(date.Date, sentence.Cite(written.Index + date.Start, date.Length, "nt.narrative.due-date", Stated));
        }
        return null;
    }

    private static Field<bool?>? Filed(Passage sentence, LateFilingNotice notice)
    {
        foreach (Match match in AlreadyFiled().Matches(sentence.Text))
        {
            var report = CoverReader.ReportFamily(FilingMentions.FormName(match.Groups["form"].Value));
            var isThisReport = notice.ReportType?.Value is null || report == notice.ReportType.Value;
            var period = Periods.FindAll(match.Value).FirstOrDefault(found => found.Kind is not PeriodKind.Instant).End;
            if (isThisReport && (period is null || notice.PeriodEnd?.Value is null || period == notice.PeriodEnd.Value) && !Assertion.IsNegated(sentence.Text, match.Index))
                return new Field<bool?>(true, sentence.Cite(match, "nt.narrative.already-filed", Understood));
        }
        return null;
    }

    private static Field<bool?>? Extension(Passage sentence)
    {
        if (Missed().Match(sentence.Text) is { Success: true } missed)
            return new Field<bool?>(false, sentence.Cite(missed, "nt.narrative.extension-missed", Understood));
        return Kept().Match(sentence.Text) is { Success: true } kept
            ? new Field<bool?>(true, sentence.Cite(kept, "nt.narrative.extension-kept", Understood)) : null;
    }

    private static Field<DateOnly?>? Expected(Passage sentence)
    {
        foreach (Match match in ExpectedDate().Matches(sentence.Text))
        {
            var written = match.Groups["date"];
            if (Dates.FindAll(written.Value) is [var date, ..] && !Assertion.IsNegated(sentence.Text, match.Index + 1))
                return new Field<DateOnly?>(date.Date, sentence.Cite(written.Index + date.Start, date.Length, "nt.narrative.expected-date", Stated));
        }
        return ExpectedDates.Find(sentence.Text) is { } expected && !ByWhom().IsMatch(sentence.Text.AsSpan(0, expected.Start))
            ? new Field<DateOnly?>(expected.Date, sentence.Cite(expected.Start, expected.Length, "nt.narrative.expected-date", Understood)) : null;
    }

    private const string Date = @"(?<date>(?:" + Dates.MonthName + @"\s\d{1,2},?\s\d{4}|\d{1,2}/\d{1,2}/\d{2,4}))";
    private const string Due = @"(?:(?:original|originally|prescribed|required|initial|statutory|scheduled|applicable)\s(?:filing\s)?)*(?:due\sdate|filing\sdeadline|deadline|filing\sdate|date)";
    private const string Expects = @"(?:expects?|anticipates?|intends?|plans?|believes?|will|shall|currently\sexpects|is\sconfident|estimates?|expected|anticipated|contemplates?|undertakes?|(?:fully|currently|presently|still)\sexpects?|expects\sto\sbe\sable)";
    private const string Grace = @"(?:extension|grace\speriod|extended\s(?:period|deadline|due\sdate)|(?:fifteen|five|15|5)(?:th|\s?\(\d+\))?[\s-](?:calendar\s|additional\s|business\s)?days?|(?:fifteenth|fifth|15th|5th)\s(?:\(\d+(?:th)?\)\s)?(?:calendar\s)?day|Rule\s12b-25|time\sallowed\sby\sthis|additional\stime\s(?:allowed|permitted|provided|afforded|granted)|(?:time|period)\s(?:allowed|permitted|provided|afforded)\s(?:by|under)\s(?:this|Rule|the))";

    // "Within the time prescribed" is the extension only for what is still to come; what could not be filed in it missed the due date.
    private const string Allowed = @"(?:" + Grace + @"|time\s(?:period|frame)?\s?(?:prescribed|permitted|provided|allowed)|additional\s(?:\w+\s)?period)";

    [GeneratedRegex(
        @"\b(?:by|on|before|of|prior\sto|due(?:\son)?)\s" + Date + @",?\s(?:which\s(?:is|was)\s|\()?(?:the|its)\s" + Due
        + @"|\b" + Due + @"\s(?:for\s.{0,80}?\s)?(?:of|is|was|being|\()\s?" + Date
        + @"|\b(?:was|is)\s(?:originally\s)?due\s(?:to\sbe\sfiled\s)?(?:on|by)\s" + Date
        + @"|\brequired\sto\s(?:be\sfiled|file)\s.{0,40}?(?:by|on\sor\sbefore|no\slater\sthan)\s" + Date,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DueDate();

    [GeneratedRegex(
        @"\b(?:(?:Company|Registrant|Corporation|Partnership|Trust|Fund|it|we|Issuer)\s(?:subsequently\s|has\s|then\s)?(?:filed|submitted)\s(?:its|the|such)\s(?:(?:Annual|Quarterly|Transition)\sReports?\son\s)?Form\s"
        + FilingMentions.FormPattern + @"|(?:Annual|Quarterly|Transition)\sReport\son\sForm\s" + FilingMentions.FormPattern + @"\s(?:[^.]{0,80}?\s)?(?:was|has\sbeen)\s(?:subsequently\s)?filed)"
        + @".{0,120}?\s(?:on|at)\s.{0,30}\d",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AlreadyFiled();

    // The date of somebody else's work is none of the filing's.
    [GeneratedRegex(@"\b(auditors?|accountants?|accounting\sfirm|servicer|trustee)\s(\w+\s){0,3}(expects?|will|anticipates?)\b[^;]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ByWhom();

    [GeneratedRegex(
        @"\b(?:(?:does|do|did|will|would|is|may|can)\s?not|cannot|doesn['’]t|won['’]t|no\slonger|unable\sto|unlikely\s(?:that|to)|not\sbe\sable\sto|nor\sdoes\sit)\s(?:currently\s|presently\s|now\s)?(?:expects?|anticipates?|believes?|be\sable|expected|anticipated|intend|file|complete|contemplate|assure)?"
        + @"[^;]{0,320}?(?:within|on\sor\sbefore|by|during|prior\sto|before|no\slater\sthan|in)\s(?:the\s)?(?:[\w’'-]+\s){0,5}?" + Grace,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Missed();

    [GeneratedRegex(
        @"\b" + Expects + @"\s(?:that\s)?[^;]{0,160}?\b(?:fil(?:e|ed|ing)|submit(?:ted|ting)?|complete)\b[^;]{0,160}?(?:within|inside|on\sor\sbefore|by|during|no\slater\sthan|prior\sto|in\saccordance\swith|pursuant\sto)\s(?:the\s)?(?:[\w’'-]+\s){0,6}?" + Allowed,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Kept();

    [GeneratedRegex(
        @"\b" + Expects + @"\s[^;]{0,140}?\b(?:fil(?:e|ed|ing)|submit)\b[^;]{0,140}?\s(?:by|on\sor\sbefore|on|no\slater\sthan|on\sor\sabout|not\slater\sthan|before)\s(?:or\sbefore\s|about\s)?" + Date,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ExpectedDate();
}
