using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>How one message is written.</summary>
[Flags]
[SuppressMessage("Design", "CA1008", Justification = "The official members.")]
public enum WriteFlags
{
    /// <summary>More follows at once; the message need not be flushed.</summary>
    BufferHint = 1,

    /// <summary>Do not compress.</summary>
    NoCompress = 2,
}

/// <summary>Options for the messages of a stream.</summary>
public class WriteOptions(WriteFlags flags = default)
{
    public static readonly WriteOptions Default = new();

    public WriteFlags Flags { get; } = flags;
}
