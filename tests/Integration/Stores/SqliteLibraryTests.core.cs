using Filingwire.Store.Sqlite;

namespace Filingwire.Integration.Stores;

public sealed class SqliteLibraryTests
{
    [Fact]
    public void The_library_sleeps_for_the_moment_it_means_and_not_for_a_second()
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 30; i++)
            SqliteLibrary.SleepAsLibrary(microseconds: 1);
        // Whole seconds would be 30 of them; a busy machine does not come near.
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(15));
    }
}
