using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Filingwire.Interop.Cases;

/// <summary>A server that answers byte by byte, as one that does not keep the rules would.</summary>
internal static class RawServer
{
    public static Task<TestServer> StartAsync(RequestDelegate answer) =>
        TestServer.StartAsync(_ => { }, application => application.Run(answer));

    /// <summary>Answers with these bytes and trailers.</summary>
    public static RequestDelegate Answer(
        byte[] body, string? status = "0", string contentType = "application/grpc", string? encoding = null) => async http =>
    {
        http.Response.ContentType = contentType;
        if (encoding is not null) http.Response.Headers["grpc-encoding"] = encoding;
        await http.Response.BodyWriter.WriteAsync(body);
        if (status is not null) http.Response.AppendTrailer("grpc-status", status);
    };

    /// <summary>Answers with headers alone.</summary>
    public static RequestDelegate Headers(params (string Name, string Value)[] headers) => http =>
    {
        http.Response.ContentType = "application/grpc";
        foreach (var (name, value) in headers) http.Response.Headers[name] = value;
        return Task.CompletedTask;
    };

    public static RequestDelegate Http(int status) => http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
