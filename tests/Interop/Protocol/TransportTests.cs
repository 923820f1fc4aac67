using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Filingwire.Interop.Cases;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Filingwire.Interop.Protocol;

/// <summary>What lies under a call: TLS, client certificates, unix sockets, keep-alive.</summary>
public sealed class TransportTests
{
    [Fact]
    public async Task Tls_with_a_client_certificate()
    {
        using var certificate = NewCertificate();
        string? caller = null;
        await using var server = await new EchoService
        {
            Unary = (request, context) =>
            {
                caller = context.GetHttpContext().Connection.ClientCertificate?.Subject;
                return Task.FromResult(request);
            },
        }.StartAsync(listen: kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http2;
            endpoint.UseHttps(certificate, https =>
            {
                https.ClientCertificateMode = Microsoft.AspNetCore.Server.Kestrel.Https.ClientCertificateMode.RequireCertificate;
                https.AllowAnyClientCertificate();
            });
        }));
        var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, remote, _, _) => remote!.GetCertHashString() == certificate.GetCertHashString(),
                ClientCertificates = [certificate],
            },
        };
        using var channel = Connect(server.Address, handler);
        Assert.Equal("x", await channel.CreateCallInvoker().UnaryEcho("x"));
        Assert.Equal("CN=filingwire test", caller);
    }

    [Fact]
    public async Task Untrusted_server_is_unavailable()
    {
        using var certificate = NewCertificate();
        await using var server = await new EchoService().StartAsync(listen: kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http2;
            endpoint.UseHttps(certificate);
        }));
        using var channel = GrpcChannel.ForAddress(server.Address);
        var status = await EchoCalls.EndOf(() => channel.CreateCallInvoker().UnaryEcho("x").ResponseAsync);
        Assert.Equal(StatusCode.Unavailable, status.StatusCode);
    }

    [Fact]
    public async Task Unix_socket()
    {
        var path = Path.Combine(Path.GetTempPath(), $"filingwire-{Guid.NewGuid():N}.sock");
        string? peer = null;
        await using var server = await new EchoService
        {
            Unary = (request, context) =>
            {
                peer = context.Peer;
                return Task.FromResult(request);
            },
        }.StartAsync(listen: kestrel => kestrel.ListenUnixSocket(path, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var channel = Connect("http://localhost", handler);
        Assert.Equal("x", await channel.CreateCallInvoker().UnaryEcho("x"));
        Assert.StartsWith("unix:", peer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_alive_finds_a_dead_connection()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        // Accepts and then says nothing more, as a host does that lost its power.
        var accepted = listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        var handler = new SocketsHttpHandler
        {
            KeepAlivePingDelay = TimeSpan.FromSeconds(1),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(1),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        };
        using var channel = Connect($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}", handler);
        var call = channel.CreateCallInvoker().UnaryEcho("x");
        var status = await EchoCalls.EndOf(() => call.ResponseAsync.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(StatusCode.Unavailable, status.StatusCode);
        (await accepted).Dispose();
    }

    private static GrpcChannel Connect(string address, SocketsHttpHandler handler) =>
        GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true });

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=filingwire test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
