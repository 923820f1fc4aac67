using Filingwire.Store;
using Grpc.Core;

namespace Filingwire.Messaging.Handling;

/// <summary>What becomes of an event whose handling has failed.</summary>
public enum FailureVerdict
{
    /// <summary>It is offered again, after a pause.</summary>
    TryAgain,

    /// <summary>Its message is let go: the catch-up will miss the sequence and read it from the producer's log.</summary>
    LeaveToCatchUp,

    /// <summary>It goes to the error queue, or is put aside with its reason, until an operator lets it be tried again.</summary>
    GiveUp,
}

/// <summary>Decides what becomes of a failing event, the same for bus and catch-up. Pure: exception and number of failures in, verdict out.</summary>
public static class FailurePolicy
{
    /// <summary>How often the catch-up tries an event that fails for a reason of its own.</summary>
    public const int MostAttempts = 5;

    /// <summary>The pauses before the bus offers a message again.</summary>
    public static IReadOnlyList<TimeSpan> BusPauses { get; } = [.. new[] { 100, 300, 1000, 3000 }.Select(ms => TimeSpan.FromMilliseconds(ms))];

    /// <summary>A failure of a message from the bus, whose error queue gets only what is wrong in itself.</summary>
    /// <param name="exception">Why it failed.</param>
    /// <param name="retries">How often it has been offered again before.</param>
    public static FailureVerdict OnBus(Exception exception, int retries) =>
        retries < BusPauses.Count ? FailureVerdict.TryAgain : IsTransient(exception) ? FailureVerdict.LeaveToCatchUp : FailureVerdict.GiveUp;

    /// <summary>A failure of an event read from the producer's log.</summary>
    /// <param name="exception">Why it failed.</param>
    /// <param name="failures">How often it has failed for a reason of its own, this time included.</param>
    public static FailureVerdict InCatchUp(Exception exception, int failures) =>
        IsTransient(exception) || failures < MostAttempts ? FailureVerdict.TryAgain : FailureVerdict.GiveUp;

    /// <summary>Failures that lie outside the event and pass by themselves: a peer or the store is away, somebody else was faster.</summary>
    public static bool IsTransient(Exception exception) => exception switch
    {
        // What is larger than a message may be stays so; other resources are there again later.
        RpcException { StatusCode: StatusCode.ResourceExhausted } e => !e.Status.Detail.Contains("maximum configured message size", StringComparison.Ordinal),
        RpcException e => e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled or StatusCode.Aborted,
        StoreUnavailableException or VersionConflictException or TimeoutException or OperationCanceledException => true,
        AggregateException e => e.InnerExceptions.All(IsTransient),
        _ => false,
    };
}
