using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Grpc.Core;

namespace Filingwire.GrpcRuntime.Wire;

/// <summary>
/// Makes frames of messages, each whole in one buffer: a serializer that fails leaves the stream as it was, and the transport
/// takes a message in one write. One message at a time.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The buffer is given back after every message.")]
internal sealed class MessageWriter(int? limit, bool compresses) : SerializationContext
{
    private readonly PooledBuffer _frame = new();
    private bool _completed;

    /// <summary>The frame, valid until <see cref="Release"/> or the next message.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED above the limit.</exception>
    public ReadOnlyMemory<byte> Write<T>(T message, Action<T, SerializationContext> serializer, bool compress)
    {
        _completed = false;
        StartFrame();
        serializer(message, this);
        if (!_completed) throw new InvalidOperationException("The serializer did not complete the payload.");
        EnsureWithinLimit(_frame.Length - Frame.PrefixLength);
        compress &= compresses;
        if (compress) Compress();
        Frame.WritePrefix(_frame.Start(Frame.PrefixLength), compress, _frame.Length - Frame.PrefixLength);
        return _frame.Written;
    }

    /// <summary>Gives the buffer back.</summary>
    public void Release() => _frame.Dispose();

    public override void SetPayloadLength(int payloadLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(payloadLength);
        EnsureWithinLimit(payloadLength);
        _frame.GetSpan(payloadLength);
    }

    public override IBufferWriter<byte> GetBufferWriter() => _frame;

    public override void Complete()
    {
        if (_completed) throw new InvalidOperationException("The payload is already complete.");
        _completed = true;
    }

    public override void Complete(byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        Complete();
        EnsureWithinLimit(payload.Length);
        _frame.Write(payload);
    }

    private void StartFrame()
    {
        _frame.Clear();
        _frame.GetSpan(Frame.PrefixLength);
        _frame.Advance(Frame.PrefixLength);
    }

    private void Compress()
    {
        using var compressed = new PooledBuffer();
        Encodings.Compress(_frame.Written.Span[Frame.PrefixLength..], compressed);
        StartFrame();
        _frame.Write(compressed.Written.Span);
    }

    private void EnsureWithinLimit(int length)
    {
        if (length > limit) throw Failure.Of(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size.");
    }
}
