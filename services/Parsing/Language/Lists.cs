using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Language;

/// <summary>Binds the items of a list to the sentence that leads in to them: bullets, letters and rows below "… the following statements:".</summary>
internal static partial class Lists
{
    /// <summary>No list of statements or filings is longer.</summary>
    private const int MostItems = 60;

    /// <summary>The sentences that belong to the one at an index as its list; empty when it leads in to none.</summary>
    public static IEnumerable<Passage> ItemsOf(IReadOnlyList<Passage> sentences, int lead)
    {
        if (!LeadsIn(sentences[lead].Text))
            yield break;
        for (var i = lead + 1; i < sentences.Count && i - lead <= MostItems && sentences[i].Source == sentences[lead].Source; i++)
        {
            var text = sentences[i].Text;
            if (!(IsItem(text) || IsRow(text) || (i > lead + 1 && EndsOpen(sentences[i - 1].Text))))
                yield break;
            yield return sentences[i];
            if (text.EndsWith('.') && !IsMarked(text) && text.Length > 300)
                yield break;
        }
    }

    /// <summary>Whether a sentence announces a list.</summary>
    public static bool LeadsIn(string text) => text.EndsWith(':') || Following().IsMatch(text.AsSpan(Math.Max(0, text.Length - 160)));

    private static bool IsItem(string text) => IsMarked(text) || (text.Length > 0 && char.IsLower(text[0])) || EndsOpen(text) || Named().IsMatch(text);

    private static bool IsMarked(string text) => Mark().IsMatch(text);

    private static bool EndsOpen(string text) => text.EndsWith(';') || text.EndsWith(',') || text.EndsWith("; and", StringComparison.OrdinalIgnoreCase) || text.EndsWith(", and", StringComparison.OrdinalIgnoreCase);

    // A row of a table of filings or periods: no sentence, but a form or a date.
    private static bool IsRow(string text) => !text.EndsWith('.') && text.Length < 400 && Row().IsMatch(text);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(the\sfollowing|as\sfollows|listed\sbelow|set\sforth\s(below|in\sthe\s(following\s)?table)|table\sbelow)\b[^.]*[.:]?$", Options)]
    private static partial Regex Following();

    [GeneratedRegex(@"^\W{0,3}[•·●▪◦■*o–—-]\s|^[•·●▪◦■]|^\(?([a-z]|[ivx]{1,4}|\d{1,2})[.)]\s", Options)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(the|its|our|audited|unaudited|annual|quarterly|condensed|consolidated|restated)\s[^.]{0,200}\b(statements?|reports?|balance\ssheets?|10-[KQ]\w{0,2})\b", Options)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(10-?[KQ](SB)?|20-F|" + Dates.MonthName + @"\s\d{1,2},?\s(19|20)\d{2}|\d{1,2}/\d{1,2}/\d{2,4}|(fiscal|FY)\s?(19|20)\d{2}|Q[1-4])\b", Options)]
    private static partial Regex Row();
}
