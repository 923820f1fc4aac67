using System.Text.RegularExpressions;
using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.CurrentReports;

/// <summary>
/// The exhibits that Item 9.01 lists, in a table, as typed columns, as lines "Exhibit 99.1 – Press release", or with number and description on
/// lines of their own.
/// </summary>
internal static partial class ExhibitList
{
    private const byte Labelled = 90;
    private const int Most = 1000;

    /// <summary>Reads an item's list.</summary>
    public static IReadOnlyList<ReportExhibit> Read(Submission submission, SourceText source, TextRange body)
    {
        var exhibits = new List<ReportExhibit>();
        foreach (Match line in Line().Matches(source.Content[body.Start..body.End]))
        {
            var (number, description) = (line.Groups["number"], line.Groups["description"]);
            if (exhibits.Count >= Most || exhibits.Exists(known => known.Number.Value == number.Value) || !IsNumber(number.ValueSpan))
                continue;
            var range = new TextRange(body.Start + description.Index, body.Start + description.Index + description.Length);
            exhibits.Add(new ReportExhibit(
                new Field<string?>(number.Value, source.Cite(body.Start + number.Index, number.Length, "8k.exhibit.number", Labelled)),
                new Field<string?>(new Passage(source, range).Text, source.Cite(range, "8k.exhibit.description", Labelled)),
                DocumentOf(submission, number.Value)));
        }
        return exhibits;
    }

    /// <summary>Place in the submission of the document of an exhibit's number; null when it is not there.</summary>
    public static int? DocumentOf(Submission submission, string number)
    {
        for (var i = 0; i < submission.Documents.Count; i++)
        {
            if (submission.Documents[i].Type?.Value is { } type && type.Equals("EX-" + number, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return null;
    }

    // Item 601(a) of Regulation S-K numbers exhibits from 1 to 107.
    private static bool IsNumber(ReadOnlySpan<char> number)
    {
        var point = number.IndexOf('.');
        return int.TryParse(point < 0 ? number : number[..point], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var whole)
            && whole is >= 1 and <= 107;
    }

    [GeneratedRegex(@"^[ \t(“""*•]{0,40}(?:\([a-d]\)[ \t]*)?(?:Exhibit(?:[ \t]+(?:No\.?|Number))?[ \t]*)?(?<number>\d{1,3}\.\d{1,2}[a-z]?|(?:1|2|3|4|5|8|10|16|17|20|21|23|24|27|28|99|104)(?![\d.,/]))[ \t]{0,2}[)*†+#]{0,3}[:.]?[ \t]*(?:[\t–—-]|[ ]|\n[ \t\n]{0,6})[ \t\n–—-]{0,60}(?<description>(?!(?:Exhibit\s+)?\d{1,3}\.\d)[A-Z“""(‘][^\n]{2,400})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Line();
}
