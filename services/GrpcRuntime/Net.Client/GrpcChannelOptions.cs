using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Grpc.Net.Client.Configuration;
using Grpc.Net.Compression;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client;

/// <summary>Options of a channel.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>By the address's scheme unless set.</summary>
    public ChannelCredentials? Credentials { get; set; }

    /// <summary>In bytes. No limit unless set.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>In bytes, after decompression. 4 MiB unless set; null means no limit.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>The most attempts of a call, whatever its policy says. 5 unless set.</summary>
    public int? MaxRetryAttempts { get; set; } = 5;

    /// <summary>
    /// What all calls together keep of their request streams to send it once more, in bytes; 16 MiB unless set, null means no
    /// limit. A call that would go beyond is not tried again.
    /// </summary>
    public long? MaxRetryBufferSize { get; set; } = 16 * 1024 * 1024;

    /// <summary>The same for one call; 1 MiB unless set.</summary>
    public long? MaxRetryBufferPerCallSize { get; set; } = 1024 * 1024;

    /// <summary>gzip and deflate, and these.</summary>
    [SuppressMessage("Usage", "CA2227", Justification = "The official signature.")]
    public IList<ICompressionProvider>? CompressionProviders { get; set; }

    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Used instead of a handler of the channel's own.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>Used instead of a handler of the channel's own; the place for unix sockets, keep-alive and TLS settings.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Whether the channel disposes of the client or handler it was given.</summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>Whether a cancelled call throws <see cref="OperationCanceledException"/> instead of <see cref="RpcException"/>.</summary>
    public bool ThrowOperationCanceledOnCancellation { get; set; }

    /// <summary>Whether call credentials are sent without TLS too.</summary>
    public bool UnsafeUseInsecureChannelCallCredentials { get; set; }

    /// <summary>Which calls are tried again, and when.</summary>
    public ServiceConfig? ServiceConfig { get; set; }

    /// <summary>2.0 unless set.</summary>
    public Version? HttpVersion { get; set; }

    /// <summary>Exactly that version unless set.</summary>
    public HttpVersionPolicy? HttpVersionPolicy { get; set; }

    public IServiceProvider? ServiceProvider { get; set; }
}
