using System.Net;
using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client;

/// <summary>Sending a call, again where its method's policy says so.</summary>
internal sealed partial class ClientCall<TRequest, TResponse>
{
    private Task<HttpResponseMessage> _exchange = null!;

    private TRequest? _request;
    private ClientStreamWriter<TRequest, TResponse>? _writer;
    private RetryPolicy? _policy;
    private bool _compresses;

    // The end that the headers of the response state already, if they do.
    private Ending? _early;

    /// <summary>Sends a call whose request is one message.</summary>
    public void Start(TRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _request = request;
        _compresses = AsksForCompression();
        _policy = _channel.Retries?.Find(_method);
        _exchange = ExchangeAsync();
    }

    /// <summary>Sends a call whose request is a stream, and gives its writer. It is tried once.</summary>
    public IClientStreamWriter<TRequest> Start()
    {
        _compresses = AsksForCompression();
        _writer = new ClientStreamWriter<TRequest, TResponse>(this, _method.RequestMarshaller, _channel.SendLimit, _compresses);
        _exchange = ExchangeAsync();
        return _writer;
    }

    private HttpContent NewContent()
    {
        if (_writer is not null) return new MessageStreamContent(_writer.WriteToAsync);
        var writer = new MessageWriter(_channel.SendLimit, _compresses);
        return MessageContent.Of(writer.Write(_request!, _method.RequestMarshaller.ContextualSerializer, compress: true), writer);
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
                using var request = NewRequest(attempt);
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
                && RetryPlan.Wait(_policy, attempt, ending.Status.StatusCode, ResponseHeaders.Pushback(ending.Trailers)) is { } wait)
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
        _response = response;
        Interlocked.MemoryBarrier();
        if (!HasEnded) return response;
        response.Dispose();
        throw Thrown();
    }

    private HttpRequestMessage NewRequest(int attempt)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _channel.UriOf(_method))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = NewContent(),
        };
        var headers = request.Headers;
        if (_host is not null) headers.Host = _host;
        RequestHeaders.AddStandard(headers);
        if (_compresses) headers.TryAddWithoutValidation(HeaderNames.Encoding, Encodings.Gzip);
        if (_deadline is { } deadline) headers.TryAddWithoutValidation(HeaderNames.Timeout, Timeouts.Format(deadline - DateTime.UtcNow));
        if (attempt > 1) headers.TryAddWithoutValidation(HeaderNames.PreviousAttempts, RequestHeaders.Number(attempt - 1));
        if (_options.Headers is { } metadata) RequestHeaders.Add(headers, metadata);
        return request;
    }

    private bool AsksForCompression()
    {
        if (_options.Headers?.GetValue(HeaderNames.EncodingRequest) is not { } encoding) return false;
        return Encodings.IsKnown(encoding, out var compresses) ? compresses
            : throw new InvalidOperationException($"No encoding is named {encoding}.");
    }
}
