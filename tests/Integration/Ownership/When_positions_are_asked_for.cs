using System.Globalization;
using Filingwire.Ownership.Api;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Positions;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Identifiers;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Integration.Ownership;

/// <summary>Positions are read from what is kept with the filings, never folded anew, and must be what the fold over all filings gives, on any day.</summary>
public sealed class When_positions_are_asked_for
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_of_real_filings_are_what_the_fold_gives_on_any_day()
    {
        var facts = When_real_filings_come_in_any_order.Facts();
        var arrivals = facts.ToArray();
        var random = new Random(11);
        random.Shuffle(arrivals);
        await using var parts = await OwnershipParts.OpenAsync();
        foreach (var some in arrivals.Chunk(9))
            await parts.TakeInAsync(some);
        foreach (var issuer in facts.GroupBy(fact => fact.Issuer))
            await SameAsFoldAsync(parts, [.. issuer], random, days: 4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Those_of_amended_joint_late_and_repeated_filings_are_what_the_fold_gives_on_any_day(int seed)
    {
        var random = new Random(seed);
        var facts = Enumerable.Range(1, 70).Select(number => Made(random, number)).ToArray();
        var newer = facts.Where(_ => random.Next(8) == 0).Select(fact => Made(random, int.Parse(fact.Filing.ToString()[^6..], CultureInfo.InvariantCulture)) with { Generation = 2 }).ToList();
        OwnershipReport[] arrivals = [.. facts, .. newer, .. facts.Where(_ => random.Next(6) == 0)];
        random.Shuffle(arrivals);
        await using var parts = await OwnershipParts.OpenAsync();
        for (var at = 0; at < arrivals.Length;)
        {
            var size = Math.Min(arrivals.Length - at, 1 + random.Next(6));
            await parts.TakeInAsync(arrivals[at..(at + size)]);
            at += size;
        }
        OwnershipReport[] known = [.. facts.Where(fact => !newer.Exists(again => again.Filing == fact.Filing)), .. newer];
        var ledger = IssuerLedger.Fold(known);
        foreach (var document in await When_real_filings_come_in_any_order.DocumentsAsync(parts))
            Assert.Equal(
                ledger.RowsOf(document.Report.Filing).Select(row => (row.Key, row.Standing.State, row.Standing.CountedInstead, row.Standing.Rule)),
                document.Rows.Select(row => (row.Key, row.Standing.State, row.Standing.CountedInstead, row.Standing.Rule)));
        await SameAsFoldAsync(parts, known, random, days: 25);
    }

    [Fact]
    public async Task A_filing_that_moves_to_another_issuer_leaves_its_position_there()
    {
        await using var parts = await OwnershipParts.OpenAsync();
        var first = Report(1, "4", "2024-01-04", 1, Trade("2024-01-02", "P", 100, 10, 100));
        var second = Report(2, "4", "2024-02-04", 1, Trade("2024-02-02", "P", 50, 10, 150));
        await parts.TakeInAsync(first, second);
        Assert.Equal("150", Assert.Single((await AskAsync(parts, Issuer, "")).Positions).Shares);
        await parts.TakeInAsync(second with { Generation = 2, Issuer = IssuerKey.Of(Cik.Parse("901")) });
        Assert.Equal("100", Assert.Single((await AskAsync(parts, Issuer, "")).Positions).Shares);
        Assert.Equal("150", Assert.Single((await AskAsync(parts, "issuers/901", "")).Positions).Shares);
        Assert.Equal(["100", "150"], (await parts.Get<PositionAnswer>().AnswerAsync(new GetPositionsRequest { Owner = OwnerName(1) }, false, Cancellation)).Positions.Select(p => p.Shares));
    }

    private static async Task SameAsFoldAsync(OwnershipParts parts, IReadOnlyList<OwnershipReport> facts, Random random, int days)
    {
        var ledger = IssuerLedger.Fold(facts);
        var dates = facts.SelectMany(fact => fact.Rows).Select(row => row.TransactionDate?.Value).OfType<DateOnly>().Order().ToList();
        var asked = Enumerable.Range(0, days).Select(_ => dates.Count == 0 ? (DateOnly?)null : dates[random.Next(dates.Count)].AddDays(random.Next(3) - 1)).Prepend(null);
        foreach (var day in asked.Distinct())
        {
            var expected = Holdings.AsOf(ledger, null, day).Select(position => Line(
                position.Row.Key.ResourceName, position.Owners.Select(owner => owner.ResourceName), position.Shares, position.AlsoStatedBy.Select(key => key.ResourceName)));
            var answer = await AskAsync(parts, facts[0].Issuer.ResourceName, day?.ToString("O", CultureInfo.InvariantCulture) ?? "");
            Assert.Equal(expected.Order(StringComparer.Ordinal), answer.Positions.Select(position => Line(
                position.Provenance.Transaction, position.Owners.Select(owner => owner.Owner), position.HasShares ? decimal.Parse(position.Shares, CultureInfo.InvariantCulture) : null,
                position.AlsoStatedBy)).Order(StringComparer.Ordinal));
        }
    }

    private static string Line(string row, IEnumerable<string> owners, decimal? shares, IEnumerable<string> also) =>
        string.Create(CultureInfo.InvariantCulture, $"{row} {string.Join(',', owners.Order(StringComparer.Ordinal))} {shares:G29} {string.Join(',', also.Order(StringComparer.Ordinal))}");

    private static Task<GetPositionsResponse> AskAsync(OwnershipParts parts, string issuer, string asOf) =>
        parts.Get<PositionAnswer>().AnswerAsync(new GetPositionsRequest { Issuer = issuer, AsOf = asOf, IncludeClosed = true }, false, Cancellation);

    /// <summary>Few owners, days and amounts, so that filings often meet: amendments, duplicates, joint filings, named grants.</summary>
    private static OwnershipReport Made(Random random, int number)
    {
        var traded = new DateOnly(2024, 1, 2).AddDays(random.Next(40));
        var rows = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Row(random, traded)).ToArray();
        var report = Report(number, random.Next(4) == 0 ? "4/A" : "4", Iso(traded.AddDays(1 + random.Next(9))), 1 + random.Next(3), rows);
        var owners = random.Next(4) == 0 ? report.Owners.Concat(Report(1, "4", "2024-01-01", 4).Owners) : report.Owners;
        return report with
        {
            Owners = [.. owners],
            OriginalFiledOn = report.IsAmendment ? traded.AddDays(random.Next(6)) : null,
            Footnotes = [.. Enumerable.Range(1, 3).Select(day => Note($"F{day}", $"This award was granted on January {day + 1}, 2024."))],
        };
    }

    private static ReportRow Row(Random random, DateOnly around)
    {
        var date = Iso(around.AddDays(random.Next(2)));
        var following = (decimal)random.Next(5) * 100;
        return random.Next(4) switch
        {
            0 => Trade(date, "S", 100, 10, following),
            1 => Trade(date, "P", 100, 10, following) with { DirectOrIndirect = Text("I"), Nature = Text("By Trust") },
            2 => Unit(date, "A", following),
            _ => Unit(date, "M", following, $"F{1 + random.Next(3)}"),
        };
    }

    private static ReportRow Unit(string date, string code, decimal following, params string[] notes) => Trade(date, code, 100, 0, following) with
    {
        Table = 2,
        SecurityTitle = Text("Restricted Stock Unit", notes),
    };

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
