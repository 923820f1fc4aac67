using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Grpc.AspNetCore.Server;

/// <summary>Serves the requests of one method.</summary>
internal abstract class MethodHandler<TRequest, TResponse>(Method<TRequest, TResponse> method, ServiceSettings settings)
    where TRequest : class where TResponse : class
{
    protected Method<TRequest, TResponse> Method { get; } = method;

    protected ServiceSettings Settings { get; } = settings;

    public Task HandleAsync(HttpContext http)
    {
        if (!HeaderNames.IsGrpc(http.Request.ContentType))
            return ProtocolErrors.RejectAsync(http, StatusCodes.Status415UnsupportedMediaType, "The content type is not application/grpc.");
        if (!HttpProtocol.IsHttp2(http.Request.Protocol) && !HttpProtocol.IsHttp3(http.Request.Protocol))
            return ProtocolErrors.RejectAsync(http, StatusCodes.Status426UpgradeRequired, "gRPC needs HTTP/2.");
        return RunAsync(http);
    }

    protected abstract ValueTask ServeAsync(ServerCall call);

    protected MessageReader<TRequest> NewReader(ServerCall call) =>
        new(call.Http.Request.BodyReader, Method.RequestMarshaller.ContextualDeserializer, Settings.ReceiveLimit, call.IsRequestCompressed);

    /// <summary>A stream of requests may be slow and long without being an attack.</summary>
    protected static void AllowLongRequests(HttpContext http)
    {
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
    }

    private async Task RunAsync(HttpContext http)
    {
        var call = new ServerCall(http, Method, Settings);
        try
        {
            call.Start();
            await ServeAsync(call);
        }
        catch (Exception failure)
        {
            call.Fail(failure);
        }

        await call.EndAsync();
    }
}
