using System.Globalization;

namespace Filingwire.GrpcRuntime.Wire;

/// <summary>The grpc-timeout header: at most eight digits and a unit (H, M, S, m, u, n).</summary>
internal static class Timeouts
{
    private const long LargestAmount = 99_999_999;

    // The same unit order as the amounts grow; a tick is 100 ns.
    private static readonly (char Unit, long Ticks)[] Units =
    [
        ('u', TimeSpan.TicksPerMicrosecond),
        ('m', TimeSpan.TicksPerMillisecond),
        ('S', TimeSpan.TicksPerSecond),
        ('M', TimeSpan.TicksPerMinute),
        ('H', TimeSpan.TicksPerHour),
    ];

    /// <summary>Rounds up, so that the peer never ends a call before the caller does. A timeout that has passed is "0n".</summary>
    public static string Format(TimeSpan timeout)
    {
        if (timeout <= TimeSpan.Zero) return "0n";
        if (timeout.Ticks <= LargestAmount / 100) return Text(timeout.Ticks * 100, 'n');
        foreach (var (unit, ticks) in Units)
        {
            var amount = timeout.Ticks / ticks + (timeout.Ticks % ticks == 0 ? 0 : 1);
            if (amount <= LargestAmount) return Text(amount, unit);
        }

        return Text(LargestAmount, 'H');
    }

    /// <summary>False for a malformed value. What is beyond a <see cref="TimeSpan"/> is its largest value.</summary>
    public static bool TryParse(string? text, out TimeSpan timeout)
    {
        timeout = default;
        if (text is not { Length: >= 2 and <= 9 }) return false;
        if (!long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount)) return false;
        if (text[^1] == 'n')
        {
            timeout = TimeSpan.FromTicks(amount / 100 + (amount % 100 == 0 ? 0 : 1));
            return true;
        }

        foreach (var (unit, ticks) in Units)
        {
            if (unit != text[^1]) continue;
            timeout = amount > TimeSpan.MaxValue.Ticks / ticks ? TimeSpan.MaxValue : TimeSpan.FromTicks(amount * ticks);
            return true;
        }

        return false;
    }

    private static string Text(long amount, char unit) => string.Create(CultureInfo.InvariantCulture, $"{amount}{unit}");
}
