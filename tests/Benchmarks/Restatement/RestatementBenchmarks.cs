using System.Diagnostics;
using System.Globalization;
using Filingwire.Restatement.Intake;
using Filingwire.Restatement.Issuers;
using Filingwire.Restatement.Storage;
using Filingwire.Store;
using Filingwire.Store.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Filingwire.Benchmarks.Restatement;

/// <summary>
/// The fold of many filings, one at a time with the events of each, and the sweep over many open cases on a real store:
/// <c>restatement [filings] [issuers] [open cases]</c>, by default 1000000 10000 100000.
/// </summary>
internal static class RestatementBenchmarks
{
    public static async Task<int> RunAsync(string[] args)
    {
        int Number(int position, int otherwise) => args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : otherwise;
        var (filings, issuers, cases) = (Number(0, 1_000_000), Number(1, 10_000), Number(2, 100_000));
        Fold(filings, issuers);
        await SweepAsync(cases);
        return 0;
    }

    /// <summary>Filings come interleaved over the issuers and in random order for each; all documents stay in memory.</summary>
    private static void Fold(int filings, int issuers)
    {
        var perIssuer = filings / issuers;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes();
        var documents = new IssuerDocument[issuers];
        var (folded, events) = (0, 0L);
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        Parallel.For(0, issuers, issuer =>
        {
            var document = new IssuerDocument { Issuer = (issuer + 1).ToString(CultureInfo.InvariantCulture) };
            var published = 0;
            var version = 0;
            // As when they have piled up: eight at a time.
            foreach (var arrived in SyntheticIssuer.Filings(issuer, perIssuer).Chunk(8))
            {
                var changes = arrived.Select(fact => new IssuerChange(known => IssuerFold.Learn(known, fact, null), fact.Filing, fact.FormType)).ToList();
                var result = IssuerFold.Apply(document, changes, version, DateTimeOffset.UnixEpoch)!;
                version += arrived.Length;
                published += result.Events.Count;
                document = result.Document;
            }
            documents[issuer] = document;
            Interlocked.Add(ref folded, version);
            Interlocked.Add(ref events, published);
        });
        watch.Stop();
        processor = Environment.CpuUsage.TotalTime - processor;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        var json = documents.Take(100).Average(document => StoredJsonLength(document));
        Console.WriteLine($"fold: {folded:N0} filings of {issuers:N0} issuers in {watch.Elapsed.TotalSeconds:F1} s on {Environment.ProcessorCount} cores = {folded / watch.Elapsed.TotalSeconds:N0} filings/s; {folded / processor.TotalSeconds:N0} for each second of processor time; {events:N0} events");
        Console.WriteLine($"fold: {kept / (double)folded:N0} bytes kept for each filing, {(GC.GetTotalAllocatedBytes() - allocated) / (double)folded:N0} allocated; {json:N0} bytes of JSON for each issuer of {perIssuer} filings");
        GC.KeepAlive(documents);
    }

    private static int StoredJsonLength(IssuerDocument document) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(document, StoredJson.Options).Length;

    private static async Task SweepAsync(int cases)
    {
        var folder = Directory.CreateTempSubdirectory("filingwire-bench-").FullName;
        await using (var store = await SqliteStore.OpenAsync(Path.Combine(folder, "restatement.db"), default))
        {
            await store.PrepareAsync([Collections.Issuers, Collections.LateFilings, Collections.Restatements], default);
            var time = new FixedTime();
            var issuers = new DocumentCollection<IssuerDocument>(Collections.Issuers, store.Documents, new RelaySignal());
            var rows = new CaseRows(
                new DocumentCollection<LateFilingRow>(Collections.LateFilings, store.Documents, new RelaySignal()),
                new DocumentCollection<RestatementRow>(Collections.Restatements, store.Documents, new RelaySignal()));
            var sweep = new DeadlineSweep(new IssuerStore(issuers, rows, time), time, NullLogger<DeadlineSweep>.Instance);

            var watch = Stopwatch.StartNew();
            foreach (var chunk in Enumerable.Range(0, cases).Chunk(1000))
                await issuers.SaveAllAsync([.. chunk.Select(i => SyntheticIssuer.WithOpenCase(i)).Select(document => new Change<IssuerDocument>(document.Issuer, 0, document.Settled(document.Published(), DateTimeOffset.UnixEpoch), []))], default);
            Console.WriteLine($"sweep: {cases:N0} open cases saved in {watch.Elapsed.TotalSeconds:F1} s");

            time.Now = new DateTimeOffset(2024, 8, 19, 12, 0, 0, TimeSpan.Zero);
            watch.Restart();
            const int looks = 100;
            for (var i = 0; i < looks; i++)
                await sweep.SweepAsync(default);
            Console.WriteLine($"sweep: nothing due: {watch.Elapsed.TotalMilliseconds / looks:F2} ms a look");

            // Every hundredth issuer is due a day earlier than the others.
            time.Now = new DateTimeOffset(2024, 8, 20, 12, 0, 0, TimeSpan.Zero);
            watch.Restart();
            var announced = await sweep.SweepAsync(default);
            Console.WriteLine($"sweep: {announced:N0} of {cases:N0} due: {watch.Elapsed.TotalSeconds:F2} s = {announced / watch.Elapsed.TotalSeconds:N0} announcements/s");
        }
        Directory.Delete(folder, recursive: true);
    }

    private sealed class FixedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
