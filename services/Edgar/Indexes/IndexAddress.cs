using System.Globalization;

namespace Filingwire.Edgar.Indexes;

/// <summary>A calendar quarter, in which EDGAR keeps its indexes.</summary>
/// <param name="Year">From 1993.</param>
/// <param name="Number">1 to 4.</param>
public readonly record struct Quarter(int Year, int Number) : IComparable<Quarter>
{
    /// <summary>The first quarter with an index.</summary>
    public static Quarter First { get; } = new(1993, 1);

    /// <summary>The first day.</summary>
    public DateOnly Start => new(Year, (3 * Number) - 2, 1);

    /// <summary>The last day.</summary>
    public DateOnly End => Next.Start.AddDays(-1);

    /// <summary>The quarter after.</summary>
    public Quarter Next => Number == 4 ? new(Year + 1, 1) : new(Year, Number + 1);

    /// <summary>The quarter before.</summary>
    public Quarter Previous => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    /// <summary>The quarter of a day.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>Reads "2023Q1".</summary>
    public static bool TryParse(string? text, out Quarter quarter)
    {
        quarter = default;
        if (text is not { Length: 6 } || text[4] != 'Q' || text[5] is < '1' or > '4'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < First.Year)
            return false;
        quarter = new Quarter(year, text[5] - '0');
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Quarter other) => (Year, Number).CompareTo((other.Year, other.Number));

    /// <summary>"2023Q1".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}Q{Number}");

    /// <summary>Orders by time.</summary>
    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    /// <summary>Orders by time.</summary>
    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    /// <summary>Orders by time.</summary>
    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by time.</summary>
    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;
}

/// <summary>Where EDGAR keeps its indexes, below its root. Daily ones tell what was published, full ones what stands now.</summary>
public static class IndexAddress
{
    /// <summary>The index of one day, uncompressed.</summary>
    public static string Daily(DateOnly day) => string.Create(
        CultureInfo.InvariantCulture, $"Archives/edgar/daily-index/{day.Year}/QTR{Quarter.Of(day).Number}/master.{day:yyyyMMdd}.idx");

    /// <summary>The files of a quarter's daily indexes.</summary>
    public static string DailyListing(Quarter quarter) => string.Create(
        CultureInfo.InvariantCulture, $"Archives/edgar/daily-index/{quarter.Year}/QTR{quarter.Number}/index.json");

    /// <summary>The index of a quarter, gzipped.</summary>
    public static string Full(Quarter quarter) => string.Create(
        CultureInfo.InvariantCulture, $"Archives/edgar/full-index/{quarter.Year}/QTR{quarter.Number}/master.gz");
}
