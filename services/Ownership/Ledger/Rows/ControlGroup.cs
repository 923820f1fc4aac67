using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Rows;

/// <summary>What tells that two filings without a common owner come from one control group.</summary>
internal static class ControlGroup
{
    /// <summary>True when both filings have an owner of more than ten percent.</summary>
    internal static bool AreOfTenPercentOwners(LedgerRow left, LedgerRow right) => IsTenPercent(left.Report) && IsTenPercent(right.Report);

    /// <summary>True when one of the rows names an owner of the other in nature, footnotes or remarks.</summary>
    internal static bool Names(LedgerRow left, LedgerRow right) => NamesOwner(left, right.Report) || NamesOwner(right, left.Report);

    private static bool IsTenPercent(OwnershipReport report) => report.Owners.Any(owner => owner.IsTenPercentOwner == true);

    private static bool NamesOwner(LedgerRow row, OwnershipReport other)
    {
        var text = Wording.Of(string.Join(' ', row.Report.FootnotesOf(row.Row.FootnoteIds).Select(note => note.Text.Value)
            .Append(row.Row.Nature?.Value).Append(row.Report.Remarks)));
        return other.Owners.Any(owner => PartyName.Slug(owner.Name) is { Length: > 5 } slug
            && text.Contains(slug.Replace('-', ' '), StringComparison.Ordinal));
    }
}
