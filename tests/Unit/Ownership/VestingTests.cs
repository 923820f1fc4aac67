using System.Globalization;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Ledger.Vesting;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Unit.Ownership;

/// <summary>Vesting terms read from footnotes, most of them out of real filings.</summary>
public sealed class VestingTests
{
    private const string Seed =
        "This option shall vest over a period of three years from January 17, 2023, with 1/3 vesting on the first anniversary of January 17, 2023 and the remainder vesting in 24 equal monthly installments over a 24-month period beginning on the first anniversary of January 17, 2023.";

    [Fact]
    public void A_third_on_the_first_anniversary_and_the_rest_in_24_months()
    {
        var schedule = Read(Seed, 261_000, "2023-06-23");
        Assert.Equal(VestingState.Complete, schedule.State);
        Assert.Equal((Date("2023-01-17"), "footnote"), (schedule.Commencement, schedule.CommencementSource));
        Assert.Equal(25, schedule.Tranches.Count);
        Assert.Equal((Date("2024-01-17")!.Value, "1/3", (decimal?)87_000m), (schedule.Tranches[0].Date, schedule.Tranches[0].Part.ToString(), schedule.Tranches[0].Units));
        Assert.Equal((Date("2024-02-17")!.Value, "1/36", (decimal?)7_250m), (schedule.Tranches[1].Date, schedule.Tranches[1].Part.ToString(), schedule.Tranches[1].Units));
        Assert.Equal(Date("2026-01-17"), schedule.Tranches[^1].Date);
        Assert.Equal(261_000, schedule.Tranches.Sum(tranche => tranche.Units));
        Assert.Empty(schedule.Unread);
        Assert.Equal((0m, 87_000m, 94_250m, 261_000m), (By("2024-01-16"), By("2024-01-17"), By("2024-03-16"), By("2026-01-17")));

        decimal? By(string day) => schedule.VestedBy(Date(day)!.Value);
    }

    [Theory]
    [InlineData("The RSUs vest 1/3 on each of January 15, 2023, 2024 and 2025", "2023-01-15 1/3;2024-01-15 1/3;2025-01-15 1/3")]
    [InlineData("100% of these restricted stock units are scheduled to vest on February 1, 2024, assuming continued service through the vesting date.", "2024-02-01 1")]
    [InlineData("These restricted stock units are scheduled to vest as to one-third of the units on each of April 1, 2026, April 1, 2027, and April 1, 2028.", "2026-04-01 1/3;2027-04-01 1/3;2028-04-01 1/3")]
    [InlineData("The RSUs will vest 50% on each of the first and second anniversaries of the date of grant.", "2025-01-02 1/2;2026-01-02 1/2")]
    [InlineData("The option shares shall vest and become exercisable in full on June 9, 2024.", "2024-06-09 1")]
    [InlineData("The RSUs vest as to 1/4 of the total shares quarterly beginning on March 15, 2024 until fully vested, subject to the Reporting Person's continued service.", "2024-03-15 1/4;2024-06-15 1/4;2024-09-15 1/4;2024-12-15 1/4")]
    [InlineData("25% of the shares vest on the first anniversary of the grant date and the remaining 75% vest in three equal annual installments thereafter.", "2025-01-02 1/4;2026-01-02 1/4;2027-01-02 1/4;2028-01-02 1/4")]
    [InlineData("The shares vest in 4 equal annual installments beginning on March 1, 2025.", "2025-03-01 1/4;2026-03-01 1/4;2027-03-01 1/4;2028-03-01 1/4")]
    [InlineData("The option vests in four (4) equal annual installments commencing on the first anniversary of the date of grant.", "2025-01-02 1/4;2026-01-02 1/4;2027-01-02 1/4;2028-01-02 1/4")]
    [InlineData("1/2 of the shares vested on May 25, 2024 and an additional 1/4 vests monthly thereafter until the shares are fully vested.", "2024-05-25 1/2;2024-06-25 1/4;2024-07-25 1/4")]
    [InlineData("This restricted stock unit award was granted December 15, 2025, and vests in equal installments on a semi-annual basis over a two year period ending December 15, 2027.", "2026-06-15 1/4;2026-12-15 1/4;2027-06-15 1/4;2027-12-15 1/4")]
    [InlineData("The shares subject to the option are immediately exercisable and vest in 3 equal monthly installments beginning on August 19, 2019.", "2019-08-19 1/3;2019-09-19 1/3;2019-10-19 1/3")]
    public void Terms_become_dated_parts(string text, string expected)
    {
        var schedule = Read(text, null, "2024-01-02");
        Assert.Equal(expected, string.Join(';', schedule.Tranches.Select(tranche => string.Create(CultureInfo.InvariantCulture, $"{tranche.Date:yyyy-MM-dd} {tranche.Part}"))));
        Assert.Equal(VestingState.Complete, schedule.State);
    }

