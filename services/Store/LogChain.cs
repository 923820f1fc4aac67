using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Filingwire.Store;

/// <summary>
/// The running check value of a log: each entry's follows from its own content and from the entry's before it, so two logs that agree in one
/// place agree in all before. Each entry also has a sum of its own, by which damage is told from a history that differs.
/// </summary>
internal static class LogChain
{
    /// <summary>Bytes of a check value, the first of a SHA-256.</summary>
    public const int Length = 16;

    /// <summary>Before the first entry.</summary>
    public static byte[] Start { get; } = new byte[Length];

    /// <summary>The sum of an entry.</summary>
    public static uint SumOf(LogEntry entry)
    {
        var e = entry.Event;
        Span<byte> fixedPart = stackalloc byte[32];
        BinaryPrimitives.WriteInt64LittleEndian(fixedPart, entry.Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(fixedPart[8..], e.OccurredAt.UtcTicks);
        e.EventId.TryWriteBytes(fixedPart[16..]);
        var sum = Checksum.Of(e.Json, Checksum.Of(fixedPart));
        return Checksum.Of(e.TraceParent, Checksum.Of(e.CauseKind, Checksum.Of(e.Cause, Checksum.Of(e.Subject, Checksum.Of(e.Type, sum)))));
    }

    /// <summary>The check value at an entry.</summary>
    /// <param name="before">The check value at the entry before it.</param>
    /// <param name="eventId">The entry's event.</param>
    /// <param name="sum">The entry's sum.</param>
    public static byte[] Next(ReadOnlySpan<byte> before, Guid eventId, uint sum)
    {
        Span<byte> link = stackalloc byte[Length + 16 + sizeof(uint)];
        before.CopyTo(link);
        eventId.TryWriteBytes(link[Length..]);
        BinaryPrimitives.WriteUInt32LittleEndian(link[(Length + 16)..], sum);
        return SHA256.HashData(link)[..Length];
    }

    /// <summary>The entry as it is handed out, with its check value; marked when its content is not what was written.</summary>
    public static LogEntry Checked(LogEntry entry, byte[] check, uint sum) =>
        entry with { Check = Convert.ToHexStringLower(check), IsDamaged = sum != SumOf(entry) };
}
