using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client;

/// <summary>Options of a channel.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>In bytes. No limit unless set.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>In bytes, after decompression. 4 MiB unless set; null means no limit.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>Used instead of a handler of the channel's own; the place for unix sockets, keep-alive and TLS settings.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Whether the channel disposes of the handler it was given.</summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>Which calls are tried again, and when.</summary>
    public ServiceConfig? ServiceConfig { get; set; }
}
