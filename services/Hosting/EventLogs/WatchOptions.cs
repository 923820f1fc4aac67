namespace Filingwire.Hosting.EventLogs;

/// <summary>How watchers of the log are served.</summary>
public sealed record WatchOptions
{
    /// <summary>A watcher hears something at least this often.</summary>
    public TimeSpan HeartbeatEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a watcher may refuse to take an event.</summary>
    public TimeSpan SubscriberPatience { get; init; } = TimeSpan.FromSeconds(30);
}
