using System.Text.Json;
using Filingwire.Edgar.Feed;
using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.Reconciliation;
using Filingwire.Store;

namespace Filingwire.Unit.Edgar;

/// <summary>The ledger's fold: whatever comes, in whatever order and however often, the end is the same.</summary>
public sealed class LedgerFoldTests
{
    private const string Accession = "0001493152-25-027594";
    private static readonly DateTimeOffset Noon = new(2025, 12, 12, 17, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Friday = new(2025, 12, 12);

    private delegate LedgerEntry? Step(LedgerEntry? entry);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Order_and_repetition_leave_no_trace(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var steps = Enumerable.Range(0, random.Next(2, 12)).Select(_ => RandomStep(random)).ToArray();
            var expected = End(steps);
            for (var again = 0; again < 8; again++)
            {
                var shuffled = steps.Concat(random.GetItems(steps, steps.Length / 2)).ToArray();
                random.Shuffle(shuffled);
                Assert.Equal(expected, End(shuffled));
            }
        }
    }

    [Fact]
    public void A_filing_goes_from_announced_to_published()
    {
        var entry = LedgerFold.See(null, Accession, Seen(Witness.Feed, 0)) with { Wanted = true };
        Assert.Equal(AccessionState.Announced, entry.State);
        entry = LedgerFold.Have(entry, Accession, new ContentVersion { Sha256 = "a", FetchedAt = Noon, Bytes = 10 }, Noon);
        Assert.Equal(AccessionState.Fetched, entry.State);
        entry = LedgerFold.Have(entry, Accession, new ContentVersion { Sha256 = "a", ExtractedAt = Noon }, Noon);
        Assert.Equal(AccessionState.Extracted, entry.State);
        entry = LedgerFold.Have(entry, Accession, new ContentVersion { Sha256 = "a", PublishedAt = Noon }, Noon);
        Assert.Equal(AccessionState.Published, entry.State);
    }

    [Fact]
    public void Bytes_with_a_corrected_header_wait_though_the_first_were_published()
    {
        var entry = LedgerFold.Have(null, Accession, new ContentVersion { Sha256 = "a", PublishedAt = Noon }, Noon);
        Assert.Equal(AccessionState.Published, entry.State);
        entry = LedgerFold.Have(entry, Accession, new ContentVersion { Sha256 = "b", FetchedAt = Noon }, Noon);
        Assert.Equal(AccessionState.Fetched, entry.State);
        entry = LedgerFold.Have(entry, Accession, new ContentVersion { Sha256 = "b", Refusal = "FILING_NOT_RECOGNISED" }, Noon);
        Assert.Equal(AccessionState.Published, entry.State);
    }

    [Fact]
    public void What_nobody_wants_and_what_is_refused_is_skipped_and_stays()
    {
        Assert.Equal(AccessionState.Skipped, LedgerFold.See(null, Accession, Seen(Witness.Feed, 0)).State);
        var refused = LedgerFold.Have(null, Accession, new ContentVersion { Sha256 = "a", FetchedAt = Noon, Refusal = "FILING_EMPTY" },
            Noon);
        Assert.Equal(AccessionState.Skipped, refused.State);
    }

    [Fact]
    public void The_full_index_goes_before_the_days_and_the_day_before_the_feed()
    {
        var entry = LedgerFold.See(null, Accession, Seen(Witness.Feed, 9, "8-K"));
        entry = LedgerFold.See(entry, Accession, Seen(Witness.FullIndex, 5, "8-K/A", Friday.AddDays(-1)));
        entry = LedgerFold.See(entry, Accession, Seen(Witness.DailyIndex, 7, "8-K"));
        Assert.Equal(("8-K/A", Friday.AddDays(-1)), (entry.FormType, entry.FiledOn!.Value));
        Assert.Equal(3, entry.Statements.Count);
        Assert.Equal((Noon.AddHours(5), Witness.FullIndex), (entry.FirstSeen, entry.FirstWitness));
    }

    [Fact]
    public void A_filing_that_leaves_the_full_index_is_gone_until_it_is_back()
    {
        var entry = LedgerFold.See(null, Accession, Seen(Witness.FullIndex, 1));
        entry = LedgerFold.Miss(entry, new Absence(Witness.FullIndex, Noon.AddHours(2)));
        Assert.Equal(AccessionState.Gone, entry.State);
        // The old daily index still shows it, which proves nothing.
        entry = LedgerFold.See(entry, Accession, Seen(Witness.DailyIndex, 3));
        Assert.Equal(AccessionState.Gone, entry.State);
        Assert.NotEqual(AccessionState.Gone, LedgerFold.See(entry, Accession, Seen(Witness.FullIndex, 4)).State);
    }

    [Fact]
    public void A_row_whose_address_has_nothing_is_gone_and_its_row_kept()
    {
        var entry = LedgerFold.Miss(LedgerFold.See(null, Accession, Seen(Witness.DailyIndex, 1)) with { Wanted = true },
            new Absence(Witness.Archive, Noon.AddHours(2)));
        Assert.Equal(AccessionState.Gone, entry.State);
        Assert.Single(entry.Statements);
        Assert.Equal(AccessionState.Fetched, LedgerFold.Have(
            entry, Accession, new ContentVersion { Sha256 = "a", FetchedAt = Noon.AddHours(3) }, Noon).State);
    }

