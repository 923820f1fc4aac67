using System.Globalization;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Unit.Sec.Calendar;

public sealed class FilingDatesTests
{
    [Theory]
    // Real headers.
    [InlineData("4", "2023-06-06 21:32:04", "2023-06-06")]
    [InlineData("4", "2024-06-07 18:10:30", "2024-06-07")]
    [InlineData("4", "2022-11-08 20:18:10", "2022-11-08")]
    [InlineData("4", "2026-08-06 20:29:33", "2026-08-06")]
    [InlineData("10-K", "2022-02-04 20:11:27", "2022-02-07")]
    [InlineData("10-Q", "2022-04-22 21:36:59", "2022-04-25")]
    [InlineData("10-K/A", "2022-04-29 18:05:17", "2022-05-02")]
    [InlineData("SC 13G/A", "2022-02-14 18:19:33", "2022-02-15")]
    [InlineData("PX14A6G", "2022-07-06 18:37:17", "2022-07-07")]
    [InlineData("8-K", "2025-04-15 16:30:25", "2025-04-15")]
    // By the rule.
    [Case("F9")]
    [InlineData("SC 13G/A", "2024-02-14 18:19:33", "2024-02-14")]
    [InlineData("144", "2023-03-17 18:00:00", "2023-03-20")]
    [InlineData("144", "2023-03-21 18:00:00", "2023-03-21")]
    [InlineData("NT 10-Q", "2024-08-15 17:29:00", "2024-08-15")]
    [InlineData("NT 10-Q", "2024-08-15 17:30:00", "2024-08-15")]
    [InlineData("NT 10-Q", "2024-08-15 17:31:00", "2024-08-16")]
    [InlineData("4", "2023-12-12 21:30:00", "2023-12-12")]
    [InlineData("4/A", "2023-12-12 22:00:01", "2023-12-13")]
    [InlineData("10-K", "2021-06-17 17:45:00", "2021-06-21")]
    public void The_filing_date_follows_from_the_acceptance(string form, string accepted, string filed) =>
        Assert.Equal(
            DateOnly.ParseExact(filed, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            FilingDates.OfAcceptance(DateTime.ParseExact(accepted, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), FormType.Parse(form)));

    [Case("F9")]
    [Theory]
    [InlineData("2024-08-20T03:59:59Z", "2024-08-19")]
    [InlineData("2024-08-20T04:00:00Z", "2024-08-20")]
    [InlineData("2024-01-10T04:59:59Z", "2024-01-09")]
    [InlineData("2024-01-10T05:00:00Z", "2024-01-10")]
    public void The_day_begins_at_midnight_in_the_east(string instant, string day) =>
        Assert.Equal(
            DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            EasternTime.DateOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));
}
