using System.Text.Json;
using Filingwire.Contracts.Events;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.Issuers;
using Filingwire.Sec.Codes;
using Filingwire.Store;
using static Filingwire.Unit.Restatement.Given;

namespace Filingwire.Unit.Restatement;

/// <summary>Filings of several issuers in random order, repeated, in several generations, moved between issuers: the end is always the same.</summary>
public sealed class PermutationTests
{
    private static readonly string[] Quarters = ["2023-03-31", "2023-06-30", "2023-09-30", "2024-03-31"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Order_repetition_and_interleaving_leave_no_trace(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 30; round++)
        {
            var arrivals = Arrivals(random);
            var expected = End(arrivals);
            for (var again = 0; again < 6; again++)
            {
                var shuffled = arrivals.Concat(random.GetItems(arrivals.ToArray(), arrivals.Count / 2)).ToArray();
                random.Shuffle(shuffled);
                Assert.Equal(expected, End(shuffled));
            }
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Whatever_the_order_the_last_published_state_is_the_end(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 30; round++)
        {
            var arrivals = Arrivals(random).Where(arrival => arrival.Forgets is null).ToArray();
            random.Shuffle(arrivals);
            var published = new Dictionary<string, string?>(StringComparer.Ordinal);
            var documents = new Dictionary<string, IssuerDocument>(StringComparer.Ordinal);
            var versions = 0L;
            foreach (var arrival in arrivals)
            {
                var before = documents.GetValueOrDefault(arrival.Issuer) ?? new IssuerDocument { Issuer = arrival.Issuer };
                var after = arrival.Apply(before);
                documents[arrival.Issuer] = after;
                foreach (var e in IssuerChanges.Between(before, before.Published(), after, after.Published(), new Cause(null, null, $"{++versions}", default)))
                    Publish(published, e);
            }
            var end = documents.Values.SelectMany(document => document.Published().LateFilings.Select(late => Snapshots.Of(document.Key(), late)).Select(snapshot => (snapshot.Name, Json: JsonSerializer.Serialize(snapshot)))
                .Concat(document.Published().Restatements.Select(found => Snapshots.Of(document.Key(), found)).Select(snapshot => (snapshot.Name, Json: JsonSerializer.Serialize(snapshot)))));
            Assert.Equal(
                end.OrderBy(pair => pair.Name, StringComparer.Ordinal).Select(pair => pair.Json),
                published.Where(pair => pair.Value is not null).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value));
        }
    }

    private static void Publish(Dictionary<string, string?> published, IEvent e)
    {
        switch (e)
        {
            case LateFilingNotified notified:
                published[notified.LateFiling.Name] = JsonSerializer.Serialize(notified.LateFiling);
                break;
            case LateFilingChanged changed:
                if (changed.Before is { } was)
                    published[was.Name] = null;
                if (changed.After is { } now)
                    published[now.Name] = JsonSerializer.Serialize(now);
                break;
            case RestatementCaseOpened opened:
                published[opened.RestatementCase.Name] = JsonSerializer.Serialize(opened.RestatementCase);
                break;
            case RestatementCaseChanged changed:
                // A case that takes another's place under its name has been published before this one ends.
                if (changed.After is not null || published.GetValueOrDefault(changed.Before.Name) == JsonSerializer.Serialize(changed.Before))
                    published[changed.Before.Name] = null;
                if (changed.After is { } after)
                    published[after.Name] = JsonSerializer.Serialize(after);
                break;
        }
    }

    private static string End(IEnumerable<Arrival> arrivals)
    {
        var documents = new SortedDictionary<string, IssuerDocument>(StringComparer.Ordinal);
        foreach (var arrival in arrivals)
            documents[arrival.Issuer] = Stored(arrival.Apply(documents.GetValueOrDefault(arrival.Issuer) ?? new IssuerDocument { Issuer = arrival.Issuer }));
        return string.Join('\n', documents.Values.Select(document =>
            $"{document.Issuer} {string.Join(' ', document.AlsoKnownAs)} {document.MovedTo}: "
            + JsonSerializer.Serialize(document.Published().LateFilings.Select(late => Snapshots.Of(document.Key(), late)))
            + JsonSerializer.Serialize(document.Published().Restatements.Select(found => Snapshots.Of(document.Key(), found)))));
    }

