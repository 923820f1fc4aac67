using System.Globalization;

namespace Filingwire.Restatement.Deadlines;

/// <summary>Fiscal years by their last month and day. A 52/53-week year ends some days off; a week is allowed for it.</summary>
public static class FiscalYears
{
    private const int WeekYearTolerance = 7;

    /// <summary>Reads "MMDD".</summary>
    public static bool TryParse(string? text, out int month, out int day)
    {
        month = day = 0;
        if (text is not { Length: 4 } || !text.All(char.IsAsciiDigit))
            return false;
        month = int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture);
        day = int.Parse(text.AsSpan(2), CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000, month);
    }

    /// <summary>The last day of the fiscal year in which the period ends; the calendar year's when the text is no month and day.</summary>
    public static DateOnly EndOf(DateOnly periodEnd, string? fiscalYearEnd)
    {
        var end = InYear(periodEnd.Year, fiscalYearEnd);
        return end.AddDays(WeekYearTolerance) >= periodEnd ? end : InYear(periodEnd.Year + 1, fiscalYearEnd);
    }

    /// <summary>
    /// The fiscal year, by the calendar year of its end, at whose end the filer status for a report was determined (17 CFR 240.12b-2): its own for an
    /// annual report, the one before for the quarters.
    /// </summary>
    public static int OfStatus(string report, DateOnly periodEnd, string? fiscalYearEnd) =>
        EndOf(periodEnd, fiscalYearEnd).Year - (report == "10-Q" ? 1 : 0);

    /// <summary>The last day of the last fiscal year that was completed before the day.</summary>
    public static DateOnly LastCompletedBefore(DateOnly day, string? fiscalYearEnd)
    {
        var end = InYear(day.Year, fiscalYearEnd);
        return end < day ? end : InYear(day.Year - 1, fiscalYearEnd);
    }

    private static DateOnly InYear(int year, string? fiscalYearEnd) => TryParse(fiscalYearEnd, out var month, out var day)
        ? new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)))
        : new DateOnly(year, 12, 31);
}
