using System.Text.RegularExpressions;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;

namespace Filingwire.Ownership.Ledger.Amendments;

/// <summary>
/// Whether an amendment states its original again as a whole, so that a row of the original that it leaves out is gone. Most amendments hold only
/// what was wrong, and then what they leave out stands. Two rules:
/// <list type="bullet">
/// <item><c>amendment.left-out-of-whole</c>: the remarks or a footnote say that the form is amended and restated in its entirety, or takes the place of the
/// original.</item>
/// <item><c>amendment.left-out-among-repeated</c>: the amendment repeats at least two transactions of a table unchanged and takes up more of the table's transactions
/// than it leaves out; who corrects single rows repeats none. Holdings stand.</item>
/// </list>
/// </summary>
internal static partial class RestatedForm
{
    private const int LeastRepeated = 2;

    /// <summary>The rows that are gone, with the rule.</summary>
    /// <param name="amendment">The amendment.</param>
    /// <param name="open">The rows that counted before it.</param>
    /// <param name="matches">Those of them that it states again.</param>
    public static IEnumerable<(LedgerRow Row, string Rule)> LeftOut(OwnershipReport amendment, IReadOnlyList<LedgerRow> open, IReadOnlyList<RowMatch> matches)
    {
        if (matches.Count == 0 || matches.Count == open.Count)
            return [];
        var replaced = matches.Select(match => match.Replaced.Key).ToHashSet();
        var left = open.Where(row => !replaced.Contains(row.Key)).ToList();
        if (SaysSo(amendment))
            return left.Select(row => (row, "amendment.left-out-of-whole"));
        return left.Where(row => row.IsTransaction).GroupBy(row => row.Row.Table)
            .Where(table => matches.Count(match => match.Rule == RowMatching.SameRow && IsIn(match, table.Key)) >= LeastRepeated
                && matches.Count(match => IsIn(match, table.Key)) > table.Count())
            .SelectMany(table => table, (_, row) => (row, "amendment.left-out-among-repeated"));

        static bool IsIn(RowMatch match, int table) => match.Replaced.IsTransaction && match.Replaced.Row.Table == table;
    }

    private static bool SaysSo(OwnershipReport amendment) =>
        amendment.Footnotes.Select(note => note.Text.Value).Append(amendment.Remarks).Any(text => text is not null && Whole().IsMatch(text));

    [GeneratedRegex(
        @"\b(?:amend\w*|restat\w*|replac\w*|supersed\w*)\b[^.;]{0,120}\bin\s+(?:its|their)\s+entirety\b|\b(?:supersed\w+|replac\w+)\s+(?:and\s+\w+\s+)?(?:the\s+)?(?:original|entire|previously\s+filed|prior)\s+(?:Form|filing|report)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