    [Fact]
    public void Unit_amounts_become_parts_of_the_award()
    {
        var schedule = Read("This award was granted on September 29, 2019. 600 restricted stock units subject to the award vested on April 1, 2022 and 200 restricted stock units are scheduled to vest on each of April 1, 2023 and April 1, 2024.", 1000, "2019-09-29");
        Assert.Equal([600m, 200m, 200m], schedule.Tranches.Select(tranche => tranche.Units!.Value));
        Assert.Equal(VestingState.Complete, schedule.State);
    }

    [Theory]
    [InlineData("The RSUs are fully vested on the grant date.")]
    [InlineData("Option is fully vested.")]
    [InlineData("The options vest 100% on the date of grant.")]
    [InlineData("All shares are exercisable as of the transaction date.")]
    public void What_is_vested_from_the_start_is_said(string text)
    {
        var schedule = Read(text, 500, "2024-01-02");
        Assert.True(schedule.State is VestingState.Vested || (schedule.State == VestingState.Complete && schedule.Tranches.Single().Date == Date("2024-01-02")));
        Assert.Equal(500, schedule.VestedBy(Date("2024-01-02")!.Value));
    }

    [Theory]
    [InlineData("100% of the RSUs vest on the earlier of (i) May 21, 2021 or (ii) the next annual meeting of stockholders of the Issuer.")]
    [InlineData("The Award will vest in twelve equal installments upon the achievement of performance milestones.")]
    [InlineData("The RSUs will vest in full on the date of the next annual meeting of stockholders of the Issuer.")]
    public void What_hangs_on_a_condition_stays_text(string text)
    {
        var schedule = Read(text, 500, "2024-01-02");
        Assert.Equal((VestingState.Conditional, 0), (schedule.State, schedule.Tranches.Count));
        Assert.Equal([text], schedule.Unread);
        Assert.Null(schedule.VestedBy(Date("2030-01-01")!.Value));
    }

    [Fact]
    public void What_was_not_understood_stays_beside_what_was()
    {
        var schedule = Read("1/4 of the shares vest on March 1, 2025. The rest vests as the committee sees fit.", 400, "2024-01-02");
        Assert.Equal((VestingState.Partial, 100m), (schedule.State, Assert.Single(schedule.Tranches).Units));
        Assert.Equal(["The rest vests as the committee sees fit."], schedule.Unread);
    }

    [Fact]
    public void Parts_that_exceed_the_whole_are_not_believed()
    {
        var schedule = Read("60% vests on March 1, 2025. 60% vests on March 1, 2026.", 400, "2024-01-02");
        Assert.Equal((VestingState.Unread, 0, 2), (schedule.State, schedule.Tranches.Count, schedule.Unread.Count));
    }

    [Fact]
    public void Whole_units_are_rounded_down_cumulatively()
    {
        var schedule = Read("The RSUs vest 1/3 on each of January 15, 2023, 2024 and 2025", 100, "2022-01-15");
        Assert.Equal([33m, 33m, 34m], schedule.Tranches.Select(tranche => tranche.Units!.Value));
    }

    [Fact]
    public void Footnotes_that_do_not_speak_of_vesting_give_nothing() => Assert.Null(VestingReader.Read(Row("Held by a trust.", 5, "2024-01-02")));

    private static VestingSchedule Read(string text, decimal? units, string date) => VestingReader.Read(Row(text, units, date))!;

    private static LedgerRow Row(string text, decimal? units, string date)
    {
        var row = Option(date, "A", 1, 1) with { Shares = Of(units, "F1"), UnderlyingShares = null };
        return IssuerLedger.Fold([Report(1, "4", date, row) with { Footnotes = [Note("F1", text)] }]).Rows[0];
    }
}
