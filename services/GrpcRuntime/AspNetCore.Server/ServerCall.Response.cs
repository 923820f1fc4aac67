using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// How a call answers. The response belongs to one writer at a time: a message being written, or the end, which the method's
/// return and the deadline compete for.
/// </summary>
internal sealed partial class ServerCall
{
    private const int Idle = 0;
    private const int Writing = 1;
    private const int Ended = 2;
    private const int NoError = 0;

    private static readonly StringValues[] StatusDigits =
        [.. Enum.GetValues<StatusCode>().Select(code => new StringValues(((int)code).ToString(CultureInfo.InvariantCulture)))];

    private MessageWriter? _writer;
    private string? _responseEncoding;
    private ResponseFlow? _flow;
    private Task _pendingWrite = Task.CompletedTask;
    private TaskCompletionSource? _deadlineEnd;
    private CancellationToken _aborted;
    private bool _headersSent;
    private bool _hasMessage;
    private volatile bool _deadlinePassed;
    private int _response;

    public bool HasEnded => Volatile.Read(ref _response) == Ended;

    /// <summary>Writes a message of a stream. Waits while the client reads more slowly, but for a bounded number of bytes.</summary>
    public Task WriteAsync<T>(T message, Marshaller<T> marshaller, CancellationToken cancellationToken) where T : class
    {
        ArgumentNullException.ThrowIfNull(message);
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        if (Claim("write") is { } refusal) return Task.FromException(refusal);
        try
        {
            var frame = MakeFrame(message, marshaller);
            _flow ??= new ResponseFlow(Http.Response.BodyWriter, Cancellation);
            var write = _flow.WriteAsync(frame.Span, mayWait: (WriteOptions?.Flags & WriteFlags.BufferHint) == WriteFlags.BufferHint);
            if (!write.IsCompletedSuccessfully) return _pendingWrite = FinishWriteAsync(write, cancellationToken);
            Release();
            return Task.CompletedTask;
        }
        catch (Exception failure)
        {
            Release();
            return Task.FromException(failure);
        }
    }

    /// <summary>Writes the one response of a call, to go out with the end.</summary>
    public void WriteLast<T>(T? message, Marshaller<T> marshaller) where T : class
    {
        if (message is null) throw Failure.Of(StatusCode.Cancelled, "No message returned from method.");
        if (StatusCore.StatusCode != StatusCode.OK || Claim("write") is not null) return;
        try { Http.Response.BodyWriter.Write(MakeFrame(message, marshaller).Span); }
        finally { Release(); }
    }

    /// <summary>Takes the status of what a method threw.</summary>
    public void Fail(Exception failure)
    {
        switch (failure)
        {
            case RpcException rpc:
                StatusCore = rpc.Status;
                foreach (var entry in rpc.Trailers) ResponseTrailersCore.Add(entry);
                ServerLog.MethodEndedWithStatus(settings.Log, method.FullName, rpc.StatusCode);
                break;
            case var _ when _deadlinePassed:
                StatusCore = new Status(StatusCode.DeadlineExceeded, "Deadline Exceeded");
                break;
            case ConnectionResetException or ConnectionAbortedException:
            case OperationCanceledException or IOException when Http.RequestAborted.IsCancellationRequested:
                StatusCore = new Status(StatusCode.Cancelled, "The client gave the call up.");
                ServerLog.CallAborted(settings.Log, method.FullName);
                break;
            default:
                StatusCore = new Status(StatusCode.Unknown, "Exception was thrown by handler.", failure);
                ServerLog.MethodFailed(settings.Log, failure, method.FullName);
                break;
        }
    }

    /// <summary>Sends the status, unless the deadline has done so.</summary>
    public async Task EndAsync()
    {
        int state;
        // A method may return without waiting for its last write.
        while ((state = Interlocked.CompareExchange(ref _response, Ended, Idle)) == Writing)
        {
            await _pendingWrite.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        }

        if (state == Ended) await LazyInitializer.EnsureInitialized(ref _deadlineEnd).Task;
        else if (_flow is null || await _flow.DrainAsync() || !_deadlinePassed) SendStatus();
        else await EndByDeadlineAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _deadline?.Dispose();
    }

    public Exception EndedFailure(string action) =>
        _deadlinePassed || Http.RequestAborted.IsCancellationRequested
            ? new OperationCanceledException($"Cannot {action} a message: the call was cancelled.", CancellationToken)
            : new InvalidOperationException($"Cannot {action} a message: the call has ended.");

