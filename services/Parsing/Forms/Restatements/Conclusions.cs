using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>Who reached the conclusion of Item 4.02, and when.</summary>
internal static partial class Conclusions
{
    private const byte Understood = 85, Management = 75;
    private const int NearDate = 24;

    /// <summary>The day of the conclusion: in the sentence about reliance before any other, and nearest before the words of the decision.</summary>
    public static Field<DateOnly?>? On(Passage? key, IReadOnlyList<Passage> sentences, string rule)
    {
        var first = sentences.Where(sentence => DisclosureReader.NonReliance(sentence) is not null);
        foreach (var sentence in (key is null ? first : [.. first, key]).Concat(sentences).Distinct())
        {
            if (!Decision().IsMatch(sentence.Text))
                continue;
            DateMention? found = null;
            var decision = Decided().Match(sentence.Text);
            foreach (var date in Dates.FindAll(sentence.Text))
            {
                if (!OnDate().IsMatch(sentence.Text.AsSpan(Math.Max(0, date.Start - NearDate), Math.Min(NearDate, date.Start))) || IsPeriod(sentence.Text, date) || IsFiling(sentence.Text, date))
                    continue;
                // The date before the decision that is nearest to it; else the first one.
                if (found is null || (decision.Success && date.Start < decision.Index))
                    found = date;
            }
            if (found is { } on)
                return new Field<DateOnly?>(on.Date, sentence.Cite(on.Start, on.Length, rule + ".concluded-on", Understood));
        }
        return null;
    }

    /// <summary>The body that the rule asks for, board or committee, before management and officers.</summary>
    public static Field<string?>? By(Passage? key, IReadOnlyList<Passage> sentences, string rule)
    {
        Field<string?>? management = null;
        var first = sentences.Where(sentence => DisclosureReader.NonReliance(sentence) is not null);
        foreach (var sentence in (key is null ? first : [.. first, key]).Concat(sentences).Distinct())
        {
            if (DisclosureLexicon.IsAboutControl(sentence.Text))
                continue;
            var decision = Decided().Match(sentence.Text);
            if (!decision.Success)
                continue;
            foreach (Match named in Body().Matches(sentence.Text))
            {
                // Before the decision, or behind it with "by" and "with the concurrence of".
                if (named.Index > decision.Index && !ByBefore().IsMatch(Near(sentence.Text, named.Index)))
                    continue;
                if (AdviceOf().IsMatch(Near(sentence.Text, named.Index)))
                    continue;
                var field = new Field<string?>(named.Value, sentence.Cite(named, rule + ".concluded-by", named.Groups["management"].Success ? Management : Understood));
                if (!named.Groups["management"].Success)
                    return field;
                management ??= field;
            }
        }
        return management;
    }

    /// <summary>The accountant of limb (b) where the text does not name the firm.</summary>
    public static Field<string?>? AccountantOf(Passage? key, string rule) => key is not null && Accountant().Match(key.Text) is { Success: true } match
        ? new Field<string?>(match.Value, key.Cite(match, rule + ".concluded-by", Management)) : null;

    private static bool IsPeriod(string text, DateMention date) =>
        Periods.FindAll(text).Any(period => period.At <= date.Start && date.Start < period.Stop && (period.Kind != PeriodKind.Instant || !AsOfConclusion().IsMatch(text.AsSpan(Math.Max(0, date.Start - 80), Math.Min(80, date.Start)))));

    private static ReadOnlySpan<char> Near(string text, int at) => text.AsSpan(Math.Max(0, at - 80), Math.Min(80, at));

    private static bool IsFiling(string text, DateMention date) => FiledBefore().IsMatch(text.AsSpan(Math.Max(0, date.Start - 60), Math.Min(60, date.Start)));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(conclu\w{1,6}|determin\w{1,6}|advis\w{1,4}|inform\w{1,4}|notif\w{1,6}|decided|concur\w{0,5}|received|approv\w{1,3}|agreed|resolved|recommend\w{0,5})\b", Options)]
    private static partial Regex Decision();

    [GeneratedRegex(@"\b(conclu(ded|des|sion)|determin(ed|es|ation)|concurr(ed|ence)|decided|agreed|resolved|approved|advised|informed|notified|reached)\b", Options)]
    private static partial Regex Decided();

    [GeneratedRegex(@"(\b(on|as\sof|dated|effective|on\sor\sabout)|,|^)\s*$", Options)]
    private static partial Regex OnDate();

    [GeneratedRegex(@"\b(conclu\w{1,6}|determin\w{1,6})\b[^,;]{0,30}\bas\sof\s*$|^\s*as\sof\s*$", Options)]
    private static partial Regex AsOfConclusion();

    [GeneratedRegex(@"\b(filed|issued|announced|disclosed|granted|acquired|dated|published|furnished|staff\sstatement)\s(with\sthe\s\w+\s)?(on\s)?(\w+\s)?$", Options)]
    private static partial Regex FiledBefore();

    [GeneratedRegex(
        @"\b(Audit\s(and\s\w+\s|&\s\w+\s)?Committee(\sof\s(the|its)\sBoard\sof\sDirectors)?|Board\sof\s(Directors|Trustees|Managers)|Supervisory\sBoard|Board|(Special|Executive|Independent)\sCommittee|(independent\s|sole\s)?directors?(?!\sof\s(finance|accounting|the\sdivision))|trustees"
        + @"|(?<management>authorized\sofficers?|(Chief\s(Executive|Financial|Accounting)|principal\s(executive|financial|accounting))\sOfficers?|executive\sofficers?|officers|(senior\s)?management|President|general\spartner|managing\smember|Controller|CFO|CEO))\b", Options)]
    private static partial Regex Body();

    [GeneratedRegex(@"\b(by|concurrence\sof|approval\sof|and)\s(the\s|its\s|our\s|[\w’'-]+\s){0,4}$", Options)]
    private static partial Regex ByBefore();

    [GeneratedRegex(@"\b(recommendations?\s(of|by|from)|consult\w{1,6}\swith|discussions?\swith|advice\sof)\s[^,;]{0,60}$", Options)]
    private static partial Regex AdviceOf();

    [GeneratedRegex(@"\b((former|prior|predecessor)\s)?(independent\s(registered\s)?(certified\s)?(public\s)?(accountants?|accounting\sfirm|auditors?)|auditors?)\b", Options)]
    private static partial Regex Accountant();
}
