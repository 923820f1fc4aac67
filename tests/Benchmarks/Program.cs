using Filingwire.Benchmarks.Extraction;
using Filingwire.Benchmarks.GrpcRuntime;
using Filingwire.Benchmarks.Hosting;
using Filingwire.Benchmarks.Ownership;
using Filingwire.Benchmarks.Restatement;

// Every area adds its verb here. A verb prints ratios measured in one run.
var verbs = new Dictionary<string, Func<string[], Task<int>>>(StringComparer.Ordinal)
{
    ["ownership"] = LedgerBenchmarks.RunAsync,
    ["grpc"] = GrpcBenchmarks.RunAsync,
    ["load"] = LoadRun.RunAsync,
    ["restatement"] = RestatementBenchmarks.RunAsync,
    ["forms345"] = OwnershipBenchmarks.RunAsync,
    ["notices"] = NoticeBenchmarks.RunAsync,
};

if (args is [var verb, .. var rest] && verbs.TryGetValue(verb, out var run)) return await run(rest);
Console.Error.WriteLine($"Usage: dotnet run -c Release --project tests/Benchmarks -- {string.Join('|', verbs.Keys)}");
return 2;