    protected override async Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        if (_headersSent || Http.Response.HasStarted) throw new InvalidOperationException("The response headers were already sent.");
        if (Claim("write headers before") is { } refusal) throw refusal;
        try
        {
            foreach (var entry in responseHeaders)
            {
                if (entry.Key == HeaderNames.EncodingRequest) _responseEncoding = entry.Value;
                else Append(Http.Response.Headers, entry);
            }

            PrepareHeaders();
            await Http.Response.BodyWriter.FlushAsync(Cancellation);
        }
        finally
        {
            Release();
        }
    }

    private ReadOnlyMemory<byte> MakeFrame<T>(T message, Marshaller<T> marshaller)
    {
        PrepareHeaders();
        var compress = (WriteOptions?.Flags & WriteFlags.NoCompress) != WriteFlags.NoCompress;
        var frame = _writer!.Write(message, marshaller.ContextualSerializer, compress);
        _hasMessage = true;
        return frame;
    }

    /// <summary>Fixes the encoding of the response, before the first byte.</summary>
    private void PrepareHeaders()
    {
        if (_headersSent) return;
        _headersSent = true;
        _aborted = Http.RequestAborted;
        var compresses = _responseEncoding == Encodings.Gzip
            && Encodings.Accepts(Http.Request.Headers[HeaderNames.AcceptEncoding], Encodings.Gzip);
        if (compresses) Http.Response.Headers[HeaderNames.Encoding] = Encodings.Gzip;
        _writer = new MessageWriter(settings.SendLimit, compresses);
    }

    private Exception? Claim(string action)
    {
        if (_aborted.IsCancellationRequested) return EndedFailure(action);
        var state = Interlocked.CompareExchange(ref _response, Writing, Idle);
        return state switch
        {
            Idle => null,
            Writing => new InvalidOperationException($"Cannot {action} a message: the previous write has not ended."),
            _ => EndedFailure(action),
        };
    }

    private void Release()
    {
        _writer?.Release();
        Volatile.Write(ref _response, Idle);
        // The deadline may have passed during the write and left the end to it.
        if (_deadlinePassed) TryEndByDeadline();
    }

    private async Task FinishWriteAsync(Task write, CancellationToken cancellationToken)
    {
        try { await write.WaitAsync(cancellationToken); }
        finally { Release(); }
    }

    private void OnDeadline()
    {
        _deadlinePassed = true;
        _deadline!.Cancel();
        TryEndByDeadline();
    }

    private void TryEndByDeadline()
    {
        if (Interlocked.CompareExchange(ref _response, Ended, Idle) == Idle) _ = EndByDeadlineAsync();
    }

    /// <summary>Ends the call for the client while the method may still be running.</summary>
    private async Task EndByDeadlineAsync()
    {
        try
        {
            ServerLog.DeadlineExceeded(settings.Log, method.FullName);
            if (_flow is not null) await _flow.DropAsync();
            StatusCore = new Status(StatusCode.DeadlineExceeded, "Deadline Exceeded");
            SendStatus();
            await Http.Response.CompleteAsync();
            Http.Features.Get<IHttpResetFeature>()?.Reset(NoError);
        }
        finally
        {
            LazyInitializer.EnsureInitialized(ref _deadlineEnd).SetResult();
        }
    }

    private void SendStatus()
    {
        Activity.Current?.SetTag("rpc.grpc.status_code", (int)StatusCore.StatusCode);
        var target = _hasMessage || Http.Response.HasStarted
            ? Http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers
            : Http.Response.Headers;
        if (_responseTrailers is not null)
        {
            foreach (var entry in _responseTrailers)
            {
                if (entry.Key is not (HeaderNames.Status or HeaderNames.Message)) Append(target, entry);
            }
        }

        var code = (int)StatusCore.StatusCode;
        target[HeaderNames.Status] = (uint)code < (uint)StatusDigits.Length
            ? StatusDigits[code]
            : code.ToString(CultureInfo.InvariantCulture);
        if (!string.IsNullOrEmpty(StatusCore.Detail)) target[HeaderNames.Message] = PercentEncoding.Encode(StatusCore.Detail);
    }

    private void Append(IHeaderDictionary target, Metadata.Entry entry)
    {
        if (WireMetadata.Value(entry) is { } value) target.Append(entry.Key, value);
        else ServerLog.EntryLeftOut(settings.Log, entry.Key, method.FullName);
    }
}
