using System.Globalization;
using Filingwire.Edgar.Feed;
using Filingwire.Edgar.Storage;
using Filingwire.Edgar.V1;
using Filingwire.Integration.Fixtures;
using Filingwire.Store;
using Microsoft.Extensions.DependencyInjection;
using BackfillProgress = Filingwire.Edgar.V1.BackfillProgress;

namespace Filingwire.Integration.Edgar;

/// <summary>
/// Quarters are filled into the ledger from full indexes. With FILINGWIRE_EDGAR_ROWS=1000000 it is the measurement: a million rows take
/// under two minutes on two cores, the store included; what it took is written to the test's output.
/// </summary>
public sealed class When_the_past_is_filled
{
    private static readonly DateOnly First = new(2008, 4, 1);

    [Fact]
    public async Task A_quarter_stands_in_the_ledger_whole_and_a_second_time_changes_nothing()
    {
        var rows = int.TryParse(Environment.GetEnvironmentVariable("FILINGWIRE_EDGAR_ROWS"), NumberStyles.None,
            CultureInfo.InvariantCulture, out var asked) ? asked : 20_000;
        var filings = Made(rows).ToList();
        await using var rig = await EdgarRig.StartAsync(filings, new DateTimeOffset(2008, 7, 10, 16, 0, 0, TimeSpan.Zero), 1);
        var source = await rig.StartSourceAsync();
        var client = rig.Client(source.Address);
        await client.BackfillAsync(new BackfillRequest { FromQuarter = "2008Q2", ToQuarter = "2008Q2", LedgerOnly = true },
            cancellationToken: TestContext.Current.CancellationToken);
        var filled = await DoneAsync(client);
        Assert.Equal((rows, filings.Count, filings.Count), (filled.Rows, filled.Done, filled.Total));
        var seconds = (Instant(filled.DoneAt) - Instant(filled.StartedAt)).TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{rows} rows of {filings.Count} submissions in {seconds:F1} s: {rows / seconds:F0} rows a second");
        Assert.Equal(filings.Count, await CountAsync(source));

        // Nothing is fetched; timeliness is known all the same.
        Assert.Empty(rig.Edgar.Served);
        var one = filings.Where(filing => filing.FormType == "10-Q").GroupBy(filing => filing.Parties[0].Cik).First(
            issuer => issuer.Count() == 1 && issuer.First().FiledOn.Month == 5).First();
        var history = await client.ListTimelinessAsync(new ListTimelinessRequest { Cik = one.Parties[0].Cik, AsOf = "2008-07-10" },
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains(history.Outcomes, outcome => outcome.Accession == one.Accession && outcome.PeriodEnd == "2008-03-31");

        var before = await VersionsAsync(source, filings.Take(500));
        await client.CompareQuarterAsync(new CompareQuarterRequest { Quarter = "2008Q2" },
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(before, await VersionsAsync(source, filings.Take(500)));
    }

    private static async Task<BackfillProgress> DoneAsync(EdgarService.EdgarServiceClient client)
    {
        BackfillProgress? progress = null;
        await Eventually.Holds(
            async () => (progress = (await client.GetLedgerStatusAsync(new GetLedgerStatusRequest(),
                cancellationToken: TestContext.Current.CancellationToken)).Quarters.SingleOrDefault()?.Backfill)?.HasDoneAt == true,
            TimeSpan.FromMinutes(10),
            () => progress?.ToString() ?? "nothing");
        return progress!;
    }

    private static async Task<int> CountAsync(Filingwire.Hosting.ServiceHost source)
    {
        var ledger = source.Services.GetRequiredService<DocumentCollection<LedgerDocument>>();
        var count = 0;
        for (var token = ""; ;)
        {
            var page = await ledger.QueryAsync(DocumentQuery.All.Page(1000, token), TestContext.Current.CancellationToken);
            count += page.Items.Count;
            token = page.NextPageToken;
            if (token.Length == 0)
                return count;
        }
    }

    private static async Task<IEnumerable<(string, long)>> VersionsAsync(Filingwire.Hosting.ServiceHost source,
        IEnumerable<FakeFiling> filings)
    {
        var ledger = source.Services.GetRequiredService<DocumentCollection<LedgerDocument>>();
        var found = await ledger.GetManyAsync([.. filings.Select(filing => filing.Accession)], TestContext.Current.CancellationToken);
        return found.Values.Select(document => (document.Id, document.Version)).Order();
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>As many filings as make so many rows: three in ten have two parties, as in a real quarter.</summary>
    private static IEnumerable<FakeFiling> Made(int rows)
    {
        string[] forms = ["4", "10-Q", "8-K", "424B2", "SC 13G/A", "497"];
        for (var (row, number) = (0, 0); row < rows; number++)
        {
            var isOwnership = number % 10 < 3 && row + 2 <= rows;
            var day = First.AddDays(number % 60);
            var accession = string.Create(CultureInfo.InvariantCulture,
                $"{1_000_000 + (number * 7919L % 899_981):0000000000}-08-{number % 1_000_000:000000}");
            (string, string, PartyRole) about = ($"{100_000 + (number % 99_991)}", "A COMPANY OF ORDINARY LENGTH INC", PartyRole.Filer);
            row += isOwnership ? 2 : 1;
            yield return new FakeFiling
            {
                Accession = accession,
                FormType = isOwnership ? "4" : forms[1 + (number % 5)],
                FiledOn = day,
                AcceptedAt = new DateTimeOffset(day, new TimeOnly(15, 0), TimeSpan.Zero),
                VisibleAt = new DateTimeOffset(day, new TimeOnly(15, 1), TimeSpan.Zero),
                Parties = isOwnership ? [about, ($"{2_000_000 + (number % 49_999)}", "OWNER OF A COMPANY", PartyRole.Reporting)] : [about],
                IsInFeed = false,
            };
        }
    }
}
