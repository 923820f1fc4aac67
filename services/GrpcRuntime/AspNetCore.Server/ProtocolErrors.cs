using System.Globalization;
using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>Answers to requests that never become a call.</summary>
internal static class ProtocolErrors
{
    /// <summary>A trailers-only response.</summary>
    public static Task EndAsync(HttpContext http, StatusCode status, string detail)
    {
        http.Response.ContentType = HeaderNames.ContentType;
        SetStatus(http.Response, status, detail);
        return Task.CompletedTask;
    }

    /// <summary>An HTTP error, for what does not speak gRPC.</summary>
    public static Task RejectAsync(HttpContext http, int httpStatus, string detail)
    {
        http.Response.StatusCode = httpStatus;
        SetStatus(http.Response, StatusCode.Internal, detail);
        return Task.CompletedTask;
    }

    private static void SetStatus(HttpResponse response, StatusCode status, string detail)
    {
        response.Headers[HeaderNames.Status] = ((int)status).ToString(CultureInfo.InvariantCulture);
        response.Headers[HeaderNames.Message] = PercentEncoding.Encode(detail);
    }
}
