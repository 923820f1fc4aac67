using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;

namespace Filingwire.Ownership.Ledger.Amendments;

/// <summary>
/// Rows that an amendment takes back: what it reports did not happen, or happened to somebody else. EDGAR takes no form without a row, so such an amendment
/// often repeats the row that it takes back. Three rules:
/// <list type="bullet">
/// <item><c>amendment.not-occurred</c>: it says that a transaction did not take place. A footnote of a row that repeats an earlier one, or is down to no shares, means
/// that row; a statement about the filing means the rows that it does not state again, of which the amounts and dates that it names pick some.</item>
/// <item><c>amendment.wrong-party</c>: it says that the original was filed for another issuer or another person than those concerned. Every row goes, repeated ones too.</item>
/// <item><c>amendment.filed-in-error</c>: it says that the original was filed in error or is to be disregarded. Every row goes that it does not state again.</item>
/// </list>
/// </summary>
internal static class Retraction
{
    /// <summary>The rows that are gone, of earlier filings and of the amendment itself, with the rule.</summary>
    /// <param name="amendment">The amendment.</param>
    /// <param name="open">The rows that counted before it.</param>
    /// <param name="matches">Those of them that it states again.</param>
    public static IEnumerable<(RowKey Row, string Rule)> Of(OwnershipReport amendment, IReadOnlyList<LedgerRow> open, IReadOnlyList<RowMatch> matches)
    {
        var statements = amendment.Footnotes.Select(note => (note.Id, Text: note.Text.Value)).Append((Id: "", Text: amendment.Remarks))
            .SelectMany(part => RetractionWords.In(part.Text), (part, said) => (part.Id, Said: said)).ToList();
        if (statements.Count == 0)
            return [];
        var replaced = matches.Select(match => match.Replaced.Key).ToHashSet();
        var left = open.Where(row => !replaced.Contains(row.Key)).ToList();
        var gone = new Dictionary<RowKey, string>();
        foreach (var (note, said) in statements)
            switch (said.Kind)
            {
                case RetractionKind.WrongParty:
                    Take(left.Select(row => row.Key).Concat(Repeated(_ => true)), "amendment.wrong-party");
                    break;
                case RetractionKind.FiledInError:
                    Take(left.Select(row => row.Key), "amendment.filed-in-error");
                    break;
                default:
                    var own = Repeated(row => row.FootnoteIds.Contains(note)).ToList();
                    Take(own.Count > 0 ? own : Meant(amendment, left, said), "amendment.not-occurred");
                    break;
            }
        return gone.Select(row => (row.Key, row.Value));

        IEnumerable<RowKey> Repeated(Func<ReportRow, bool> isMeant) => matches
            .Where(match => (match.Rule == RowMatching.SameRow || match.Stated.Shares?.Value == 0) && isMeant(match.Stated)).Select(match => amendment.KeyOf(match.Stated));

        void Take(IEnumerable<RowKey> rows, string rule)
        {
            foreach (var row in rows)
                gone.TryAdd(row, rule);
        }
    }

    /// <summary>The transactions that a statement names by amount and date; all of them when it names neither. The day of a filing is no day of a transaction.</summary>
    private static IEnumerable<RowKey> Meant(OwnershipReport amendment, List<LedgerRow> left, RetractionStatement said)
    {
        var dates = said.Dates.Where(date => date != amendment.OriginalFiledOn && left.TrueForAll(row => row.Report.Filed.Date != date)).ToList();
        return left
            .Where(row => row.IsTransaction
                && (said.Amounts.Count == 0 || (row.Row.Shares?.Value is { } shares && said.Amounts.Contains(shares)))
                && (dates.Count == 0 || (row.Row.TransactionDate?.Value is { } date && dates.Contains(date))))
            .Select(row => row.Key);
    }
}
