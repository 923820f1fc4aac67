using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Filingwire.Messaging.Events;

/// <summary>Tells, once each, of entries of this service's log that are not what was written and are therefore passed by.</summary>
public sealed partial class LogDamage(ILogger<LogDamage> logger)
{
    private readonly ConcurrentDictionary<long, bool> told = new();

    /// <summary>Counts and logs the entry unless that was done before.</summary>
    public void Tell(long sequence)
    {
        if (!told.TryAdd(sequence, true))
            return;
        Instruments.Damaged.Add(1);
        Damaged(sequence);
    }

    [LoggerMessage(Level = LogLevel.Error, EventName = "log.damaged", Message = "The log's entry {Sequence} is damaged and is passed by. Restore the store from a backup to have it again")]
    private partial void Damaged(long sequence);
}
