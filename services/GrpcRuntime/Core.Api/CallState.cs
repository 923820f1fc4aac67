namespace Grpc.Core;

/// <summary>The delegates behind a call object, with or without a state to pass them.</summary>
internal readonly struct CallState
{
    private readonly object? _state;
    private readonly object _responseHeaders;
    private readonly object _status;
    private readonly object _trailers;
    private readonly object _dispose;

    public CallState(Task<Metadata> responseHeaders, Func<Status> status, Func<Metadata> trailers, Action dispose)
    {
        _responseHeaders = responseHeaders;
        _status = status;
        _trailers = trailers;
        _dispose = dispose;
    }

    public CallState(
        Func<object, Task<Metadata>> responseHeaders, Func<object, Status> status, Func<object, Metadata> trailers,
        Action<object> dispose, object state)
    {
        _responseHeaders = responseHeaders;
        _status = status;
        _trailers = trailers;
        _dispose = dispose;
        _state = state;
    }

    public Task<Metadata> ResponseHeadersAsync() =>
        _responseHeaders as Task<Metadata> ?? ((Func<object, Task<Metadata>>)_responseHeaders)(_state!);

    public Status GetStatus() => _status is Func<Status> plain ? plain() : ((Func<object, Status>)_status)(_state!);

    public Metadata GetTrailers() => _trailers is Func<Metadata> plain ? plain() : ((Func<object, Metadata>)_trailers)(_state!);

    public void Dispose()
    {
        if (_dispose is Action plain) plain();
        else ((Action<object>)_dispose)(_state!);
    }
}
