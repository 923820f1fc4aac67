using Grpc.Net.Client;

namespace Filingwire.Interop.Cases;

/// <summary>A channel to the server under test that also sees how the last response was encoded.</summary>
internal sealed class InteropClient : IDisposable
{
    private readonly EncodingWatch _watch = new(new SocketsHttpHandler { EnableMultipleHttp2Connections = true });

    public InteropClient(string address, ForeignPeer? server = null)
    {
        Channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = _watch, DisposeHttpClient = true });
        // The others do not show their services how a request came.
        ServerChecksCompression = server is null;
        // grpc-js servers never compress.
        ServerCompresses = server != ForeignPeer.Node;
    }

    public GrpcChannel Channel { get; }

    public bool ServerChecksCompression { get; }

    public bool ServerCompresses { get; }

    public string? LastEncoding => _watch.LastEncoding;

    public void Dispose() => Channel.Dispose();

    private sealed class EncodingWatch(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public string? LastEncoding { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            LastEncoding = response.Headers.TryGetValues("grpc-encoding", out var values) ? string.Join(',', values) : null;
            return response;
        }
    }
}
