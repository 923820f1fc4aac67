using System.Net.Http.Headers;
using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;
using Grpc.Net.Client.Configuration;
using Grpc.Net.Compression;

namespace Grpc.Net.Client;

/// <summary>Sending a call, again where its method's policy says so.</summary>
internal sealed partial class ClientCall<TRequest, TResponse>
{
    private Task<HttpResponseMessage> _exchange = null!;

    private TRequest? _request;
    private IRequestStream<TRequest>? _writer;
    private RetryPolicy? _policy;
    private ICompressionProvider? _compression;

    // The end that the headers of the response state already, if they do.
    private Ending? _early;

    /// <summary>Sends a call whose request is one message.</summary>
    public void Start(TRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _request = request;
        _compression = FindRequestCompression();
        _policy = _channel.Retries?.Find(_method);
        _exchange = ExchangeAsync();
    }

    /// <summary>Sends a call whose request is a stream, and gives its writer.</summary>
    public IClientStreamWriter<TRequest> Start()
    {
        _compression = FindRequestCompression();
        _policy = _channel.Retries?.Find(_method);
        _writer = _policy is null
            ? new ClientStreamWriter<TRequest, TResponse>(this, _method.RequestMarshaller, _channel.SendLimit, _compression, _options.WriteOptions)
            : new ReplayedStreamWriter<TRequest, TResponse>(
                this, _method.RequestMarshaller, _channel.SendLimit, _compression, _options.WriteOptions, _channel.RetryBuffer);
        _exchange = ExchangeAsync();
        return _writer;
    }

    private HttpContent NewContent()
    {
        if (_writer is not null) return new MessageStreamContent(_writer.WriteToAsync);
        var writer = new MessageWriter(_channel.SendLimit, _compression, level: null);
        var compress = (_options.WriteOptions?.Flags & WriteFlags.NoCompress) != WriteFlags.NoCompress;
        return MessageContent.Of(writer.Write(_request!, _method.RequestMarshaller.ContextualSerializer, compress), writer);
    }

    private async Task<HttpResponseMessage> ExchangeAsync()
    {
        if (_deadline is { } deadline)
        {
            var left = deadline - DateTime.UtcNow;
            if (left <= TimeSpan.Zero) throw Failed(Failure.Of(StatusCode.DeadlineExceeded, "Deadline Exceeded"));
            if (left < LongestTimer) _cancellation.CancelAfter(left);
        }

        for (var attempt = 1; ; attempt++)
        {
            Ending ending;
            try
            {
                using var request = await NewRequestAsync(attempt).ConfigureAwait(false);
                var response = await _channel.Http.SendAsync(request, Cancellation).ConfigureAwait(false);
                _early = ResponseHeaders.FromHeaders(response);
                if (_early is null or { Status.StatusCode: StatusCode.OK }) return Keep(response);
                ending = _early;
                response.Dispose();
            }
            catch (Exception failure)
            {
                ending = new Ending(StatusOf(failure));
            }

            // Only what ended before the server's answer began may be tried again.
            if (_policy is not null
                && _channel.Retries!.Wait(_policy, attempt, ending.Status.StatusCode, ResponseHeaders.Pushback(ending.Trailers)) is { } wait
                && _writer?.TryReplay() != false)
            {
                try
                {
                    await Task.Delay(wait, Cancellation).ConfigureAwait(false);
                    continue;
                }
                catch (OperationCanceledException cancelled)
                {
                    ending = new Ending(StatusOf(cancelled));
                }
            }

            End(ending);
            throw Thrown();
        }
    }

    private HttpResponseMessage Keep(HttpResponseMessage response)
    {
        _writer?.Commit();
        _response = response;
        Interlocked.MemoryBarrier();
        if (!HasEnded) return response;
        response.Dispose();
        throw Thrown();
    }

    private async ValueTask<HttpRequestMessage> NewRequestAsync(int attempt)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _channel.UriOf(_method))
        {
            Version = _channel.HttpVersion,
            VersionPolicy = _channel.HttpVersionPolicy,
            Content = NewContent(),
        };
        var headers = request.Headers;
        if (_host is not null) headers.Host = _host;
        RequestHeaders.AddStandard(headers, _channel.Encodings.Accepted);
        if (_compression is not null) headers.TryAddWithoutValidation(HeaderNames.Encoding, _compression.EncodingName);
        if (_deadline is { } deadline) headers.TryAddWithoutValidation(HeaderNames.Timeout, Timeouts.Format(deadline - DateTime.UtcNow));
        if (attempt > 1) headers.TryAddWithoutValidation(HeaderNames.PreviousAttempts, RequestHeaders.Number(attempt - 1));
        if (_options.Headers is { } metadata) RequestHeaders.Add(headers, metadata);
        await AddCredentialsAsync(headers).ConfigureAwait(false);
        return request;
    }

    private async ValueTask AddCredentialsAsync(HttpRequestHeaders headers)
    {
        var credentials = _channel.Credentials.CallCredentials;
        if (_options.Credentials is { } own) credentials = credentials.Append(own);
        AuthInterceptorContext? context = null;
        foreach (var credential in credentials)
        {
            if (!_channel.SendsCallCredentials)
            {
                ClientLog.CredentialsNotSent(_channel.Log, _method.FullName);
                return;
            }

            context ??= new AuthInterceptorContext(
                new Uri(_channel.Address, _method.ServiceName).AbsoluteUri, _method.Name, Cancellation);
            var metadata = new Metadata();
            await credential.ApplyAsync(context, metadata).ConfigureAwait(false);
            RequestHeaders.Add(headers, metadata);
        }
    }

    private ICompressionProvider? FindRequestCompression()
    {
        if (_options.Headers?.GetValue(HeaderNames.EncodingRequest) is not { } encoding) return null;
        return _channel.Encodings.TryFind(encoding, out var compression) ? compression
            : throw new InvalidOperationException($"No compression provider is named {encoding}.");
    }
}
