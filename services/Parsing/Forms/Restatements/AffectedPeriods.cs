using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>The periods that sentences about non-reliance or restatement name, each once.</summary>
internal static partial class AffectedPeriods
{
    private const byte Written = 90, Computed = 75;

    public static IReadOnlyList<AffectedPeriod> Read(IReadOnlyList<Passage> sentences, DisclosureContext context)
    {
        var yearEnd = context.ReportType is null or "10-K" or "20-F" ? context.FiscalYearEnd : null;
        var periods = new List<AffectedPeriod>();
        foreach (var sentence in sentences)
        {
            foreach (var mention in Periods.FindAll(sentence.Text, yearEnd))
            {
                if (mention.Kind == PeriodKind.Instant && !BalanceSheet().IsMatch(Before(sentence.Text, mention.At, 60)))
                    continue;
                if (IsVehicle(sentence.Text, mention) || (mention.Kind == PeriodKind.Range && mention.Start is null))
                    continue;
                var kind = mention.Kind ?? KindFromWords(sentence.Text, mention.At);
                if (kind is null)
                    continue;
                var period = new AffectedPeriod(Cite(sentence, mention, mention.End, context.Rule + ".period-end"), kind.Value)
                {
                    Start = mention.Start is { } start ? Cite(sentence, mention, start, context.Rule + ".period-start") : null,
                    ReportType = ReportOf(sentence, mention, context.Rule),
                    FiscalYear = mention.FiscalYear,
                    FiscalQuarter = mention.FiscalQuarter,
                };
                Add(periods, period);
            }
        }
        return periods;
    }

    // The same period in a later sentence adds only the report that the earlier mention lacked.
    private static void Add(List<AffectedPeriod> periods, AffectedPeriod period)
    {
        var known = periods.FindIndex(other => other.End.Value == period.End.Value && other.Kind == period.Kind && other.Start?.Value == period.Start?.Value
            && (period.End.Value is not null || (other.FiscalYear, other.FiscalQuarter) == (period.FiscalYear, period.FiscalQuarter)));
        if (known < 0)
            periods.Add(period);
        else if (periods[known].ReportType is null && period.ReportType is not null)
            periods[known] = periods[known] with { ReportType = period.ReportType };
    }

    private static Field<DateOnly?> Cite(Passage sentence, PeriodMention mention, DateOnly? date, string rule) =>
        new(date, sentence.Cite(mention.At, mention.Length, rule, mention.Computed ? Computed : Written));

    // The report that will carry the corrected statements is no affected period: "in its Annual Report on Form 10-K for the year ended June 30, 2005".
    private static bool IsVehicle(string sentence, PeriodMention mention)
    {
        var before = Before(sentence, mention.At, 160);
        return Vehicle().IsMatch(before) && !Contained().IsMatch(before);
    }

    private static PeriodKind? KindFromWords(string sentence, int at)
    {
        var words = KindWords().Matches(sentence[..at]);
        if (words.Count == 0)
            return null;
        return words[^1].Groups["interim"].Success ? PeriodKind.Interim : PeriodKind.Annual;
    }

    private static Field<string?>? ReportOf(Passage sentence, PeriodMention mention, string rule)
    {
        var match = InReport().Match(sentence.Text, mention.At + mention.Length);
        if (!match.Success || PeriodBetween().IsMatch(match.Groups["between"].Value))
            return null;
        var form = match.Groups["form"];
        return new Field<string?>(FilingMentions.FormName(form.Value), sentence.Cite(form, rule + ".period-report", 85));
    }

    private static string Before(string text, int at, int most) => text[Math.Max(0, at - most)..at];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(balance\ssheets?|statements?\sof\sfinancial\s(position|condition)|financial\sstatements?)\b.*$", Options)]
    private static partial Regex BalanceSheet();

    [GeneratedRegex(@"\b(in|with|file|filing\sof|amend\w*|complete|preparing|part\sof)\s(its|the|our|an)\s(\w+\s){0,6}(Form\s10-[KQ](/A)?|Form\s20-F|Report\s(on|of)\sForm\s10-[KQ](/A)?)\s(\([^)]*\)\s)?for\sthe\s[^,;]*$", Options)]
    private static partial Regex Vehicle();

    [GeneratedRegex(@"\b(contained|included|filed|reported|presented|set\sforth|appear\w*|previously|originally)\b[^;]*$", Options)]
    private static partial Regex Contained();

    [GeneratedRegex(@"\b((?<interim>interim|quarterly|quarters?|unaudited|10-Q)|(?<annual>annual|audited|fiscal\syears?|years?|10-K))\b", Options)]
    private static partial Regex KindWords();

    [GeneratedRegex(@"\G(?<between>[^;]{0,240}?)\b(contained|included|reported|presented|set\sforth|as\sfiled|filed|appearing)\s(therein\s)?(in|on|with)\s[^;]{0,80}?\bForms?\s" + FilingMentions.FormPattern, Options)]
    private static partial Regex InReport();

    [GeneratedRegex(@"\((i{1,3}|iv|v|[a-c1-4])\)|\b(quarters?|years?|interim)\b", Options)]
    private static partial Regex PeriodBetween();
}
