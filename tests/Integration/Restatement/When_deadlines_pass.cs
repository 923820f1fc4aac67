using Filingwire.Contracts.Events;
using Filingwire.Sec.Identifiers;
using static Filingwire.Integration.Restatement.Wire;

namespace Filingwire.Integration.Restatement;

/// <summary>The sweep, on a real store, with the test's clock.</summary>
public sealed class When_deadlines_pass
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_announcement_comes_the_day_after_and_once()
    {
        await using var parts = await RestatementParts.OpenAsync();
        await parts.TakeAsync(Notice("n1", "1001", "2024-08-14", "10-Q", "2024-06-30", statedDue: "2024-08-14"));
        var sweep = parts.NewSweep();
        // The due date has passed: from now on the report is excused.
        parts.Time.MoveTo(new DateTimeOffset(2024, 8, 15, 4, 0, 1, TimeSpan.Zero));
        Assert.Equal(1, await sweep.SweepAsync(Cancellation));
        Assert.Equal(0, await sweep.SweepAsync(Cancellation));
        var excused = Assert.Single(await parts.EventsAsync<LateFilingChanged>());
        Assert.Equal(("noticed", "excused"), (excused.Before!.State, excused.After!.State));
        // The last moment of 2024-08-19 in the east, then midnight.
        parts.Time.MoveTo(new DateTimeOffset(2024, 8, 20, 3, 59, 59, TimeSpan.Zero));
        Assert.Equal(0, await sweep.SweepAsync(Cancellation));
        parts.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await sweep.SweepAsync(Cancellation));
        Assert.Equal(0, await sweep.SweepAsync(Cancellation));

        var passed = Assert.Single(await parts.EventsAsync<LateFilingDeadlinePassed>());
        Assert.Equal(("issuers/1001", new DateOnly(2024, 8, 19), "extension", "lapsed"), (passed.Issuer, passed.Deadline, passed.Kind, passed.LateFiling.State));
        var changed = (await parts.EventsAsync<LateFilingChanged>())[^1];
        Assert.Equal(("excused", "lapsed"), (changed.Before!.State, changed.After!.State));
    }

    [Fact]
    public async Task Replicas_that_sweep_at_once_and_a_long_downtime_announce_once()
    {
        await using var parts = await RestatementParts.OpenAsync();
        for (var i = 0; i < 40; i++)
            await parts.TakeAsync(Notice($"n{i}", $"{2000 + i}", "2024-08-14", "10-Q", "2024-06-30", statedDue: "2024-08-14"));
        parts.Time.MoveTo(new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var announced = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => parts.NewSweep().SweepAsync(Cancellation), Cancellation)));
        Assert.Equal(40, announced.Sum());
        Assert.Equal(40, (await parts.EventsAsync<LateFilingDeadlinePassed>()).Count);
    }

    [Fact]
    public async Task A_report_that_turns_out_to_have_been_in_time_corrects_the_announcement()
    {
        await using var parts = await RestatementParts.OpenAsync();
        await parts.TakeAsync(Notice("n1", "1001", "2024-08-14", "10-Q", "2024-06-30", statedDue: "2024-08-14"));
        parts.Time.MoveTo(new DateTimeOffset(2024, 8, 21, 12, 0, 0, TimeSpan.Zero));
        await parts.NewSweep().SweepAsync(Cancellation);
        await parts.TakeAsync(Report("r1", "1001", "2024-08-19", "10-Q", "2024-06-30"));

        var passed = Assert.Single(await parts.EventsAsync<LateFilingDeadlinePassed>());
        var correcting = (await parts.EventsAsync<LateFilingChanged>())[^1];
        Assert.Equal(("lapsed", "curedInTime", passed.EventId), (correcting.Before!.State, correcting.After!.State, correcting.Corrects));
        Assert.Equal(0, await parts.NewSweep().SweepAsync(Cancellation));
    }

    [Fact]
    public async Task A_report_that_came_late_corrects_nothing()
    {
        await using var parts = await RestatementParts.OpenAsync();
        await parts.TakeAsync(Notice("n1", "1001", "2024-08-14", "10-Q", "2024-06-30", statedDue: "2024-08-14"));
        parts.Time.MoveTo(new DateTimeOffset(2024, 8, 21, 12, 0, 0, TimeSpan.Zero));
        await parts.NewSweep().SweepAsync(Cancellation);
        await parts.TakeAsync(Report("r1", "1001", "2024-08-21", "10-Q", "2024-06-30"));
        var changed = (await parts.EventsAsync<LateFilingChanged>())[^1];
        Assert.Equal(("curedLate", 7, (Guid?)null), (changed.After!.State, changed.After.DaysLate!.Value, changed.Corrects));
    }

    [Fact]
    public async Task In_a_back_fill_the_sweep_waits_for_the_report_that_may_be_next()
    {
        await using var parts = await RestatementParts.OpenAsync();
        parts.Time.MoveTo(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero));
        await parts.TakeAsync(Notice("n1", "1001", "2024-08-14", "10-Q", "2024-06-30", statedDue: "2024-08-14"));
        Assert.Equal(0, await parts.NewSweep().SweepAsync(Cancellation));
        await parts.TakeAsync(Report("r1", "1001", "2024-08-19", "10-Q", "2024-06-30"));
        parts.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await parts.NewSweep().SweepAsync(Cancellation));
        Assert.Empty(await parts.EventsAsync<LateFilingDeadlinePassed>());
    }

    /// <summary>
    /// A year of four quarters for sixty issuers, a sweep a day. A third files within the extension, a third late, a third never.
    /// </summary>
    [Fact]
    public async Task A_simulated_year_announces_every_missed_deadline_on_its_day()
    {
        await using var parts = await RestatementParts.OpenAsync();
        (string Period, string Due, string Deemed)[] quarters =
        [
            ("2023-03-31", "2023-05-15", "2023-05-22"), ("2023-06-30", "2023-08-14", "2023-08-21"), ("2023-09-30", "2023-11-14", "2023-11-20"),
        ];
        const int issuers = 60;
        var filings = (from quarter in quarters
                       from issuer in Enumerable.Range(0, issuers)
                       let id = $"{issuer}-{quarter.Period}"
                       from filing in new[]
                       {
                           Notice("n" + id, $"{3000 + issuer}", quarter.Due, "10-Q", quarter.Period, quarter.Due),
                           (issuer % 3) switch
                           {
                               0 => Report("r" + id, $"{3000 + issuer}", quarter.Deemed, "10-Q", quarter.Period),
                               1 => Report("r" + id, $"{3000 + issuer}", DateOnly.ParseExact(quarter.Deemed, "O").AddDays(9).ToString("O"), "10-Q", quarter.Period),
                               _ => null!,
                           },
                       }
                       where filing is not null
                       select filing).ToLookup(filing => filing.FiledOn.Value);
        var sweep = parts.NewSweep();
        for (var day = new DateOnly(2023, 1, 1); day.Year == 2023; day = day.AddDays(1))
        {
            parts.Time.MoveTo(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.FromHours(-5)));
            foreach (var filing in filings[day.ToString("O")])
                await parts.TakeAsync(filing);
            parts.Time.Advance(TimeSpan.FromHours(8));
            await sweep.SweepAsync(Cancellation);
        }

        var passed = await parts.EventsAsync<LateFilingDeadlinePassed>();
        Assert.Equal(quarters.Length * issuers * 2 / 3, passed.Count);
        Assert.All(passed, e => Assert.Equal(e.Deadline.AddDays(1), Sec.Calendar.EasternTime.DateOf(e.OccurredAt)));
        Assert.All(passed, e => Assert.Contains(e.Deadline.ToString("O"), quarters.Select(quarter => quarter.Deemed)));
        var changes = await parts.EventsAsync<LateFilingChanged>();
        Assert.Equal(quarters.Length * issuers / 3, changes.Count(e => e.After!.State == "curedLate"));
        Assert.Equal(quarters.Length * issuers / 3, changes.Count(e => e.After!.State == "curedInTime"));
        Assert.DoesNotContain(changes, e => e.Corrects is not null);
        Assert.True(IssuerKey.TryParse("3002", out var never));
        Assert.Equal(3, (await parts.Cases.FindAsync(never, Cancellation))!.Passed.Count);
    }
}
