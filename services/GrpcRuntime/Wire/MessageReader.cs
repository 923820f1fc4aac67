using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Grpc.Core;

namespace Filingwire.GrpcRuntime.Wire;

/// <summary>Reads messages from a pipe, whichever way their bytes are cut. One read at a time.</summary>
internal sealed class MessageReader<T>(PipeReader pipe, Func<DeserializationContext, T> deserializer, int? limit, bool mayBeCompressed)
    where T : class
{
    private readonly MessagePayload _payload = new();
    private PooledBuffer? _decompressed;
    private bool _isAtEnd;

    /// <summary>Reads the next message without waiting.</summary>
    public bool TryRead([NotNullWhen(true)] out T? message)
    {
        if (pipe.TryRead(out var result)) return TryTake(result, out message);
        message = null;
        return false;
    }

    /// <summary>The next message, or null at the end.</summary>
    public ValueTask<T?> ReadAsync(CancellationToken cancellationToken)
    {
        var read = pipe.ReadAsync(cancellationToken);
        if (!read.IsCompletedSuccessfully) return WaitAsync(read, cancellationToken);
        var result = read.Result;
        return IsEnough(result, cancellationToken, out var message)
            ? new ValueTask<T?>(message)
            : WaitAsync(pipe.ReadAsync(cancellationToken), cancellationToken);
    }

    /// <summary>The one message of a stream that has just one.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T> ReadOnlyOneAsync(CancellationToken cancellationToken)
    {
        var message = await ReadAsync(cancellationToken).ConfigureAwait(false)
            ?? throw Failure.Of(StatusCode.Internal, "The stream has no message where one is required.");
        while (!_isAtEnd)
        {
            var result = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (result.IsCanceled) throw new OperationCanceledException("The read was cancelled.", cancellationToken);
            pipe.AdvanceTo(result.Buffer.End);
            if (!result.Buffer.IsEmpty) throw Failure.Of(StatusCode.Internal, "The stream has more than the one message allowed.");
            _isAtEnd = result.IsCompleted;
        }

        return message;
    }

    /// <summary>Gives the pipe's memory back. Nothing may be read afterwards.</summary>
    public void Complete() => pipe.Complete();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T?> WaitAsync(ValueTask<ReadResult> read, CancellationToken cancellationToken)
    {
        T? message;
        while (!IsEnough(await read.ConfigureAwait(false), cancellationToken, out message)) read = pipe.ReadAsync(cancellationToken);
        return message;
    }

    /// <summary>Whether what was read holds a message or is the end.</summary>
    private bool IsEnough(ReadResult result, CancellationToken cancellationToken, out T? message)
    {
        if (result.IsCanceled) throw new OperationCanceledException("The read was cancelled.", cancellationToken);
        if (TryTake(result, out message)) return true;
        if (!result.IsCompleted) return false;
        if (!result.Buffer.IsEmpty) throw Failure.Of(StatusCode.Internal, "The stream ended inside a message.");
        _isAtEnd = true;
        return true;
    }

    private bool TryTake(ReadResult result, [NotNullWhen(true)] out T? message)
    {
        var buffer = result.Buffer;
        var examined = buffer.End;
        message = null;
        try
        {
            if (!Frame.TryTake(ref buffer, limit, out var frame)) return false;
            examined = buffer.Start;
            _isAtEnd = result.IsCompleted && buffer.IsEmpty;
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
        if (!mayBeCompressed) throw Failure.Of(StatusCode.Internal, "A message is compressed, but the stream names no encoding.");
        _decompressed ??= new PooledBuffer();
        try
        {
            Encodings.Decompress(frame.Payload, limit, _decompressed);
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
