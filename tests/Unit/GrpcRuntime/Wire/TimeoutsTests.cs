using Filingwire.GrpcRuntime.Wire;

namespace Filingwire.Unit.GrpcRuntime.Wire;

public sealed class TimeoutsTests
{
    [Theory]
    [InlineData(-1, "0n")]
    [InlineData(0, "0n")]
    [InlineData(1, "100n")]
    [InlineData(9_999, "999900n")]
    [InlineData(10_000, "1000000n")]
    [InlineData(10_000_000, "1000000u")]
    [InlineData(10_000_001, "1000001u")]
    [InlineData(36_000_000_000, "3600000m")]
    [InlineData(59_999_999_400_000_000, "99999999M")]
    [InlineData(long.MaxValue, "99999999H")]
    public void Format_rounds_up_to_the_finest_unit_that_fits(long ticks, string expected) =>
        Assert.Equal(expected, Timeouts.Format(TimeSpan.FromTicks(ticks)));

    [Theory]
    [InlineData("1H", 36_000_000_000)]
    [InlineData("1M", 600_000_000)]
    [InlineData("1S", 10_000_000)]
    [InlineData("1m", 10_000)]
    [InlineData("1u", 10)]
    [InlineData("1n", 1)]
    [InlineData("100n", 1)]
    [InlineData("101n", 2)]
    [InlineData("0n", 0)]
    [InlineData("00000001S", 10_000_000)]
    [InlineData("99999999H", 3_599_999_964_000_000_000)]
    public void Parse_reads_every_unit(string text, long ticks)
    {
        Assert.True(Timeouts.TryParse(text, out var timeout));
        Assert.Equal(ticks, timeout.Ticks);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("1")]
    [InlineData("1s")]
    [InlineData("1d")]
    [InlineData("-1S")]
    [InlineData("+1S")]
    [InlineData("1.5S")]
    [InlineData(" 1S")]
    [InlineData("1 S")]
    [InlineData("123456789S")]
    [InlineData("１S")]
    public void Parse_refuses_what_is_malformed(string? text) => Assert.False(Timeouts.TryParse(text, out _));
}
