using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Language;

/// <summary>Finds the filings that a sentence names with a date or a period: "Current Report on Form 8-K dated August 9, 2024".</summary>
public static partial class FilingMentions
{
    private const byte Confidence = 90;

    /// <summary>All mentions that carry a date or a period.</summary>
    public static IEnumerable<FilingMention> FindAll(Passage sentence, string rule)
    {
        foreach (Match match in Mention().Matches(sentence.Text))
        {
            var date = Field(sentence, match.Groups["date"], rule + ".date");
            var period = Field(sentence, match.Groups["period"], rule + ".period");
            if (date is null && period is null)
                continue;
            var form = match.Groups["form"];
            yield return new FilingMention(new Field<string?>(FormName(form.Value), sentence.Cite(form, rule, Confidence)), date, period);
        }
    }

    /// <summary>Every form type that a text names, with its place.</summary>
    public static IEnumerable<(string Form, Capture At)> Forms(string text) =>
        FormType().Matches(text).Select(match => (FormName(match.Groups["form"].Value), (Capture)match.Groups["form"]));

    /// <summary>A form type in EDGAR's spelling: "10K" is "10-K", "N-SAR" stays.</summary>
    public static string FormName(string written)
    {
        var name = written.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal).Replace('–', '-');
        return Unhyphenated().Match(name) is { Success: true } match ? $"{match.Groups[1].Value}-{match.Groups[2].Value}" : name;
    }

    private static Field<DateOnly?>? Field(Passage sentence, Group group, string rule) =>
        group.Success && Dates.FindAll(group.Value) is [var found, ..]
            ? new Field<DateOnly?>(found.Date, sentence.Cite(group.Index + found.Start, found.Length, rule, Confidence))
            : null;

    /// <summary>A form type as texts write it.</summary>
    internal const string FormPattern = @"(?<form>(?:10-?[KQD](?:SB)?(?:40(?!\d)|T|405)?|8-?K|20-?F|40-?F|6-?K|11-?K|N-?CSRS?|N-?CEN|N-?SAR|12b-25)(?:/A)?)(?![\w-])";

    private const string Date = @"(?:" + Dates.MonthName + @"\s\d{1,2},?\s\d{4}|\d{1,2}/\d{1,2}/\d{2,4})";

    [GeneratedRegex(
        @"\bForms?\s" + FormPattern
        + @"(?:,?\s(?:\([^()]{1,80}\)|as\samended|which\swas|that\swas|report|(?:was|were)))*,?"
        + @"(?:,?\s(?:for|with\srespect\sto|covering)\s(?:the|its)\s(?:fiscal\s|quarterly\s|annual\s|transition\s|three\smonths\s)?(?:year|quarter|period|months)?\s?(?:end(?:ed|ing))\s(?<period>" + Date + @"))?"
        + @"(?:,?\s(?:as\s)?(?:dated|filed|furnished|originally\sfiled|submitted)(?:\s(?:with|to)\s(?:the\s)?(?:Securities\sand\sExchange\sCommission|SEC|Commission|U\.S\.\sSecurities\sand\sExchange\sCommission)(?:\s\([^()]{1,60}\))?)?(?:,?\son)?\s(?:or\sabout\s)?(?<date>" + Date + @"))?"
        + @"(?:,?\s(?:filed\swith\sthe\s\w+\s)?for\sthe\s(?:fiscal\s)?(?:year|quarter|period|quarterly\speriod)\sended\s(?<period>" + Date + @"))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w-])" + FormPattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FormType();

    [GeneratedRegex(@"^(10|8|20|40|6|11|N)([KQDF]\w*(?:/A)?|CSRS?(?:/A)?|CEN(?:/A)?|SAR(?:/A)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Unhyphenated();
}
