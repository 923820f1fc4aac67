using System.Globalization;

namespace Filingwire.Sec.Calendar;

/// <summary>
/// Closings given by configuration: "2026-12-24 Executive Order 14999; 2026-12-26 Executive Order 14999". Days that an executive order adds cannot be known
/// before it is signed, and a release should not be needed for them.
/// </summary>
public static class OrderedClosings
{
    /// <summary>Name of the environment variable.</summary>
    public const string Variable = "FILINGWIRE_CLOSINGS";

    /// <summary>Reads the setting; empty for an empty one.</summary>
    /// <exception cref="FormatException">A part is no date with a source, is a weekend or in no year that is covered.</exception>
    public static IReadOnlyList<Closing> Read(string? setting)
    {
        List<Closing> closings = [];
        foreach (var part in (setting ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var blank = part.IndexOf(' ', StringComparison.Ordinal);
            if (blank < 0 || !DateOnly.TryParseExact(part[..blank], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || !SecCalendar.Covers(day))
                throw new FormatException($"{Variable}: \"{part}\" is no weekday from {SecCalendar.FirstYear} to {SecCalendar.LastYear} with its source behind it, like \"2026-12-24 Executive Order 14999\".");
            closings.Add(new Closing(day, "Closed by order", part[(blank + 1)..].Trim(), Certainty.Reported));
        }
        return closings;
    }
}
