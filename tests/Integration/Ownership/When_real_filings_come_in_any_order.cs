using System.Globalization;
using System.Text;
using System.Text.Json;
using Filingwire.Extraction.V1;
using Filingwire.Integration.Fixtures;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Positions;
using Filingwire.Ownership.Publishing;
using Filingwire.Ownership.Storage;
using Filingwire.Store;
using Collections = Filingwire.Ownership.Storage.Collections;

namespace Filingwire.Integration.Ownership;

/// <summary>All Forms 3, 4 and 5 of the corpus, through intake and store: the order, the batches and repetitions leave one state.</summary>
public sealed class When_real_filings_come_in_any_order
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_store_ends_in_one_state()
    {
        var facts = Facts();
        Assert.True(facts.Count >= (FilingFiles.IsWhole ? 300 : 38), $"Only {facts.Count} filings were read.");
        string? expected = null;
        foreach (var seed in new[] { 0, 1, 2 })
        {
            var random = new Random(seed);
            var arrivals = seed == 0 ? facts.ToArray() : [.. facts, .. facts.Where(_ => random.Next(5) == 0)];
            if (seed > 0)
                random.Shuffle(arrivals);
            await using var parts = await OwnershipParts.OpenAsync();
            for (var at = 0; at < arrivals.Length;)
            {
                var size = Math.Min(arrivals.Length - at, 1 + random.Next(40));
                await parts.TakeInAsync(arrivals[at..(at + size)]);
                at += size;
            }
            var state = await StateAsync(parts);
            expected ??= state;
            Assert.Equal(expected, state);
        }
    }

    [Fact]
    public async Task What_is_kept_about_rows_is_what_the_fold_says()
    {
        var facts = Facts();
        await using var parts = await OwnershipParts.OpenAsync();
        var random = new Random(5);
        var arrivals = facts.ToArray();
        random.Shuffle(arrivals);
        foreach (var some in arrivals.Chunk(7))
            await parts.TakeInAsync(some);
        var kept = await DocumentsAsync(parts);
        foreach (var issuer in kept.GroupBy(document => document.Report.Issuer))
        {
            var ledger = IssuerLedger.Fold(issuer.Select(document => document.Report));
            foreach (var document in issuer)
                Assert.Equal(Text(ReportDocument.Of(document.Report, ledger)), Text(document));
        }
    }

    internal static IReadOnlyList<OwnershipReport> Facts()
    {
        var facts = new Dictionary<string, OwnershipReport>(StringComparer.Ordinal);
        foreach (var file in FilingFiles.In("ownership"))
        {
            var name = Path.GetFileName(file);
            var accession = name.Split("__") is [_, var second, ..] && second.Length == 20 && second[10] == '-' ? second : null;
            var stated = new StatedFacts();
            if (accession is not null)
                stated.Accession = accession;
            var report = OwnershipParts.Report(File.ReadAllBytes(file), stated);
            facts.TryAdd(report.Filing.ToString(), report);
        }
        return [.. facts.Values];
    }

    internal static async Task<IReadOnlyList<ReportDocument>> DocumentsAsync(OwnershipParts parts) =>
        [.. (await parts.Get<OwnershipStore>().AllAsync(DocumentQuery.All, Cancellation)).Documents.OrderBy(document => document.Id, StringComparer.Ordinal).Select(document => document.Value)];

    private static async Task<string> StateAsync(OwnershipParts parts)
    {
        var state = new StringBuilder();
        foreach (var document in await DocumentsAsync(parts))
            state.AppendLine(Text(document));
        foreach (var states in (await parts.Store.Documents.QueryAsync(Collections.States.Name, DocumentQuery.All.Page(1000, ""), Cancellation)).Documents)
            state.Append(states.Id).AppendLine(Encoding.UTF8.GetString(states.Json.Span));
        // What was withdrawn on the way there is history and depends on the way.
        foreach (var stored in (await parts.Store.Documents.QueryAsync(Collections.Swings.Name, DocumentQuery.All.Page(1000, ""), Cancellation)).Documents)
        {
            var swing = JsonSerializer.Deserialize<SwingDocument>(stored.Json.Span, StoredJson.Options)!;
            state.AppendLine(CultureInfo.InvariantCulture, $"{stored.Id} {string.Join(' ', swing.Legs)} {Holding(swing.Findings)}");
        }
        foreach (var stored in (await parts.Store.Documents.QueryAsync(Collections.Lateness.Name, DocumentQuery.All.Page(1000, ""), Cancellation)).Documents)
            state.AppendLine(CultureInfo.InvariantCulture, $"{stored.Id} {Holding(JsonSerializer.Deserialize<LatenessDocument>(stored.Json.Span, StoredJson.Options)!.Findings)}");
        foreach (var issuer in (await DocumentsAsync(parts)).GroupBy(document => document.Report.Issuer).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal))
            foreach (var position in Holdings.AsOf(IssuerLedger.Fold(issuer.Select(document => document.Report)), null, null))
                state.AppendLine(CultureInfo.InvariantCulture, $"{issuer.Key} {string.Join(',', position.Owners)} {position.Lot} {position.Shares} {position.Value} {position.Row.Key}");
        return state.ToString();
    }

    private static string Holding(IEnumerable<PublishedFinding> findings) => string.Join(' ', findings.Where(finding => finding.Holds).Select(finding => finding.Text));

    private static string Text(ReportDocument document) => JsonSerializer.Serialize(document, StoredJson.Options);
}
