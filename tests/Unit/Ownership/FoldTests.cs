using System.Text.Json;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Positions;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Ledger.Timeliness;
using Filingwire.Ownership.Storage;
using Filingwire.Store;
using FsCheck;
using FsCheck.Fluent;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Unit.Ownership;

/// <summary>The fold is a function of the set of facts: order, repetition and stale readings change nothing.</summary>
public sealed class FoldTests
{
    private static readonly OwnershipReport[] Facts = [.. Sample()];

    [Case("O7", "O10")]
    [Fact]
    public void Any_order_and_any_repetition_give_one_state()
    {
        var expected = State(Facts);
        var arrivals = Gen.Choose(0, 12).SelectMany(extra => Gen.Shuffle(Facts).SelectMany(
            once => Gen.Elements(Facts).ArrayOf(extra).Select(again => once.Concat(again).ToArray())));
        Prop.ForAll(Arb.From(arrivals), arrived => State(arrived) == expected).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Folding_in_two_steps_is_folding_at_once()
    {
        var expected = State(Facts);
        Prop.ForAll(Arb.From(Gen.Shuffle(Facts)), Arb.From(Gen.Choose(0, Facts.Length)), (arrived, cut) =>
        {
            var first = IssuerLedger.Fold(arrived.Take(cut)).Reports;
            return State([.. first, .. arrived.Skip(cut)]) == expected;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_highest_generation_of_a_filing_counts_whenever_it_comes()
    {
        var first = Report(1, "4", "2024-01-04", Trade("2024-01-02", "P", 100, 10, 100));
        var second = first with { Generation = 2, Rows = [first.Rows[0] with { Shares = Of((decimal?)200) }] };
        Assert.Equal(State([first, second]), State([second, first]));
        Assert.Equal(200, Assert.Single(IssuerLedger.Fold([second, first]).Rows).Row.Shares!.Value);
    }

    [Fact]
    public void A_fact_survives_the_store()
    {
        foreach (var fact in Facts)
        {
            var document = ReportDocument.Of(fact);
            var json = JsonSerializer.Serialize(document, StoredJson.Options);
            var read = JsonSerializer.Deserialize<ReportDocument>(json, StoredJson.Options)!;
            Assert.Equal(json, JsonSerializer.Serialize(read, StoredJson.Options));
            Assert.Equal(State([fact]), State([read.Report]));
        }
    }

    [Fact]
    public void An_owner_known_by_name_is_the_owner_of_that_name_whose_CIK_is_known()
    {
        var byName = Report(1, "4", "2024-01-04", Trade("2024-01-02", "P", 100, 10, 100)) with
        {
            Owners = [Person(1) with { Key = Filingwire.Sec.Identifiers.OwnerKey.OfName("Owner 1")!.Value }],
        };
        var byCik = Report(2, "4", "2024-02-05", Trade("2024-02-02", "P", 50, 10, 150));
        Assert.Equal([Owner(1), Owner(1)], IssuerLedger.Fold([byName, byCik]).Rows.Select(row => row.Owners.Single()));
        var namesake = Report(3, "4", "2024-02-06", Trade("2024-02-02", "P", 5, 10, 5)) with { Owners = [Person(7) with { Name = "Owner 1" }] };
        Assert.True(IssuerLedger.Fold([byName, byCik, namesake]).RowsOf(Id(1)).Single().Owners.Single().IsProvisional);
    }

    [Fact]
    public void The_sample_holds_what_may_depend_on_order()
    {
        var rows = IssuerLedger.Fold(Facts).Rows;
        Assert.Contains(rows, row => row.Standing.Rule == "amendment.not-occurred");
        Assert.Contains(rows, row => row.SameTradeAs is not null);
        Assert.Contains(Holdings.AsOf(IssuerLedger.Fold(Facts), null, null), position => position.PoolingRule == "split.adjusted-terms");
        Assert.Contains("after-leaving", State(Facts), StringComparison.Ordinal);
    }

    /// <summary>Everything the fold says, as text.</summary>
    internal static string State(IEnumerable<OwnershipReport> facts)
    {
        var ledger = IssuerLedger.Fold(facts);
        var rows = ledger.Rows.Select(row => $"{row.Key} {string.Join(',', row.Owners)} {JsonSerializer.Serialize(row.Standing, StoredJson.Options)} {row.SameTradeAs} {TimelinessRules.Of(row).Verdict}");
        var positions = Holdings.AsOf(ledger, null, null)
            .Select(p => $"{p.Lot} {p.Shares} {p.Value} {string.Join(',', p.Owners)} {p.Row.Key} {string.Join(',', p.AlsoStatedBy)} {p.PoolingRule}");
        var pairs = ledger.Rows.SelectMany(row => row.Owners).Distinct().OrderBy(owner => owner.ToString(), StringComparer.Ordinal)
            .SelectMany(owner => ShortSwing.Match(owner, ledger.Rows, SixMonths.DayBeforeLast))
            .Select(match => $"{match.Owner} {match.Purchase.Key} {match.Sale.Key} {match.Shares} {match.Profit} {string.Join(',', match.Cautions)}");
        return string.Join('\n', [.. rows, .. positions, .. pairs]);
    }

    private static IEnumerable<OwnershipReport> Sample()
    {
        yield return Report(1, "3", "2023-01-10", Holding(100), Holding(40).Indirect("By Trust"));
        yield return Report(2, "4", "2024-01-04", Trade("2024-01-02", "P", 100, 10, 200), Sale("2024-01-03", 50, 12, 150));
        yield return Report(3, "4/A", "2024-02-01", Trade("2024-01-02", "P", 110, 10, 210)) with { OriginalFiledOn = Date("2024-01-04") };
        yield return Report(4, "4/A", "2024-03-01", Trade("2024-01-02", "P", 120, 10, 220), Holding(41).Indirect("By Trust")) with { OriginalFiledOn = Date("2024-02-01") };
        yield return Report(5, "4", "2024-01-05", Trade("2024-01-02", "P", 100, 10, 200), Sale("2024-01-03", 50, 12, 150));
        yield return Report(6, "4", "2024-04-02", Trade("2024-04-01", "M", 10, 1, 160)).By(1, 2);
        yield return Report(7, "5", "2024-02-14", Holding(9).Indirect("By Son").OnForm("3")) with { PeriodOfReport = Date("2023-12-31") };
        yield return Report(8, "3/A", "2023-02-10", Holding(101)) with { OriginalFiledOn = Date("2023-01-10") };
        yield return Report(9, "4", "2024-05-02", Option("2024-05-01", "A", 500, 500)) with { Generation = 3 };
        yield return Report(9, "4", "2024-05-02", Option("2024-05-01", "A", 400, 400));
        yield return Report(10, "4", "2024-05-03", Trade("2024-05-01", "P", 1000, 9, 5000).Indirect("By Fund")) with { Owners = [Person(3, tenPercent: true)] };
        yield return Report(12, "4/A", "2024-04-20") with { OriginalFiledOn = Date("2024-04-02"), Remarks = "The exercise reported on the original Form 4 did not take place." };
        yield return Report(13, "4", "2024-08-05", Option("2024-08-02", "M", 1_000, 4_000, exercise: 1, direction: "D"));
        yield return Report(14, "4", "2024-06-05", Sale("2024-06-03", 400, 19, 4600).Indirect("By Fund")) with { Owners = [Person(3, tenPercent: true)], NotSubjectToSection16 = true };
        yield return Report(11, "4", "2024-05-03", Trade("2024-05-01", "P", 1000, 9, 5000).Indirect("By Fund")) with { Owners = [Person(4, tenPercent: true), Person(5, tenPercent: true)] };
    }
}
