using System.Net.Http.Headers;
using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>
/// One call on a channel: sending it (in the other part), reading its response, and how it ended. It ends once; what comes
/// later is dropped.
/// </summary>
internal sealed partial class ClientCall<TRequest, TResponse> : IClientCall
    where TRequest : class where TResponse : class
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    private readonly GrpcChannel _channel;
    private readonly Method<TRequest, TResponse> _method;
    private readonly string? _host;
    private readonly CallOptions _options;
    private readonly DateTime? _deadline;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly CancellationTokenRegistration _onCallerCancelled;
    private readonly CancellationTokenRegistration _onChannelDisposed;
    private Ending? _ending;
    private HttpResponseMessage? _response;
    private Task? _responseRead;
    private bool _isDisposed;

    public ClientCall(GrpcChannel channel, Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        ObjectDisposedException.ThrowIf(channel.IsDisposed, channel);
        _channel = channel;
        _method = method;
        _host = host;
        _options = options;
        Cancellation = _cancellation.Token;
        _deadline = options.Deadline?.ToUniversalTime();
        if (_deadline == DateTime.MaxValue) _deadline = null;
        var cancel = static (object? state) => ((ClientCall<TRequest, TResponse>)state!).Cancel();
        _onCallerCancelled = options.CancellationToken.UnsafeRegister(cancel, this);
        _onChannelDisposed = channel.Disposed.UnsafeRegister(cancel, this);
    }

    /// <summary>Cancelled when the call is given up for whatever reason.</summary>
    public CancellationToken Cancellation { get; }

    public bool HasEnded => Volatile.Read(ref _ending) is not null;

    public Status GetStatus() => _ending?.Status ?? throw new InvalidOperationException("The call has not ended; its status is not known.");

    public Metadata GetTrailers() =>
        _ending?.Trailers ?? throw new InvalidOperationException("The call has not ended; its trailers are not known.");

    public async Task<Metadata> ResponseHeadersAsync()
    {
        try
        {
            var response = await _exchange.ConfigureAwait(false);
            return ResponseHeaders.ToMetadata(response.Headers);
        }
        catch (Exception failure) when (failure is not RpcException)
        {
            throw Failed(failure);
        }
    }

    /// <summary>The one response of a call that is not a response stream.</summary>
    public Task<TResponse> ReadResponseAsync()
    {
        var read = ReadOnlyResponseAsync();
        _responseRead = read;
        return read;
    }

    /// <summary>Waits for the response headers.</summary>
    public Task<HttpResponseMessage> Response => _exchange;

    /// <summary>The reader of the messages.</summary>
    /// <exception cref="RpcException">INTERNAL for an unknown encoding.</exception>
    public MessageReader<TResponse> Open(HttpResponseMessage response)
    {
        var encoding = ResponseHeaders.Value(response.Headers, HeaderNames.Encoding);
        if (!Encodings.IsKnown(encoding, out var compresses))
            throw Failure.Of(StatusCode.Internal, $"The response has the unknown message encoding '{encoding}'.");
        var body = response.Content.ReadAsStream(Cancellation);
        return new MessageReader<TResponse>(
            new ResponsePipe(body), _method.ResponseMarshaller.ContextualDeserializer, _channel.ReceiveLimit, compresses);
    }

    /// <summary>Takes the end of a response stream. False, as a reader answers there; throws unless the status is OK.</summary>
    public bool EndOfStream()
    {
        End(_early ?? ResponseHeaders.FromTrailers(_response!));
        ThrowUnlessOk();
        return false;
    }

    /// <summary>Ends the call with what a failure means, and gives the exception to throw.</summary>
    public Exception Failed(Exception failure)
    {
        End(new Ending(StatusOf(failure), (failure as RpcException)?.Trailers));
        return Thrown();
    }

    /// <summary>The exception of a write that failed: the call's own end where that is known or about to be.</summary>
    public async Task<Exception> WriteFailedAsync(Exception failure)
    {
        if (failure is RpcException || Cancellation.IsCancellationRequested) return Failed(failure);
        // The stream broke, so the response ends too, and says why.
        if (_responseRead is { } read) await read.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return HasEnded ? Thrown() : new RpcException(StatusOf(failure));
    }

    /// <summary>What a finished call throws.</summary>
    public Exception Thrown()
    {
        var ending = _ending!;
        if (ending.Status.StatusCode == StatusCode.OK) return new InvalidOperationException("The call has ended.");
        return new RpcException(ending.Status, ending.Trailers);
    }

    public void ThrowUnlessOk()
    {
        if (_ending!.Status.StatusCode != StatusCode.OK) throw Thrown();
    }

    /// <summary>Gives the call up.</summary>
    public void Cancel()
    {
        try { _cancellation.Cancel(); }
        catch (ObjectDisposedException) { }
    }

    public void Dispose()
    {
        _isDisposed = true;
        if (!HasEnded)
        {
            Cancel();
            End(new Ending(StatusOf(new OperationCanceledException())));
        }
    }

    private async Task<TResponse> ReadOnlyResponseAsync()
    {
        MessageReader<TResponse>? reader = null;
        try
        {
            reader = Open(await _exchange.ConfigureAwait(false));
            var message = await reader.ReadAsync(Cancellation).ConfigureAwait(false);
            if (message is not null && await reader.ReadAsync(Cancellation).ConfigureAwait(false) is not null)
                throw Failure.Of(StatusCode.Internal, "The response has more than the one message allowed.");
            var ending = _early ?? ResponseHeaders.FromTrailers(_response!);
            if (message is null && ending.Status.StatusCode == StatusCode.OK)
                ending = ending.With(new Status(StatusCode.Internal, "The response has no message."));
            End(ending);
            ThrowUnlessOk();
            return message!;
        }
        catch (Exception failure)
        {
            throw Failed(failure);
        }
        finally
        {
            reader?.Complete();
        }
    }

    private void End(Ending ending)
    {
        if (Interlocked.CompareExchange(ref _ending, ending, null) is not null) return;
        _onCallerCancelled.Unregister();
        _onChannelDisposed.Unregister();
        // The rest of a request stream is no longer wanted; after a failure nothing is.
        if (ending.Status.StatusCode != StatusCode.OK || _writer is not null) Cancel();
        _response?.Dispose();
        _cancellation.Dispose();
    }

    private Status StatusOf(Exception failure)
    {
        if (failure is RpcException rpc) return rpc.Status;
        var isPast = _deadline <= DateTime.UtcNow;
        if (failure is OperationCanceledException || Cancellation.IsCancellationRequested)
        {
            if (_options.CancellationToken.IsCancellationRequested || _isDisposed)
                return new Status(StatusCode.Cancelled, "Call canceled by the client.", failure);
            if (_channel.IsDisposed) return new Status(StatusCode.Cancelled, "The channel was disposed of.", failure);
            if (_deadline is not null) return new Status(StatusCode.DeadlineExceeded, "Deadline Exceeded", failure);
            return new Status(StatusCode.Cancelled, "Call canceled by the client.", failure);
        }

        return isPast ? new Status(StatusCode.DeadlineExceeded, "Deadline Exceeded", failure) : TransportStatus.Of(failure);
    }
}

/// <summary>How a call ended. Trailers are read when somebody asks for them.</summary>
internal sealed class Ending
{
    private readonly HttpResponseHeaders? _headers;
    private Metadata? _trailers;

    public Ending(Status status, HttpResponseHeaders headers)
    {
        Status = status;
        _headers = headers;
    }

    public Ending(Status status, Metadata? trailers = null)
    {
        Status = status;
        _trailers = trailers;
    }

    public Status Status { get; }

    public Metadata Trailers => _trailers ??= _headers is null ? [] : ResponseHeaders.ToMetadata(_headers);

    public Ending With(Status status) => _headers is null ? new Ending(status, _trailers) : new Ending(status, _headers);
}
