using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Language;

/// <summary>Reads periods that a form's name tells the kind of: "Forms 10-QSB for 3/31/07 and 6/30/07", "the June 30, 2009 Form 10-Q", "the March 2007 quarter".</summary>
internal static partial class PeriodsByForm
{
    public static void FindAll(string text, List<TextRange> taken, List<PeriodMention> periods)
    {
        foreach (Match form in FormFor().Matches(text))
            Add(form, form.Index + form.Length, form.Groups["annual"].Success);
        foreach (Match named in DateForm().Matches(text))
            Add(named, named.Groups["date"].Index, named.Groups["annual"].Success);

        void Add(Match match, int at, bool annual)
        {
            if (taken.Exists(range => range.Start < match.Index + match.Length && match.Index < range.End))
                return;
            var (dates, stop, _) = DateLists.Read(text, at);
            if (dates.Count == 0)
                return;
            taken.Add(new TextRange(match.Index, Math.Max(stop, match.Index + match.Length)));
            foreach (var date in dates)
                periods.Add(new PeriodMention(annual ? PeriodKind.Annual : PeriodKind.Interim, null, date.Date, annual ? 12 : 3, date.At, date.Length, date.Computed));
        }
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b10-?(?:(?<annual>K)|Q)(?:SB|T|405)?(?:/A)?s?\s(?:for|covering)\s(?:the\s)?(?:periods?\s)?(?=\d{1,2}[/-]\d|" + Dates.MonthName + @"\s)", Options)]
    private static partial Regex FormFor();

    [GeneratedRegex(@"\b(?<date>" + Dates.MonthName + @"\s(?:\d{1,2},?\s)?(?:19|20)\d{2}|\d{1,2}/\d{1,2}/\d{2,4})\s(?:(?:fiscal\s)?(?:quarters?\b|quarterly\s|interim\s)|(?:Quarterly\sReport\son\s)?(?:Form\s)?10-Q|(?<annual>(?:Annual\sReport\son\s)?(?:Form\s)?10-K|fiscal\syear\b|annual\s|year-end\s(?:financial|statements)))", Options)]
    private static partial Regex DateForm();
}
