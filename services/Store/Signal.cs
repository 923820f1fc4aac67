namespace Filingwire.Store;

/// <summary>Wakes whoever waits for something new: the relay after a save, the log's watchers after an append.</summary>
public class Signal
{
    private TaskCompletionSource next = New();

    /// <summary>Completes at the next <see cref="Wake"/>. Take it before looking, so that nothing is missed in between.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Wakes everybody who waits.</summary>
    public void Wake() => Interlocked.Exchange(ref next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Something was saved with events.</summary>
public sealed class RelaySignal : Signal;

/// <summary>Something was appended to the log.</summary>
public sealed class LogSignal : Signal;
