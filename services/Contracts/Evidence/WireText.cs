using System.Globalization;

namespace Filingwire.Contracts.Evidence;

/// <summary>Dates, times and numbers as the wire writes them in texts. What cannot be read is null.</summary>
public static class WireText
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>ISO 8601: "2025-01-10".</summary>
    public static string ToWire(this DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>A wall-clock time without zone: "2025-01-10T16:07:30".</summary>
    public static string ToWire(this DateTime time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>With the digits it was read with: "1.50" stays "1.50".</summary>
    public static string ToWire(this decimal number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A date.</summary>
    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A wall-clock time without zone.</summary>
    public static DateTime? Time(string? text) =>
        DateTime.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>A number: digits, an optional minus, an optional point.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
