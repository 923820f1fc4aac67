using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>What headers and trailers of a response say of the call.</summary>
internal static class ResponseHeaders
{
    /// <summary>The end of a call that the headers state, or null when messages may follow.</summary>
    public static Ending? FromHeaders(HttpResponseMessage response)
    {
        // A status among the headers is a trailers-only response.
        if (StatusIn(response.Headers) is { } status) return new Ending(status, response.Headers);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var detail = string.Create(CultureInfo.InvariantCulture, $"Bad gRPC response. HTTP status code: {(int)response.StatusCode}");
            return new Ending(new Status(Map(response.StatusCode), detail), response.Headers);
        }

        var contentType = response.Content.Headers.NonValidated.TryGetValues("content-type", out var values) ? values.ToString() : null;
        return HeaderNames.IsGrpc(contentType) ? null
            : new Ending(new Status(StatusCode.Unknown, $"Bad gRPC response. Content type: {contentType ?? "none"}"), response.Headers);
    }

    public static Ending FromTrailers(HttpResponseMessage response) =>
        StatusIn(response.TrailingHeaders) is { } status
            ? new Ending(status, response.TrailingHeaders)
            : new Ending(new Status(StatusCode.Unknown, "The response ended without a status."), response.TrailingHeaders);

    /// <summary>The server's word on retrying, in milliseconds; negative forbids, as does what is no number.</summary>
    public static long? Pushback(Metadata trailers) =>
        trailers.GetValue(HeaderNames.RetryPushback) is not { } text ? null
        : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds
        : -1;

    public static Metadata ToMetadata(HttpResponseHeaders headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers.NonValidated)
        {
            if (name is HeaderNames.Status or HeaderNames.Message or HeaderNames.Encoding or HeaderNames.AcceptEncoding) continue;
            foreach (var value in values) WireMetadata.Add(metadata, name, value);
        }

        return metadata;
    }

    public static string? Value(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.Count > 0 ? values.ToString() : null;

    private static Status? StatusIn(HttpResponseHeaders headers)
    {
        if (Value(headers, HeaderNames.Status) is not { } text) return null;
        var detail = PercentEncoding.Decode(Value(headers, HeaderNames.Message)) ?? "";
        // A status this version does not know is UNKNOWN, as the protocol says.
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code <= (int)StatusCode.Unauthenticated
            ? new Status((StatusCode)code, detail)
            : new Status(StatusCode.Unknown, detail.Length > 0 ? detail : $"Unknown grpc-status '{text}'.");
    }

    // The protocol's table of HTTP status codes.
    private static StatusCode Map(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => StatusCode.Internal,
        HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
        HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
        HttpStatusCode.NotFound => StatusCode.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
            StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };
}
