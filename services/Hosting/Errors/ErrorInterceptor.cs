using System.Diagnostics;
using Filingwire.Messaging.Events;
using Filingwire.Messaging.Handling;
using Filingwire.Store;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;

namespace Filingwire.Hosting.Errors;

/// <summary>Turns whatever ends a call into a status with details, once for all services. No exception text leaves the process.</summary>
internal sealed partial class ErrorInterceptor(ILogger<ErrorInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e)
        {
            throw ToRpc(e, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(requestStream, context);
        }
        catch (Exception e)
        {
            throw ToRpc(e, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception e)
        {
            throw ToRpc(e, context);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception e)
        {
            throw ToRpc(e, context);
        }
    }

    private RpcException ToRpc(Exception exception, ServerCallContext context)
    {
        if (context.CancellationToken.IsCancellationRequested || exception is OperationCanceledException)
        {
            // Whatever it was, it is the consequence: a request cut off, a response that nobody reads. A write may notice
            // that the connection is gone before the call's own token does.
            CallerGone(context.Method, exception);
            return new RpcException(new Status(StatusCode.Cancelled, "The caller has gone."));
        }
        switch (exception)
        {
            case RequestException e:
                return e.Error.ToRpcException();
            case QueryException e:
                return RequestException.Invalid(e.Reason, e.Part, e.Message).Error.ToRpcException();
            case VersionConflictException:
                return new DomainError(ErrorKind.Conflict, "STORE_CONFLICT", "Somebody else changed it meanwhile; read again and repeat.").ToRpcException();
            case EventTooLargeException:
                return new DomainError(ErrorKind.Exhausted, "EVENT_TOO_LARGE", exception.Message).ToRpcException();
            case StoreUnavailableException e:
                StoreAway(context.Method, e);
                return new DomainError(ErrorKind.Unavailable, "STORE_UNAVAILABLE", "The store is away.").ToRpcException();
            case RpcException { StatusCode: StatusCode.Unimplemented } e:
                return e;
            case RpcException { StatusCode: StatusCode.NotFound } e when context.Method.StartsWith("/grpc.health.", StringComparison.Ordinal):
                return e;
            case RpcException when FailurePolicy.IsTransient(exception):
                return new DomainError(ErrorKind.Unavailable, "PEER_UNAVAILABLE", "A service that is needed for the answer is away.").ToRpcException();
            default:
                var trace = Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("N");
                Unexpected(context.Method, trace, exception);
                return new RpcException(new Status(StatusCode.Internal, $"An internal error; the log has it under {trace}."));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "call.store_away", Message = "{Method} failed: the store is away")]
    private partial void StoreAway(string method, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, EventName = "call.caller_gone", Message = "{Method} ended with its caller")]
    private partial void CallerGone(string method, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, EventName = "call.unexpected", Message = "{Method} failed unexpectedly, trace {Trace}")]
    private partial void Unexpected(string method, string trace, Exception exception);
}
