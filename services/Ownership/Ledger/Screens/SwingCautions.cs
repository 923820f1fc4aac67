using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Meanings;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Screens;

/// <summary>What to look at first in a short-swing pair, as stable codes.</summary>
internal static class SwingCautions
{
    /// <summary>The cautions on a pair.</summary>
    /// <param name="owner">The insider.</param>
    /// <param name="purchase">The purchase.</param>
    /// <param name="sale">The sale.</param>
    /// <param name="tenure">When the owner was an insider, as far as it is known.</param>
    public static IReadOnlyList<string> Of(OwnerKey owner, LedgerRow purchase, LedgerRow sale, Tenure tenure)
    {
        LedgerRow[] legs = [purchase, sale];
        var cautions = new List<string>();
        AddTenure(cautions, owner, legs, tenure);
        if (legs.Any(leg => leg.Row.Table == 2))
            cautions.Add("derivative-leg");
        if (legs.Any(leg => PriceRange.Of(leg.Report, leg.Row) is not null))
            cautions.Add("price-is-average");
        if (IsOf("J"))
            cautions.Add("review-code-J");
        if (IsOf("I"))
            cautions.Add("review-code-I");
        if (IsOf("O"))
            cautions.Add("exercise-out-of-the-money");
        if (IsOf("E"))
            cautions.Add("premium-of-expired-option");
        return cautions;

        bool IsOf(string code) => legs.Any(leg => leg.Row.Code?.Value == code);
    }

    /// <summary>
    /// A holder of more than ten percent must be one before both legs, so neither may be the purchase that made him one (Section 16(b), Rule 16a-2(c),
    /// Foremost-McKesson v. Provident). What a director or officer did before he became one, or after he left, is matched only with what he did in between (Rule
    /// 16a-2(a) and (b)).
    /// </summary>
    private static void AddTenure(List<string> cautions, OwnerKey owner, LedgerRow[] legs, Tenure tenure)
    {
        if (legs.Any(leg => RolesOf(leg, owner) is { IsTenPercentOwner: true, IsDirector: not true, IsOfficer: not true }))
        {
            cautions.Add("ten-percent-owner-only");
            if (legs.Any(leg => leg.Row.TransactionDate!.Value <= tenure.Entered || RolesOf(leg, owner) is { IsTenPercentOwner: false, IsDirector: not true, IsOfficer: not true }))
                cautions.Add("not-ten-percent-owner-before-both");
        }
        else if (legs.Any(leg => leg.Row.TransactionDate!.Value < tenure.Entered))
            cautions.Add("before-entry");
        if (legs.Any(leg => leg.Report.NotSubjectToSection16 == true || leg.Row.TransactionDate!.Value > tenure.Left))
            cautions.Add("after-leaving");
    }

    private static ReportedOwner? RolesOf(LedgerRow row, OwnerKey owner) =>
        row.Report.Owners.FirstOrDefault(reported => reported.Key == owner || reported.NameKey == owner) ?? (row.Report.Owners is [var only] ? only : null);
}