    /// <summary>As it comes back from a store.</summary>
    private static IssuerDocument Stored(IssuerDocument document) =>
        JsonSerializer.Deserialize<IssuerDocument>(JsonSerializer.Serialize(document, StoredJson.Options), StoredJson.Options)!;

    private static List<Arrival> Arrivals(Random random)
    {
        List<Arrival> arrivals = [];
        foreach (var issuer in new[] { "1001", "1002", "n-example" })
            foreach (var (fact, i) in Filings(random).Select((fact, i) => (fact, i)))
            {
                var named = fact with { Filing = $"{fact.Filing}-{issuer}", IssuerName = $"Issuer {issuer}" };
                arrivals.Add(new Arrival(issuer, named, null));
                if (random.Next(4) == 0)
                    arrivals.Add(new Arrival(issuer, named with { Generation = 2, Disclosures = [] }, null));
                if (issuer == "n-example" && i % 2 == 0)
                {
                    arrivals.Add(new Arrival("1001", named with { Generation = 3 }, null));
                    arrivals.Add(new Arrival(issuer, named with { Generation = 3 }, "1001"));
                }
            }
        return arrivals;
    }

    private static IEnumerable<FilingFact> Filings(Random random)
    {
        for (var i = 0; i < 9; i++)
        {
            var period = Quarters[random.Next(Quarters.Length)];
            var filed = Day(period).AddDays(40 + random.Next(30)).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
            var year = $"{2019 + random.Next(5)}-12-31";
            yield return random.Next(16) switch
            {
                0 => Notice($"n{i}", filed, "10-Q", period, random.Next(3) switch { 0 => null, 1 => false, _ => true }),
                1 => Notice($"a{i}", filed, "10-Q", period, form: "NT 10-Q/A"),
                2 => Report($"r{i}", filed, "10-Q", period, (FilerStatus)random.Next(4)),
                3 => Report($"m{i}", filed, "10-K/A", year) is var fact ? fact with { Report = fact.Report! with { AmendedToRestate = true } } : fact,
                4 => NonReliance($"k{i}", filed, Year(year), Quarter(period)),
                5 => NonReliance($"l{i}", filed, Year(year)),
                6 => Filing($"f{i}", "15-12G", filed),
                7 => Filing($"e{i}", "EFFECT", filed),
                8 => NonReliance($"u{i}", filed) is var unnamed ? unnamed with
                {
                    FiscalYearEnd = random.Next(2) == 0 ? "1231" : null,
                    Disclosures = [unnamed.Disclosures[0] with { NamedPeriods = [new NamedPeriod(PeriodKind.Annual, 2019 + random.Next(5), null, null, null)] }],
                } : unnamed,
                9 => Filing($"w{i}", "8-K/A", filed) with { Disclosures = [new DisclosureFact { Kind = (DisclosureKind)(8 + random.Next(3)), Periods = random.Next(2) == 0 ? [Year(year)] : [] }] },
                10 => Notice($"p{i}", filed, "10-K", year, says: notice => notice with { Portion = Says(random.Next(2) == 0 ? "Part III" : "Item 8") }),
                11 => Report($"t{i}", filed, "10-K", year, (FilerStatus)random.Next(4)) is var report ? report with { Report = report.Report! with { Transition = random.Next(2) == 0 } } : report,
                12 => Filing($"c{i}", "8-K", filed) with { FiscalYearChange = new FiscalYearChange(Day(period).AddDays(random.Next(60)), "1231", null) },
                13 => Filing($"v{i}", "8-K", filed) with { Reliance = [new OrderReliance("bf-borgers", null)] },
                14 => Notice($"b{i}", filed, "10-Q", period) with { Reliance = [new OrderReliance("bf-borgers", null)] },
                _ => Filing($"o{i}", "8-K", random.Next(4) == 0 ? null : filed),
            };
        }
    }

    /// <summary>A filing reaches an issuer, or leaves it for another.</summary>
    private sealed record Arrival(string Issuer, FilingFact Fact, string? Forgets)
    {
        public IssuerDocument Apply(IssuerDocument document) => Forgets is null
            ? IssuerFold.Learn(document, Fact, null)
            : IssuerFold.Release(document, Fact.Filing, Fact.Generation, Filingwire.Sec.Identifiers.IssuerKey.TryParse(Forgets, out var to) ? to : null);
    }
}
