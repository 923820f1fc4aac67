using System.Buffers;
using System.Buffers.Binary;
using Grpc.Core;

namespace Filingwire.GrpcRuntime.Wire;

/// <summary>One length-prefixed message: a flag byte (1 = compressed), the length as four bytes big-endian, the payload.</summary>
internal readonly record struct Frame(bool IsCompressed, ReadOnlySequence<byte> Payload)
{
    public const int PrefixLength = 5;

    /// <summary>Takes the first frame off a buffer. False while it is not complete.</summary>
    /// <exception cref="RpcException">INTERNAL for a flag other than 0 and 1, RESOURCE_EXHAUSTED for a payload above the limit;
    /// both before the payload is waited for.</exception>
    public static bool TryTake(ref ReadOnlySequence<byte> buffer, int? limit, out Frame frame)
    {
        frame = default;
        if (buffer.Length < PrefixLength) return false;
        Span<byte> prefix = stackalloc byte[PrefixLength];
        if (buffer.FirstSpan.Length >= PrefixLength) buffer.FirstSpan[..PrefixLength].CopyTo(prefix);
        else buffer.Slice(0, PrefixLength).CopyTo(prefix);
        if (prefix[0] > 1) throw Failure.Of(StatusCode.Internal, "A message starts with an unknown flag.");
        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        if (length > (uint)(limit ?? int.MaxValue))
            throw Failure.Of(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size.");
        if (buffer.Length - PrefixLength < length) return false;
        frame = new Frame(prefix[0] == 1, buffer.Slice(PrefixLength, (int)length));
        buffer = buffer.Slice(frame.Payload.End);
        return true;
    }

    public static void WritePrefix(Span<byte> prefix, bool isCompressed, int length)
    {
        prefix[0] = isCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(prefix[1..], length);
    }
}
