using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Ledger.Screens;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Unit.Ownership;

/// <summary>What Section 16(b) exempts, and what a lawyer would ask about the rest.</summary>
public sealed class ShortSwingTests
{
    [Theory]
    [InlineData("O")] // out of the money by its code: still no sale of the option
    [InlineData("X")] // 16b-6(b)
    [InlineData("M")] // 16b-3(d), 16b-6(b)
    [InlineData("C")] // 16b-6(b)
    public void The_exercise_of_an_option_is_no_sale_of_it(string code) => Assert.Empty(Match(
        Trade("2024-01-02", "P", 100, 5, 100),
        Option("2024-02-01", code, 100, 0, exercise: 30, direction: "D") with { Price = Of((decimal?)0) }));

    [Theory]
    [InlineData(15, false)] // sold above the exercise price on the same day: in the money, exempt by 16b-6(b)
    [InlineData(10, false)] // at the money
    [InlineData(9, true)] // out of the money: a purchase at the exercise price
    public void An_exercise_coded_O_that_the_days_own_sale_shows_in_the_money_is_exempt(decimal soldThatDay, bool matchable)
    {
        var matches = Match(Trade("2024-02-01", "O", 100, 10, 100), Sale("2024-02-01", 1, soldThatDay, 99), Sale("2024-03-01", 99, 20, 0));
        Assert.Equal(matchable ? [(99m, 990m)] : [], matches.Select(match => (match.Shares, match.Profit)));
        Assert.All(matches, match => Assert.Contains("exercise-out-of-the-money", match.Cautions));
    }

    [Fact]
    public void An_exercise_out_of_the_money_is_a_purchase_at_the_exercise_price_with_a_caution()
    {
        var match = Assert.Single(Match(
            Trade("2024-02-01", "O", 100, 10, 100), Option("2024-02-01", "O", 100, 0, direction: "D"), Sale("2024-03-01", 100, 12, 0)));
        Assert.Equal((200m, 10m), (match.Profit, match.PurchasePrice));
        Assert.Equal(["exercise-out-of-the-money"], match.Cautions);
    }

    [Theory]
    [InlineData("2024-01-10", "2024-03-01", 1)] // 16b-3(f): opposite discretionary transactions less than six months apart
    [InlineData("2024-01-10", null, 0)] // alone it is exempt
    [InlineData("2024-01-10", "2024-08-01", 0)] // six months away
    public void Discretionary_transactions_are_exempt_unless_an_opposite_one_is_near(string bought, string? sold, int matches)
    {
        var rows = new List<ReportRow> { Trade(bought, "I", 10, 5, 10), Sale("2024-02-01", 10, 15, 0) };
        if (sold is not null)
            rows.Add(Trade(sold, "I", 10, 4, 0, "D"));
        var found = Match([.. rows]);
        Assert.Equal(matches, found.Count);
        Assert.All(found, match => Assert.Contains("review-code-I", match.Cautions));
    }

    [Theory]
    [InlineData("2024-06-01", true)] // 16b-6(d): within six months of the writing
    [InlineData("2024-08-01", false)]
    public void An_option_that_expires_soon_after_it_was_written_leaves_its_premium(string expired, bool recoverable)
    {
        var written = Option("2024-01-10", "S", 1, 1, exercise: 50, expires: expired, direction: "D") with { Price = Of((decimal?)200), UnderlyingShares = Of((decimal?)100) };
        var expiry = Option(expired, "E", 1, 0, exercise: 50, expires: expired) with { UnderlyingShares = Of((decimal?)100) };
        var found = Match(written, expiry, Sale("2024-03-01", 100, 90, 0));
        Assert.Equal(recoverable ? [200m] : [], found.Select(match => match.Profit)); // never the sale of shares at 90 against the expiry
        Assert.All(found, match => Assert.Equal(["derivative-leg", "premium-of-expired-option"], match.Cautions));
    }

    [Theory]
    [InlineData("2024-01-02", true, "not-ten-percent-owner-before-both")] // the purchase that made him one: Foremost-McKesson
    [InlineData("2024-01-01", true, null)]
    [InlineData("2024-01-15", true, "not-ten-percent-owner-before-both")] // one leg before: Section 16(b), 16a-2(c)
    [InlineData("2024-01-15", false, "before-entry")] // directors and officers: 16a-2(a)
    [InlineData("2024-01-02", false, null)]
    public void A_holder_of_ten_percent_must_be_one_before_both_legs(string entered, bool tenPercent, string? caution)
    {
        var found = Assert.Single(Match([
            Report(9, "3", "2024-01-16", Holding(0)) with { PeriodOfReport = Date(entered), Owners = [Person(1, tenPercent)] },
            Report(1, "4", "2024-02-02", Trade("2024-01-02", "P", 10, 5, 10), Sale("2024-02-01", 10, 15, 0)) with { Owners = [Person(1, tenPercent)] }]));
        Assert.Equal(tenPercent, found.Cautions.Contains("ten-percent-owner-only"));
        Assert.Equal(caution is null ? [] : [caution], found.Cautions.Except(["ten-percent-owner-only"]));
    }

    [Theory]
    [InlineData("2024-01-31", "after-leaving")] // 16a-2(b)
    [InlineData("2024-02-01", null)]
    public void A_trade_after_leaving_is_named(string left, string? caution)
    {
        var found = Assert.Single(Match([
            Report(9, "4", "2024-02-05") with { PeriodOfReport = Date(left), NotSubjectToSection16 = true },
            Report(1, "4", "2024-02-02", Trade("2024-01-02", "P", 10, 5, 10), Sale("2024-02-01", 10, 15, 0))]));
        Assert.Equal(caution is null ? [] : [caution], found.Cautions);
    }

    [Fact]
    public void Nobody_is_liable_for_dealings_in_a_foreign_private_issuer() => Assert.Empty(Match([ // Rule 3a12-3(b)
        Report(1, "4", "2026-06-01", Trade("2026-04-02", "P", 10, 5, 10), Sale("2026-05-29", 10, 15, 0)) with { Remarks = "The Issuer is a foreign private issuer." }]));

    [Fact]
    public void What_tenure_says_makes_another_finding_of_the_pair()
    {
        var report = Report(1, "4", "2024-02-02", Trade("2024-01-02", "P", 10, 5, 10), Sale("2024-02-01", 10, 15, 0));
        var pair = Assert.Single(ShortSwing.Pair(IssuerLedger.Fold([report]).Rows.Select(SwingLeg.Of).OfType<SwingLeg>(), SixMonths.DayBeforeLast));
        Assert.Equal(
            ["", "b", "e", "", "l", "bl"],
            new[] { (null, null), ("2024-01-03", null), ("2024-01-02", null), ("2024-01-01", "2024-02-01"), ((string?)null, (string?)"2024-01-31"), ("2024-01-03", "2024-01-31") }
                .Select(tenure => pair.Beside(new Tenure(Date(tenure.Item1), Date(tenure.Item2)))));
    }

    private static IReadOnlyList<ShortSwingMatch> Match(params ReportRow[] rows) => Match([Report(1, "4", "2024-12-31", rows)]);

    private static IReadOnlyList<ShortSwingMatch> Match(OwnershipReport[] reports)
    {
        var rows = IssuerLedger.Fold(reports).Rows;
        return ShortSwing.Match(Owner(1), rows, SixMonths.DayBeforeLast, Tenure.Of(reports));
    }
}
