namespace Filingwire.Unit.Contracts.Wire;

/// <summary>
/// The wire of version 1 changes only by adding. The baseline <c>v1.binpb</c> is a file descriptor set of what has been promised;
/// <c>buf breaking protos --against tests/Unit/Contracts/Wire/v1.binpb</c> reads it too. After adding to the protos, run these
/// tests once with FILINGWIRE_RECORD_CONTRACT=1 and commit the grown baseline.
/// </summary>
public sealed class WireContractTests
{
    private static readonly string Baseline = Path.Combine(Checkout.Root, "tests", "Unit", "Contracts", "Wire", "v1.binpb");

    [Fact]
    public void Nothing_promised_is_taken_back()
    {
        var promised = WireContract.Lines(WireContract.FromDescriptorSet(File.ReadAllBytes(Baseline)));
        var taken = promised.Except(WireContract.Lines(WireContract.Current()), StringComparer.Ordinal);
        Assert.Empty(taken);
    }

    [Fact]
    public void What_was_added_is_promised()
    {
        var current = WireContract.Current();
        var promised = WireContract.Lines(WireContract.FromDescriptorSet(File.ReadAllBytes(Baseline))).ToHashSet(StringComparer.Ordinal);
        var lines = WireContract.Lines(current).ToHashSet(StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("FILINGWIRE_RECORD_CONTRACT") == "1" && lines.IsSupersetOf(promised))
            File.WriteAllBytes(Baseline, WireContract.ToDescriptorSet(current));
        else
            Assert.Empty(lines.Except(promised));
    }

    [Fact]
    public void The_lines_tell_a_changed_number_a_lost_presence_and_a_renamed_method()
    {
        var lines = WireContract.Lines(WireContract.Current()).ToList();
        Assert.Contains(lines, line => line.StartsWith("field filingwire.extraction.v1.Filing.name = 1: String as name", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(": optional ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("rpc filingwire.extraction.v1.ExtractionService/GetFiling(", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("value ", StringComparison.Ordinal) && line.EndsWith("_UNSPECIFIED = 0", StringComparison.Ordinal));
    }
}
