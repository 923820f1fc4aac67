using Filingwire.Contracts.Events;
using Filingwire.Ownership.Api;
using Filingwire.Ownership.V1;

namespace Filingwire.Integration.Ownership;

/// <summary>The Form 4 of Cellectar's chief executive, read from recognised text: one row on time, one 115 business days late.</summary>
public sealed class Given_the_seed_report : IAsyncLifetime
{
    private const string Issuer = "issuers/n-cellectar-biosciences";
    private const string Owner = "owners/n-caruso-james-v";
    private OwnershipParts parts = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        parts = await OwnershipParts.OpenAsync();
        await parts.TakeInAsync(OwnershipParts.Report(Fixtures.Seeds.Form4));
    }

    public ValueTask DisposeAsync() => parts.DisposeAsync();

    [Fact]
    public async Task The_option_grant_was_late_and_the_award_on_time()
    {
        var answer = await parts.Get<TransactionList>().AnswerAsync(new ListTransactionsRequest { Issuer = Issuer }, false, Cancellation);
        Assert.Equal(["2023-12-08", "2023-06-23"], answer.Transactions.Select(t => t.TransactionDate.Value));
        var (award, grant) = (answer.Transactions[0], answer.Transactions[1]);
        Assert.Equal(Timeliness.Types.Verdict.OnTime, award.Timeliness.Verdict);
        Assert.Equal("2023-12-12", award.Timeliness.DueOn);
        Assert.False(award.Timeliness.HasBusinessDaysLate);
        Assert.Equal(Timeliness.Types.Verdict.Late, grant.Timeliness.Verdict);
        Assert.Equal("2023-06-27", grant.Timeliness.DueOn);
        Assert.Equal(115, grant.Timeliness.BusinessDaysLate);
        Assert.Equal(168, grant.Timeliness.CalendarDaysLate);
        Assert.Equal(FilingDate.Types.Basis.Signature, grant.Timeliness.ReportedOn.Basis);
        Assert.Equal("2023-12-12", grant.Timeliness.ReportedOn.Date);
        Assert.Equal("40596", award.Shares.Value);
        Assert.Equal("40,596", award.Shares.Evidence.AsWritten);
        Assert.Equal(["F1", "F2"], grant.Footnotes.Select(note => note.Id));
    }

    [Fact]
    public async Task The_positions_are_49236_common_and_261000_options()
    {
        var answer = await parts.Get<PositionAnswer>().AnswerAsync(new GetPositionsRequest { Issuer = Issuer, Owner = Owner }, false, Cancellation);
        Assert.Equal([("49236", 1), ("261000", 2)], answer.Positions.Select(p => (p.Shares, p.Table)));
        Assert.Equal("49,236", answer.Positions[0].Provenance.Evidence.AsWritten);
        Assert.Equal("1.68", answer.Positions[1].ConversionOrExercisePrice);
        Assert.Equal("2033-01-17", answer.Positions[1].ExpirationDate);
        Assert.Equal("49236", Assert.Single(answer.Totals).Shares);
        Assert.Equal((1, 1), (answer.Filings, answer.FilingsDatedBySignature));
    }

    [Fact]
    public async Task Before_the_award_there_is_only_the_option()
    {
        var answer = await parts.Get<PositionAnswer>().AnswerAsync(
            new GetPositionsRequest { Issuer = Issuer, Owner = Owner, AsOf = "2023-12-07" }, false, Cancellation);
        Assert.Equal("261000", Assert.Single(answer.Positions).Shares);
    }

    [Fact]
    public async Task The_report_and_its_late_row_are_announced_once()
    {
        await parts.TakeInAsync(OwnershipParts.Report(Fixtures.Seeds.Form4));
        var reported = Assert.Single(await parts.EventsAsync<OwnershipReported>());
        Assert.Equal((2, 0, "signature"), (reported.Transactions, reported.Holdings, reported.FiledOnBasis));
        var late = Assert.Single(await parts.EventsAsync<LateOwnershipReportDetected>());
        Assert.Equal((new DateOnly(2023, 6, 27), 115, 168), (late.DueOn, late.BusinessDaysLate, late.CalendarDaysLate));
    }

    [Fact]
    public async Task The_list_of_delinquent_reports_names_the_insider()
    {
        var answer = await parts.Get<LateReportList>().AnswerAsync(
            new ListLateReportsRequest { Issuer = Issuer, From = "2023-01-01", To = "2023-12-31" }, false, Cancellation);
        var insider = Assert.Single(answer.Insiders);
        Assert.Equal((Owner, 1, 1, 115), (insider.Owner, insider.LateReports, insider.LateTransactions, insider.LongestBusinessDaysLate));
        Assert.Equal("2023-06-23", Assert.Single(answer.LateReports).TransactionDate);
    }

    [Fact]
    public async Task Addresses_are_for_those_with_the_right()
    {
        var list = parts.Get<TransactionList>();
        var open = await list.AnswerAsync(new ListTransactionsRequest { Owner = Owner }, false, Cancellation);
        Assert.All(open.Transactions, t => Assert.False(Assert.Single(t.ReportingPersons).HasAddress));
        var shown = await list.AnswerAsync(new ListTransactionsRequest { Owner = Owner }, true, Cancellation);
        Assert.All(shown.Transactions, t => Assert.Contains("100 CAMPUS DRIVE", Assert.Single(t.ReportingPersons).Address, StringComparison.Ordinal));
    }
}
