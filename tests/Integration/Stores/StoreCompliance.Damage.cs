using Filingwire.Store;

namespace Filingwire.Integration.Stores;

/// <content>Check values: what is read is what was written, or it is said that it is not.</content>
public abstract partial class StoreCompliance
{
    [Fact]
    public async Task A_damaged_document_is_told_and_not_taken_for_one()
    {
        await FillAsync(3);
        await DamageAsync(Kept.Document, "d001");
        var told = await Assert.ThrowsAsync<StoreDamagedException>(() => Collection.GetAsync("d001", Cancellation));
        Assert.Contains("d001", told.Message, StringComparison.Ordinal);
        Assert.NotNull(await Collection.GetAsync("d002", Cancellation));
    }

    [Fact]
    public async Task A_damaged_blob_is_told_and_not_taken_for_one()
    {
        await Store.Blobs.WriteAsync("raw", new byte[] { 7, 8, 9 }, Cancellation);
        await DamageAsync(Kept.Blob, "raw");
        var told = await Assert.ThrowsAsync<StoreDamagedException>(() => Store.Blobs.ReadAsync("raw", Cancellation));
        Assert.Contains("raw", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_entry_of_the_log_keeps_its_place_and_says_so()
    {
        await LogAsync([.. Enumerable.Range(1, 4).Select(i => Note($"{i}"))]);
        await DamageAsync(Kept.Entry, "2");
        var log = await LoggedAsync();
        Assert.Equal([(1, false), (2, true), (3, false), (4, false)], log.Select(entry => ((int)entry.Sequence, entry.IsDamaged)));
    }

    [Fact]
    public async Task Logs_that_differ_in_one_entry_have_other_check_values_from_there_on()
    {
        await LogAsync(Note("1"), Note("2"));
        await LogAsync(Note("3"));
        var checks = (await LoggedAsync()).Select(entry => entry.Check).ToList();
        Assert.Equal(3, checks.Distinct().Count());
        Assert.All(checks, check => Assert.Equal(32, check.Length));
        await ReopenAsync(Docs);
        Assert.Equal(checks, (await LoggedAsync()).Select(entry => entry.Check));

        // The same sequences and, in the third place, the same event behind another one.
        var entries = await LoggedAsync();
        var (other, last) = (Note("other"), entries[2].Event);
        var chain = new[] { entries[0].Event, other, last }.Aggregate(
            (Check: LogChain.Start, Sequence: 1L, All: new List<string>()),
            (at, e) =>
            {
                var placed = e with { Json = EventSequence.Set(e.Json, at.Sequence) };
                var next = LogChain.Next(at.Check, e.EventId, LogChain.SumOf(new LogEntry(at.Sequence, placed)));
                at.All.Add(Convert.ToHexStringLower(next));
                return (next, at.Sequence + 1, at.All);
            }).All;
        Assert.Equal([true, false, false], chain.Zip(checks, (one, another) => one == another));
    }
}
