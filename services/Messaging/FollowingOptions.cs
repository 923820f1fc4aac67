namespace Filingwire.Messaging;

/// <summary>How a service takes in the events of others.</summary>
public sealed record FollowingOptions
{
    /// <summary>Lanes for each type of event: how many subjects are worked on at once.</summary>
    public int Lanes { get; init; } = 8;

    /// <summary>The most events handed to a handler at once.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>How often producers' logs are compared with what was handled.</summary>
    public TimeSpan CatchUpEvery { get; init; } = TimeSpan.FromSeconds(10);
}
