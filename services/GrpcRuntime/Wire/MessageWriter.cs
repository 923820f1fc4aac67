using System.Buffers;
using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Filingwire.GrpcRuntime.Wire;

/// <summary>
/// Writes messages as frames. A payload of known length that is not compressed goes straight to the output; any other is
/// collected first. One message at a time.
/// </summary>
internal sealed class MessageWriter(IBufferWriter<byte> output, int? limit, ICompressionProvider? compression, CompressionLevel? level)
    : SerializationContext, IBufferWriter<byte>
{
    private PooledBuffer? _collected;
    private int? _length;
    private int _written;
    private bool _compress;
    private bool _direct;
    private bool _completed;

    /// <summary>After a failure: whether part of a frame is in the output, so that the stream is beyond repair.</summary>
    public bool IsTorn { get; private set; }

    public void Write<T>(T message, Action<T, SerializationContext> serializer, bool compress)
    {
        _length = null;
        _written = 0;
        _direct = _completed = false;
        _compress = compress && compression is not null;
        try
        {
            serializer(message, this);
            if (!_completed) throw new InvalidOperationException("The serializer did not complete the payload.");
            if (_direct && _written != _length) throw new InvalidOperationException("The payload has another length than its serializer stated.");
        }
        catch
        {
            IsTorn = _direct;
            throw;
        }
        finally
        {
            _collected?.Dispose();
        }
    }

    public override void SetPayloadLength(int payloadLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(payloadLength);
        _length = payloadLength;
    }

    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (_direct) return this;
        if (_length is { } length && !_compress)
        {
            WritePrefix(isCompressed: false, length);
            _direct = true;
            return this;
        }

        return _collected ??= new PooledBuffer();
    }

    public override void Complete()
    {
        Finish();
        if (_direct) return;
        WriteWhole(_collected is null ? default : _collected.Written.Span);
    }

    public override void Complete(byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        Finish();
        if (_direct) throw new InvalidOperationException("The payload was already written.");
        WriteWhole(payload);
    }

    public void Advance(int count)
    {
        _written += count;
        output.Advance(count);
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => output.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => output.GetSpan(sizeHint);

    private void Finish()
    {
        if (_completed) throw new InvalidOperationException("The payload is already complete.");
        _completed = true;
    }

    private void WriteWhole(ReadOnlySpan<byte> payload)
    {
        if (!_compress)
        {
            WritePrefix(isCompressed: false, payload.Length);
            output.Write(payload);
            return;
        }

        EnsureWithinLimit(payload.Length);
        using var compressed = new PooledBuffer();
        Encodings.Compress(compression!, level, payload, compressed);
        WritePrefix(isCompressed: true, compressed.Length);
        output.Write(compressed.Written.Span);
    }

    private void WritePrefix(bool isCompressed, int length)
    {
        EnsureWithinLimit(length);
        Frame.WritePrefix(output.GetSpan(Frame.PrefixLength), isCompressed, length);
        output.Advance(Frame.PrefixLength);
    }

    private void EnsureWithinLimit(int length)
    {
        if (length > limit) throw Failure.Of(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size.");
    }
}
