using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Filingwire.Edgar.Settings;

/// <summary>
/// A clock that begins at another instant and runs faster than the machine's, so that a past week can be followed in minutes. Processes
/// that are told the same three things see the same time.
/// </summary>
/// <param name="start">What it shows when it begins.</param>
/// <param name="factor">How many of its seconds pass in one.</param>
/// <param name="began">When it began, by the machine's clock.</param>
public sealed class RehearsalTime(DateTimeOffset start, int factor, DateTimeOffset began) : TimeProvider
{
    private const double Shortest = 5;
    private const string Format = "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ";

    /// <summary>Reads "2025-08-04T09:50:00Z,1500,2026-11-29T03:00:00Z".</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out RehearsalTime? time)
    {
        var parts = text.Split(',');
        time = parts.Length == 3 && TryReadInstant(parts[0], out var start) && TryReadInstant(parts[2], out var began)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var factor) && factor is > 0 and <= 100_000
            ? new RehearsalTime(start, factor, began)
            : null;
        return time is not null;
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start + ((System.GetUtcNow() - began) * factor);

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new RehearsalTimer(this, System.CreateTimer(callback, state, Slowed(dueTime), Slowed(period)));

    /// <summary>As <see cref="TryParse(string, out RehearsalTime?)"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Text(start)},{factor},{Text(began)}");

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    // Not shorter than some milliseconds, or loops that wait a second would only spin.
    private TimeSpan Slowed(TimeSpan span) =>
        span <= TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(Math.Max(Shortest, span.TotalMilliseconds / factor));

    private static bool TryReadInstant(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    private sealed class RehearsalTimer(RehearsalTime time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Slowed(dueTime), time.Slowed(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