    [Fact]
    public void Parties_are_a_set_in_which_a_role_goes_before_none()
    {
        var entry = LedgerFold.See(null, Accession,
            Seen(Witness.DailyIndex, 1) with { Parties = [new("12", "B", PartyRole.Unknown), new("7", "A", PartyRole.Unknown)] });
        entry = LedgerFold.See(entry, Accession,
            Seen(Witness.Feed, 2) with { Parties = [new("12", "B", PartyRole.Issuer), new("12", "B", PartyRole.Reporting)] });
        Assert.Equal([new("7", "A", PartyRole.Unknown), new("12", "B", PartyRole.Issuer), new("12", "B", PartyRole.Reporting)],
            entry.Parties);
    }

    [Fact]
    public void The_headers_acceptance_goes_before_the_feeds()
    {
        var entry = LedgerFold.See(null, Accession, Seen(Witness.Feed, 1) with { Acceptance = new(Noon, AcceptanceSource.Feed) });
        entry = LedgerFold.See(entry, Accession,
            Seen(Witness.Submitter, 2) with { Acceptance = new(Noon.AddSeconds(3), AcceptanceSource.Header) });
        Assert.Equal(new Acceptance(Noon.AddSeconds(3), AcceptanceSource.Header), entry.Acceptance);
    }

    [Fact]
    public void A_comparison_names_what_is_missing_gone_and_changed()
    {
        var ledger = new[]
        {
            LedgerFold.See(null, "0000000001-25-000001", Seen(Witness.DailyIndex, 1)),
            LedgerFold.See(null, "0000000001-25-000002", Seen(Witness.DailyIndex, 1)),
            LedgerFold.See(null, "0000000001-25-000003", Seen(Witness.DailyIndex, 1)),
            LedgerFold.See(null, "0000000001-25-000004", Seen(Witness.Feed, 1)),
            LedgerFold.See(null, "0000000001-25-000005", Seen(Witness.DailyIndex, 1, "8-K", Friday.AddDays(3))),
        }.ToDictionary(entry => entry.Accession);
        KeyValuePair<string, Sighting>[] index =
        [
            new("0000000001-25-000001", Seen(Witness.FullIndex, 9)),
            new("0000000001-25-000002", Seen(Witness.FullIndex, 9, "8-K/A")),
            new("0000000001-25-000009", Seen(Witness.FullIndex, 9)),
        ];
        var found = IndexComparison.Of(index, ledger, Friday);
        Assert.Equal(["0000000001-25-000009"], found.Missing);
        // Not the one that only the feed told, nor the one filed after the index's last day.
        Assert.Equal(["0000000001-25-000003"], found.Gone);
        Assert.Equal([new ChangedFact("0000000001-25-000002", "8-K", "8-K/A", Friday, Friday)], found.Changed);
    }

    private static Sighting Seen(Witness witness, int hours, string form = "8-K", DateOnly? filed = null) => new()
    {
        Witness = witness,
        At = Noon.AddHours(hours),
        FormType = form,
        FiledOn = filed ?? Friday,
        Parties = [new("1279704", "CELLECTAR BIOSCIENCES, INC.", PartyRole.Filer)],
    };

    private static string End(IEnumerable<Step> steps)
    {
        LedgerEntry? entry = null;
        var waiting = new List<Step>();
        foreach (var step in steps)
            if (step(entry) is { } next)
                entry = next;
            else
                waiting.Add(step);
        // An absence is only ever noted of an entry that exists.
        foreach (var step in waiting)
            entry = entry is null ? null : step(entry);
        return JsonSerializer.Serialize(entry, StoredJson.Options) + entry?.State;
    }

    private static Step RandomStep(Random random)
    {
        var hours = random.Next(6);
        switch (random.Next(4))
        {
            case 0:
                var absence = new Absence(random.Next(2) == 0 ? Witness.FullIndex : Witness.Archive, Noon.AddHours(hours));
                return entry => entry is null ? null : LedgerFold.Miss(entry, absence);
            case 1:
                var version = RandomVersion(random);
                return entry => LedgerFold.Have(entry, Accession, version, Noon.AddHours(hours));
            default:
                var sighting = RandomSighting(random, hours);
                return entry => LedgerFold.See(entry, Accession, sighting);
        }
    }

    private static ContentVersion RandomVersion(Random random) => new()
    {
        Sha256 = "abc"[random.Next(3)].ToString(),
        FetchedAt = Maybe(random),
        Bytes = random.Next(2) == 0 ? null : random.Next(5),
        ReleasedOn = random.Next(2) == 0 ? null : Friday.AddDays(random.Next(3)),
        ExtractedAt = Maybe(random),
        PublishedAt = Maybe(random),
        Refusal = random.Next(4) == 0 ? "FILING_EMPTY" : null,
    };

    private static DateTimeOffset? Maybe(Random random) => random.Next(2) == 0 ? null : Noon.AddHours(random.Next(6));

    private static Sighting RandomSighting(Random random, int hours) => Seen(
        (Witness)random.Next(5), hours, random.Next(2) == 0 ? "8-K" : "8-K/A", Friday.AddDays(random.Next(2))) with
    {
        Acceptance = random.Next(2) == 0 ? null : new Acceptance(Noon.AddSeconds(random.Next(3)), (AcceptanceSource)random.Next(2)),
        Parties = [.. Enumerable.Range(0, random.Next(1, 4)).Select(
            _ => new Party($"{random.Next(8, 12)}", "AB"[random.Next(2)].ToString(), (PartyRole)random.Next(4)))],
        Items = random.Next(2) == 0 ? [] : ["4.02", "9.01"],
        Size = random.Next(2) == 0 ? null : random.Next(4),
    };
}
