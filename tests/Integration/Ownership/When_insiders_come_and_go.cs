using Filingwire.Ownership.Api;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Evidence;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Integration.Ownership;

/// <summary>Holdings that a Form 3 lacked, owners who left, options that have expired.</summary>
public sealed class When_insiders_come_and_go : IAsyncLifetime
{
    private OwnershipParts parts = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => parts = await OwnershipParts.OpenAsync();

    public ValueTask DisposeAsync() => parts.DisposeAsync();

    [Fact] // Item 405(a)(1) of Regulation S-K; 16a-3(f)(1)
    public async Task A_holding_of_Form_3_that_a_Form_5_shows_first_is_a_late_report()
    {
        var holding = Trade("2023-06-01", "P", 0, 0, 50) with
        {
            Kind = RowKind.Holding, TransactionDate = null, Code = null, Shares = null, Price = null, AcquiredDisposed = null, TransactionFormType = Text("3"),
        };
        await parts.TakeInAsync(Report(1, "5", "2024-02-14", 1, holding, Trade("2023-06-01", "S", 10, 5, 40) with { TransactionFormType = Text("5") }) with
        {
            Form = ReportForm.Form5, PeriodOfReport = Day("2023-12-31"),
        });
        var late = await LateAsync("2023-01-01", "2023-12-31");
        Assert.Equal(
            [("transactions/0000000001-24-000001.1.1", Timeliness.Types.Verdict.LateByOwnAccount), ("transactions/0000000001-24-000001.1.2", Timeliness.Types.Verdict.Late)],
            late.LateReports.Select(one => (one.Transaction, one.Timeliness.Verdict)));
        var insider = Assert.Single(late.Insiders);
        Assert.Equal((2, 1, 1), (insider.LateReports, insider.LateTransactions, insider.LateHoldings));
        Assert.Empty((await LateAsync("2024-01-01", "2024-12-31")).LateReports);
    }

    [Fact]
    public async Task Owners_who_left_are_marked_until_they_come_back()
    {
        await parts.TakeInAsync(
            Report(1, "4", "2024-01-04", 1, Trade("2024-01-02", "P", 100, 10, 100)), Report(2, "4", "2024-01-04", 2, Trade("2024-01-02", "P", 100, 10, 100)),
            Report(3, "4", "2024-03-04", 1) with { PeriodOfReport = Day("2024-03-01"), NotSubjectToSection16 = true });
        var held = await PositionsAsync("");
        var left = Assert.Single(held, position => position.FormerOwners.Count > 0);
        Assert.Equal((OwnerName(1), "2024-03-01", "filings/0000000001-24-000003"), (left.FormerOwners[0].Owner, left.FormerOwners[0].ExitedOn, left.FormerOwners[0].ExitFiling));
        Assert.All(await PositionsAsync("2024-02-29"), position => Assert.Empty(position.FormerOwners));

        await parts.TakeInAsync(Report(4, "4", "2024-05-03", 1, Trade("2024-05-01", "A", 5, 0, 105)));
        Assert.All(await PositionsAsync(""), position => Assert.Empty(position.FormerOwners));
        Assert.Single(await PositionsAsync("2024-04-30"), position => position.FormerOwners.Count > 0);
    }

    [Theory]
    [InlineData("2024-06-01", "", true)] // without a date: today
    [InlineData("2099-06-01", "", false)]
    [InlineData("2024-06-01", "2024-05-31", false)]
    [InlineData("2024-06-01", "2024-06-02", true)]
    public async Task An_option_is_expired_on_the_day_that_is_asked_for(string expires, string asOf, bool expired)
    {
        var option = Trade("2024-01-02", "A", 100, 0, 100) with { Table = 2, ExercisePrice = Amount(10), ExpirationDate = Date(expires) };
        await parts.TakeInAsync(Report(1, "4", "2024-01-04", 1, option));
        Assert.Equal(expired, Assert.Single(await PositionsAsync(asOf)).Expired);
    }

    [Fact] // Rule 16a-9: splits are not reported
    public async Task An_option_at_terms_after_a_split_is_held_once()
    {
        var option = Trade("2024-01-02", "A", 100, 0, 100) with { Table = 2, ExercisePrice = Amount(120), ExpirationDate = Date("2034-01-02") };
        await parts.TakeInAsync(Report(2, "4", "2024-09-05", 1, option with
        {
            TransactionDate = Date("2024-09-03"), Code = Text("M"), AcquiredDisposed = Text("D"), Shares = Amount(250), SharesFollowing = Amount(750), ExercisePrice = Amount(12),
        }));
        await parts.TakeInAsync(Report(1, "4", "2024-01-04", 1, option));
        var held = Assert.Single(await PositionsAsync(""));
        Assert.Equal(("750", "split.adjusted-terms"), (held.Shares, held.PoolingRule));
        Assert.Equal("100", Assert.Single(await PositionsAsync("2024-09-02")).Shares);
    }

    private static Field<decimal?> Amount(decimal amount) => new(amount, new Source("made", null, "hand-made", 100));

    private static Field<DateOnly?> Date(string day) => new(Day(day), new Source("made", null, "hand-made", 100));

    private Task<ListLateReportsResponse> LateAsync(string from, string to) =>
        parts.Get<LateReportList>().AnswerAsync(new ListLateReportsRequest { Issuer = Issuer, From = from, To = to }, false, Cancellation);

    private async Task<IReadOnlyList<Position>> PositionsAsync(string asOf) =>
        [.. (await parts.Get<PositionAnswer>().AnswerAsync(new GetPositionsRequest { Issuer = Issuer, AsOf = asOf }, false, Cancellation)).Positions];
}
