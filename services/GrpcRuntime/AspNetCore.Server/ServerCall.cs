using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;
using Grpc.Net.Compression;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>A call over HTTP, which ends with <see cref="EndAsync"/>: what the service sees of it. How it answers is in the other part.</summary>
[SuppressMessage("Design", "CA1001", Justification = "EndAsync disposes of the deadline.")]
internal sealed partial class ServerCall(HttpContext http, IMethod method, ServiceSettings settings) : ServerCallContext, IServerCallContextFeature
{
    private Metadata? _requestHeaders;
    private Metadata? _responseTrailers;
    private Dictionary<object, object>? _userState;
    private AuthContext? _authContext;
    private CallDeadline? _deadline;
    private string? _peer;

    public HttpContext Http { get; } = http;

    ServerCallContext IServerCallContextFeature.ServerCallContext => this;

    /// <summary>Null when messages come as they are.</summary>
    public ICompressionProvider? RequestCompression { get; private set; }

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

    protected override AuthContext AuthContextCore => _authContext ??= ReadClientCertificate();

    protected override IDictionary<object, object> UserStateCore => _userState ??= [];

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

        if (!settings.Encodings.TryFind(headers[HeaderNames.Encoding], out var compression))
        {
            Http.Response.Headers[HeaderNames.AcceptEncoding] = settings.Encodings.Accepted;
            throw Failure.Of(StatusCode.Unimplemented, "The message encoding of the request is not supported.");
        }

        RequestCompression = compression;
        _responseEncoding = settings.ResponseEncoding;
    }

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options)
    {
        options ??= ContextPropagationOptions.Default;
        return new PropagationToken(
            options.IsPropagateDeadline ? _deadline?.At : null,
            options.IsPropagateCancellation ? CancellationToken : default);
    }

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

    private AuthContext ReadClientCertificate()
    {
        if (Http.Connection.ClientCertificate is not { } certificate) return new AuthContext(null, []);
        var name = certificate.GetNameInfo(System.Security.Cryptography.X509Certificates.X509NameType.SimpleName, forIssuer: false);
        var properties = new Dictionary<string, List<AuthProperty>>
        {
            ["x509_common_name"] = [AuthProperty.Create("x509_common_name", Encoding.UTF8.GetBytes(name))],
        };
        return new AuthContext("x509_common_name", properties);
    }

    private sealed class PropagationToken(DateTime? deadline, CancellationToken cancellation) : ContextPropagationToken
    {
        internal override DateTime? Deadline => deadline;

        internal override CancellationToken Cancellation => cancellation;
    }
}
