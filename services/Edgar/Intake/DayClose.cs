using Filingwire.Edgar.Answers;
using Filingwire.Edgar.Clocks;
using Filingwire.Edgar.Indexes;
using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Reconciliation;
using Filingwire.Edgar.Requests;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Edgar.Telemetry;
using Filingwire.Sec.Calendar;
using Microsoft.Extensions.Logging;

namespace Filingwire.Edgar.Intake;

/// <summary>
/// Closes a day: reads its index and takes in every submission that the ledger does not have. Only a whole index that was read to its end
/// closes a day; an error page, a cut body or an empty answer never does.
/// </summary>
internal sealed partial class DayClose(EdgarClient client, LedgerStore ledger, DayBook days, FetchLane fetches, EdgarOptions options,
    ILogger<DayClose> logger)
{
    /// <summary>A day's index has been seen written again up to a week later.</summary>
    private const int RereadDays = 7;

    /// <summary>Closes a day, or reads its index again.</summary>
    /// <param name="day">A business day.</param>
    /// <param name="lane">How urgent it is.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What the index was, and the day afterwards.</returns>
    public async Task<(Meaning Meaning, DayDocument Day)> CloseAsync(DateOnly day, Lane lane, CancellationToken cancellation)
    {
        var before = await days.FindAsync(day, cancellation);
        var reply = await client.GetAsync(lane, IndexAddress.Daily(day), Expected.Index, before?.ClosedAt is null ? null
            : before.Validators, null, cancellation);
        var now = options.Time.GetUtcNow();
        if (reply.Meaning == Meaning.Unchanged)
            return (reply.Meaning, await days.ChangeAsync(day, found => found with { NextLookAt = NextReread(day, now) }, cancellation));
        if (reply.Meaning != Meaning.Content || IndexFile.Read(reply.Body) is not { IsComplete: true, Rows.Count: > 0 } index)
        {
            var meaning = reply.Meaning == Meaning.Content ? Meaning.Broken : reply.Meaning;
            NotClosed(day, meaning);
            return (meaning, await days.ChangeAsync(day, found => found with { NextLookAt = NextTry(found, now) }, cancellation));
        }
        var seen = IndexedAccessions.Of(index, Witness.DailyIndex, now);
        var noted = await ledger.SeeAllAsync(seen, lane, cancellation);
        fetches.Wake();
        var closed = await days.ChangeAsync(
            day,
            found => found with
            {
                ClosedAt = found.ClosedAt ?? now,
                NextLookAt = NextReread(day, now),
                Validators = reply.Validators,
                Rows = index.Rows.Count,
                Accessions = seen.Count,
                Misses = noted.ToldByIndex,
                Unread = index.Unread.Count,
            },
            cancellation);
        if (closed.IsFollowed && noted.ToldByIndex > (before?.Misses ?? 0))
            EdgarInstruments.Misses.Add(noted.ToldByIndex - (before?.Misses ?? 0));
        Closed(day, seen.Count, noted.ToldByIndex, index.Unread.Count);
        return (Meaning.Content, closed);
    }

    private static DateTimeOffset? NextReread(DateOnly day, DateTimeOffset now)
    {
        var today = EasternTime.DateOf(now);
        var next = LaneTimes.FirstCloseOf(today) > now ? today : today.AddDays(1);
        return next.DayNumber - day.DayNumber <= RereadDays ? LaneTimes.FirstCloseOf(next) : null;
    }

    // A closed day that cannot be read again today is read tomorrow.
    private static DateTimeOffset? NextTry(DayDocument day, DateTimeOffset now) => day.ClosedAt is null ? LaneTimes.NextClose(now)
        : NextReread(day.Day, now);

    [LoggerMessage(Level = LogLevel.Information, EventName = "edgar.day_closed",
        Message = "{Day} is closed: {Accessions} submissions, {Misses} of them told by the index alone, {Unread} lines unread")]
    private partial void Closed(DateOnly day, int accessions, int misses, int unread);

    [LoggerMessage(Level = LogLevel.Information, EventName = "edgar.day_open",
        Message = "{Day} cannot be closed yet: its index is {Meaning}")]
    private partial void NotClosed(DateOnly day, Meaning meaning);
}
