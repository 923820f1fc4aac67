namespace Filingwire.Benchmarks.GrpcRuntime;

/// <summary>Calls per second of the gRPC runtime, as ratios.</summary>
internal static class GrpcBenchmarks
{
    public static Task<int> RunAsync(string[] args) => throw new NotImplementedException("Measured with the interoperability peers; to follow.");
}
