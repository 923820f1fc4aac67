using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Filingwire.GrpcRuntime.Wire;

/// <summary>Reads messages from a pipe, whichever way their bytes are cut. One read at a time.</summary>
internal sealed class MessageReader<T>(PipeReader pipe, Func<DeserializationContext, T> deserializer, int? limit, ICompressionProvider? compression)
    where T : class
{
    private readonly MessagePayload _payload = new();
    private PooledBuffer? _decompressed;

    /// <summary>Reads the next message without waiting.</summary>
    public bool TryRead([NotNullWhen(true)] out T? message)
    {
        if (pipe.TryRead(out var result)) return TryTake(result, out message);
        message = null;
        return false;
    }

    /// <summary>The next message, or null at the end.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (result.IsCanceled) throw new OperationCanceledException("The read was cancelled.", cancellationToken);
            if (TryTake(result, out var message)) return message;
            if (!result.IsCompleted) continue;
            if (!result.Buffer.IsEmpty) throw Failure.Of(StatusCode.Internal, "The stream ended inside a message.");
            return null;
        }
    }

    /// <summary>The one message of a stream that has just one.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T> ReadOnlyOneAsync(CancellationToken cancellationToken)
    {
        var message = await ReadAsync(cancellationToken).ConfigureAwait(false) ?? throw Failure.Of(StatusCode.Internal, "The stream has no message where one is required.");
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (result.IsCanceled) throw new OperationCanceledException("The read was cancelled.", cancellationToken);
            if (!result.Buffer.IsEmpty)
            {
                pipe.AdvanceTo(result.Buffer.End);
                throw Failure.Of(StatusCode.Internal, "The stream has more than the one message allowed.");
            }

            pipe.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted) return message;
        }
    }

    /// <summary>Gives the pipe's memory back. Nothing may be read afterwards.</summary>
    public void Complete() => pipe.Complete();

    private bool TryTake(ReadResult result, [NotNullWhen(true)] out T? message)
    {
        var buffer = result.Buffer;
        var examined = buffer.End;
        message = null;
        try
        {
            if (!Frame.TryTake(ref buffer, limit, out var frame)) return false;
            examined = buffer.Start;
            message = Decode(frame);
            return true;
        }
        finally
        {
            pipe.AdvanceTo(buffer.Start, examined);
        }
    }

    private T Decode(Frame frame)
    {
        if (!frame.IsCompressed) return Deserialize(frame.Payload);
        if (compression is null) throw Failure.Of(StatusCode.Internal, "A message is compressed, but the stream names no encoding.");
        _decompressed ??= new PooledBuffer();
        try
        {
            Encodings.Decompress(compression, frame.Payload, limit, _decompressed);
            return Deserialize(new ReadOnlySequence<byte>(_decompressed.Written));
        }
        finally
        {
            _decompressed.Dispose();
        }
    }

    private T Deserialize(ReadOnlySequence<byte> payload)
    {
        _payload.Set(payload);
        try
        {
            return deserializer(_payload) ?? throw Failure.Of(StatusCode.Internal, "The deserializer gave no message.");
        }
        catch (Exception damage) when (damage is not RpcException)
        {
            throw Failure.Of(StatusCode.Internal, "A message could not be read.", damage);
        }
        finally
        {
            _payload.Set(default);
        }
    }
}
