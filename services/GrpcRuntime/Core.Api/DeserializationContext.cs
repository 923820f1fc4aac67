using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller reads one message. Valid only during the call of the deserializer.</summary>
public abstract class DeserializationContext
{
    /// <summary>In bytes, after decompression.</summary>
    public abstract int PayloadLength { get; }

    public virtual byte[] PayloadAsNewBuffer() => throw new NotImplementedException();

    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw new NotImplementedException();
}
