using Filingwire.Edgar.Clocks;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Sec.Calendar;
using Filingwire.Store;

namespace Filingwire.Edgar.Intake;

/// <summary>The business days that are followed, and which of them are closed.</summary>
internal sealed class DayBook(DocumentCollection<DayDocument> days, EdgarOptions options)
{
    private const int Most = 1000;

    /// <summary>Every business day up to this one is in the book.</summary>
    private DateOnly enteredTo = DateOnly.MinValue;

    /// <summary>A day; null when it is not in the book.</summary>
    public async Task<DayDocument?> FindAsync(DateOnly day, CancellationToken cancellation) =>
        (await days.GetAsync(Id(day), cancellation))?.Value;

    /// <summary>Enters every business day from one to another that is not in the book.</summary>
    public async Task EnterAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        if (to <= enteredTo)
            return;
        for (var day = SecCalendar.Roll(from > enteredTo ? from : enteredTo); day <= to; day = SecCalendar.NextBusinessDay(day))
            if (await days.GetAsync(Id(day), cancellation) is null)
                await days.TrySaveAsync(
                    new Change<DayDocument>(Id(day), 0,
                        new DayDocument { Day = day, IsFollowed = true, NextLookAt = LaneTimes.FirstCloseOf(day) }, []), cancellation);
        enteredTo = to;
    }

    /// <summary>Days whose index is to be asked for now, oldest first.</summary>
    public async Task<IReadOnlyList<DayDocument>> DueAsync(CancellationToken cancellation)
    {
        var query = DocumentQuery.All.AtMost("nextLook", options.Time.GetUtcNow().ToUnixTimeMilliseconds()).Page(Most, "");
        return [.. (await days.QueryAsync(query, cancellation)).Items.Select(item => item.Value).OrderBy(day => day.Day)];
    }

    /// <summary>The latest days, newest first.</summary>
    public async Task<IReadOnlyList<DayDocument>> LatestAsync(int count, CancellationToken cancellation) =>
        [.. (await days.QueryAsync(DocumentQuery.All.OrderByDescending("day").Page(count, ""), cancellation)).Items.Select(item =>
            item.Value)];

    /// <summary>Business days that should be closed by now and are not.</summary>
    public async Task<IReadOnlyList<DateOnly>> UnclosedAsync(CancellationToken cancellation)
    {
        var now = options.Time.GetUtcNow();
        var page = await days.QueryAsync(DocumentQuery.All.Where("closed", 0).Page(Most, ""), cancellation);
        return [.. page.Items.Select(item => item.Value.Day).Where(day => LaneTimes.CloseAlarm(day) <= now).Order()];
    }

    /// <summary>Changes a day.</summary>
    public async Task<DayDocument> ChangeAsync(DateOnly day, Func<DayDocument, DayDocument> change, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await days.GetAsync(Id(day), cancellation);
            var next = change(found?.Value ?? new DayDocument { Day = day });
            if (next == found?.Value || await days.TrySaveAsync(
                new Change<DayDocument>(Id(day), found?.Version ?? 0, next, []), cancellation))
                return next;
        }
    }

    /// <summary>Marks the days of which the feed did not show everything.</summary>
    public async Task MarkHoleAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var last = EasternTime.DateOf(to);
        for (var day = SecCalendar.Roll(EasternTime.DateOf(from)); day <= last; day = SecCalendar.NextBusinessDay(day))
            await ChangeAsync(
                day,
                found => found.ClosedAt is null
                    ? found with { HasHole = true, NextLookAt = found.NextLookAt ?? LaneTimes.FirstCloseOf(day) } : found,
                cancellation);
    }

    private static string Id(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
