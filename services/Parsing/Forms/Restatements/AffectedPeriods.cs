using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>The periods that sentences about non-reliance or restatement name, each once, without those that they only say are not affected or will carry the correction.</summary>
internal static partial class AffectedPeriods
{
    private const int MostPeriods = 500;
    private const byte Written = 90, Computed = 75, Implied = 65;

    /// <summary>Reads the periods.</summary>
    /// <param name="asserting">The sentences that assert non-reliance or a restatement, with the items of their lists.</param>
    /// <param name="calendar">What the text calls its fiscal periods.</param>
    /// <param name="context">What is known beforehand.</param>
    public static IReadOnlyList<AffectedPeriod> Read(IReadOnlyList<Passage> asserting, FiscalCalendar calendar, DisclosureContext context)
    {
        var periods = new List<AffectedPeriod>();
        foreach (var sentence in asserting)
        {
            foreach (var mention in calendar.Periods(sentence.Text, bareYears: true))
            {
                if (IsNoStatement(sentence.Text, mention)
                    || (!context.AllPeriods && (PeriodRoles.IsCarrying(sentence.Text, mention) || PeriodRoles.IsExcluded(sentence.Text, mention))))
                    continue;
                var kind = mention.Kind ?? KindFromWords(sentence.Text, mention.At) ?? context.ListedKind;
                if (kind is null)
                    continue;
                Add(periods, new AffectedPeriod(Cite(sentence, mention, mention.End, context.Rule + ".period-end"), kind.Value)
                {
                    Start = mention.Start is { } start ? Cite(sentence, mention, start, context.Rule + ".period-start") : null,
                    ReportType = ReportOf(sentence, mention, context.Rule),
                    FiscalYear = mention.FiscalYear,
                    FiscalQuarter = mention.FiscalQuarter,
                    Implied = mention.Implied,
                });
            }
        }
        return periods;
    }

    // A date alone is a balance sheet's only where statements are spoken of; a bare year is a fiscal year's only where statements "for" it are.
    private static bool IsNoStatement(string sentence, PeriodMention mention)
    {
        if (mention.Kind == PeriodKind.Instant)
            return !BalanceSheet().IsMatch(Before(sentence, mention.At, 90));
        if (mention is { Kind: PeriodKind.Range, Start: null })
            return true;
        return mention.Bare && !StatementsFor().IsMatch(Before(sentence, mention.At, 140));
    }

    // The same period in a later sentence adds only the report that the earlier mention lacked.
    private static void Add(List<AffectedPeriod> periods, AffectedPeriod period)
    {
        var known = periods.FindIndex(other => IsSame(other, period));
        if (known < 0 && periods.Count < MostPeriods)
            periods.Add(period);
        else if (known >= 0 && periods[known].ReportType is null && period.ReportType is not null)
            periods[known] = periods[known] with { ReportType = period.ReportType };
    }

    private static bool IsSame(AffectedPeriod one, AffectedPeriod other)
    {
        if (one.Kind != other.Kind || one.Start?.Value != other.Start?.Value)
            return false;
        if (one.End.Value is { } end && other.End.Value is { } last)
            return end == last;
        // "fiscal 2004" without a date may be the year that another sentence dates.
        return one.End.Value is null && other.End.Value is null ? (one.FiscalYear, one.FiscalQuarter) == (other.FiscalYear, other.FiscalQuarter)
            : (one.FiscalQuarter is null && other.FiscalQuarter is null && (one.FiscalYear ?? one.End.Value?.Year) == (other.FiscalYear ?? other.End.Value?.Year));
    }

    private static Field<DateOnly?> Cite(Passage sentence, PeriodMention mention, DateOnly? date, string rule) =>
        new(date, sentence.Cite(mention.At, mention.Length, rule, mention.Implied ? Implied : mention.Computed || date is null ? Computed : Written));

    private static PeriodKind? KindFromWords(string sentence, int at)
    {
        PeriodKind? kind = null;
        foreach (Match words in KindWords().Matches(sentence[Math.Max(0, at - 400)..at]))
            kind = words.Groups["interim"].Success ? PeriodKind.Interim : PeriodKind.Annual;
        return kind;
    }

    private static Field<string?>? ReportOf(Passage sentence, PeriodMention mention, string rule)
    {
        var match = InReport().Match(sentence.Text, mention.Stop);
        if (!match.Success || PeriodBetween().IsMatch(match.Groups["between"].Value))
            return null;
        var form = match.Groups["form"];
        return new Field<string?>(FilingMentions.FormName(form.Value), sentence.Cite(form, rule + ".period-report", 85));
    }

    private static string Before(string text, int at, int most) => text[Math.Max(0, at - most)..at];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(balance\ssheets?|statements?\sof\sfinancial\s(position|condition)|financial\sstatements?)\b", Options)]
    private static partial Regex BalanceSheet();

    [GeneratedRegex(@"\b(statements?|reports?|results|information|10-[KQ](SB)?|20-F|balance\ssheets?)\b[^;:.]*$", Options)]
    private static partial Regex StatementsFor();

    [GeneratedRegex(@"\b((?<interim>interim|quarterly|quarters?|unaudited|10-?Q(SB)?)|(?<annual>annual|audited|fiscal\syears?|years?|10-?K(SB)?|20-F))\b", Options)]
    private static partial Regex KindWords();

    [GeneratedRegex(@"\G(?<between>[^;]{0,240}?)\b(contained|included|reported|presented|set\sforth|as\sfiled|filed|appearing)\s(therein\s)?(in|on|with)\s[^;]{0,80}?\bForms?\s" + FilingMentions.FormPattern, Options)]
    private static partial Regex InReport();

    [GeneratedRegex(@"\((i{1,3}|iv|v|[a-c1-4])\)|\b(quarters?|years?|interim)\b", Options)]
    private static partial Regex PeriodBetween();
}
