using System.Diagnostics.CodeAnalysis;
using System.Net;
using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// A call over HTTP, which ends with <see cref="EndAsync"/>: what the service sees of it. How it answers is in the other part.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "EndAsync disposes of the deadline.")]
internal sealed partial class ServerCall(HttpContext http, IMethod method, ServiceSettings settings) : ServerCallContext
{
    private Metadata? _requestHeaders;
    private Metadata? _responseTrailers;
    private CallDeadline? _deadline;
    private string? _peer;

    public HttpContext Http { get; } = http;

    /// <summary>Whether its messages may come compressed.</summary>
    public bool IsRequestCompressed { get; private set; }

    /// <summary>What the runtime's own waits watch beside the transport, which ends them itself when the client goes away.</summary>
    public CancellationToken Cancellation => _deadline?.Token ?? default;

    protected override string MethodCore => method.FullName;

    protected override string HostCore => Http.Request.Host.Value ?? "";

    protected override string PeerCore => _peer ??= Describe(Http.Connection.RemoteIpAddress, Http.Connection.RemotePort);

    protected override DateTime DeadlineCore => _deadline?.At ?? DateTime.MaxValue;

    protected override CancellationToken CancellationTokenCore => _deadline?.Token ?? Http.RequestAborted;

    protected override Metadata RequestHeadersCore => _requestHeaders ??= ReadRequestHeaders();

    protected override Metadata ResponseTrailersCore => _responseTrailers ??= [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => throw new NotSupportedException();

    /// <summary>Reads the headers that steer the call.</summary>
    /// <exception cref="RpcException">INTERNAL for a malformed timeout, UNIMPLEMENTED for an unknown encoding.</exception>
    public void Start()
    {
        Http.Response.ContentType = HeaderNames.ContentType;
        var headers = Http.Request.Headers;
        if (headers.TryGetValue(HeaderNames.Timeout, out var timeout))
        {
            if (!Timeouts.TryParse(timeout, out var span)) throw Failure.Of(StatusCode.Internal, "The grpc-timeout header is malformed.");
            _deadline = new CallDeadline(span, OnDeadline, Http.RequestAborted);
            _deadline.Start();
        }

        if (!Encodings.IsKnown(headers[HeaderNames.Encoding], out var compresses))
        {
            Http.Response.Headers[HeaderNames.AcceptEncoding] = Encodings.Accepted;
            throw Failure.Of(StatusCode.Unimplemented, "The message encoding of the request is not supported.");
        }

        IsRequestCompressed = compresses;
        _responseEncoding = settings.ResponseEncoding;
    }

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotSupportedException();

    private static string Describe(IPAddress? address, int port) => address switch
    {
        null => "unix:",
        { IsIPv4MappedToIPv6: true } => $"ipv4:{address.MapToIPv4()}:{port}",
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } => $"ipv6:[{address}]:{port}",
        _ => $"ipv4:{address}:{port}",
    };

    private Metadata ReadRequestHeaders()
    {
        var metadata = new Metadata();
        foreach (var (name, values) in Http.Request.Headers)
        {
            if (IsTransportHeader(name)) continue;
            foreach (var value in values) WireMetadata.Add(metadata, name, value ?? "");
        }

        return metadata;
    }

    private static bool IsTransportHeader(string name) =>
        name.StartsWith(':')
        || name.Equals("content-type", StringComparison.OrdinalIgnoreCase)
        || name.Equals("te", StringComparison.OrdinalIgnoreCase)
        || name.Equals("host", StringComparison.OrdinalIgnoreCase)
        || name.Equals("accept-encoding", StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.Encoding, StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.Timeout, StringComparison.OrdinalIgnoreCase);
}
