using System.Buffers;
using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>Forward-looking statements: what filers append to any text. It holds no fact of the notice.</summary>
internal static class Boilerplate
{
    private static readonly string[] Headings =
    [
        "cautionarynote", "cautionarystatement", "forwardlookingstatements", "forwardlookinglanguage", "noteregardingforwardlooking", "safeharbor", "statementregardingforwardlooking",
        "disclosureregardingforwardlooking", "specialnoteregardingforward", "thisform12b25containsforwardlooking", "thisnotificationcontainsforwardlooking",
        "thisformcontainsforwardlooking", "certainstatementsinthis", "statementsinthisnotification", "exceptforhistoricalinformation",
    ];

    private const int LongestLine = 400;
    private static readonly SearchValues<char> Figures = SearchValues.Create("$0123456789");

    /// <summary>Where the boilerplate begins: a line or sentence that opens with its usual words; null when there is none.</summary>
    public static int? Start(string content, Skeleton skeleton, TextRange range)
    {
        int? first = null;
        foreach (var heading in Headings)
        {
            for (var from = range.Start; skeleton.Find(heading, from, range.End) is { } found; from = found.End)
            {
                if (Opening(content, range.Start, found.Start) is not { } start)
                    continue;
                first = Math.Min(first ?? int.MaxValue, start);
                break;
            }
        }
        return first;
    }

    // The heading opens a line, give or take the words that text recognition broke off ("Cau<tab>Itionary Note").
    private static int? Opening(string content, int floor, int found)
    {
        var from = Math.Max(floor, found - LongestLine);
        var line = found > from ? content.LastIndexOf('\n', found, found - from + 1) : -1;
        if (line < 0 && from > floor)
            return null;
        line = Math.Max(line + 1, floor);
        var before = content.AsSpan(line, found - line).Trim();
        return before.Length <= 40 && !before.Contains(". ", StringComparison.Ordinal) && before.IndexOfAny(Figures) < 0 ? line : null;
    }
}
