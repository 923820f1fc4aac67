using Filingwire.Store;
using Filingwire.Store.Leases;
using Filingwire.Store.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Filingwire.Unit.Store;

public sealed class LeaseTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("filingwire-lease-");
    private readonly FakeTimeProvider here = new();
    private readonly FakeTimeProvider there = new(new DateTimeOffset(1999, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private SqliteStore store = null!;
    private Lease one = null!;
    private Lease other = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await SqliteStore.OpenAsync(Path.Combine(folder.FullName, "store.db"), Cancellation);
        await store.PrepareAsync([Lease.Collection], Cancellation);
        var documents = new DocumentCollection<LeaseDocument>(Lease.Collection, store.Documents, new RelaySignal());
        one = new Lease("relay", documents, here);
        other = new Lease("relay", documents, there);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task One_holds_it_and_another_takes_it_when_it_was_not_renewed_for_long()
    {
        Assert.True(await one.TryHoldAsync(Cancellation));
        Assert.False(await other.TryHoldAsync(Cancellation));
        Assert.True(other.IsHeldByAnother);
        for (var i = 0; i < 10; i++)
        {
            Pass(TimeSpan.FromSeconds(2));
            Assert.True(await one.TryHoldAsync(Cancellation));
            Assert.False(await other.TryHoldAsync(Cancellation));
        }

        Pass(Lease.Duration - TimeSpan.FromMilliseconds(1));
        Assert.False(one.IsHeld);
        Assert.False(await other.TryHoldAsync(Cancellation));
        Pass(TimeSpan.FromMilliseconds(1));
        Assert.True(await other.TryHoldAsync(Cancellation));
        Assert.False(await one.TryHoldAsync(Cancellation));
    }

    [Fact]
    public async Task A_holder_stops_believing_in_it_before_anybody_else_may_take_it()
    {
        Assert.True(await one.TryHoldAsync(Cancellation));
        Assert.False(await other.TryHoldAsync(Cancellation));
        for (var i = 0; i < 50 && !await other.TryHoldAsync(Cancellation); i++)
            Pass(TimeSpan.FromMilliseconds(200));
        Assert.True(other.IsHeld);
        Assert.False(one.IsHeld);
    }

    [Fact]
    public async Task A_lease_given_back_is_taken_at_once()
    {
        Assert.True(await one.TryHoldAsync(Cancellation));
        Assert.False(await other.TryHoldAsync(Cancellation));
        await one.ReleaseAsync(Cancellation);
        Assert.True(await other.TryHoldAsync(Cancellation));
        await one.ReleaseAsync(Cancellation);
        Pass(TimeSpan.FromSeconds(1));
        Assert.True(await other.TryHoldAsync(Cancellation));
    }

    [Fact]
    public async Task Wall_clocks_that_jump_or_differ_do_not_matter()
    {
        Assert.True(await one.TryHoldAsync(Cancellation));
        Assert.False(await other.TryHoldAsync(Cancellation));
        there.AdjustTime(there.GetUtcNow().AddYears(50));
        Assert.False(await other.TryHoldAsync(Cancellation));
        here.AdjustTime(here.GetUtcNow().AddYears(-1));
        Pass(TimeSpan.FromSeconds(1));
        Assert.True(await one.TryHoldAsync(Cancellation));
        Assert.True(one.IsHeld);
    }

    private void Pass(TimeSpan time)
    {
        here.Advance(time);
        there.Advance(time);
    }
}
