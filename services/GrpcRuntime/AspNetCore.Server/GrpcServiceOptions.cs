using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using Grpc.Net.Compression;

namespace Grpc.AspNetCore.Server;

/// <summary>Options of all services, or of one.</summary>
public class GrpcServiceOptions
{
    private int? _maxReceiveMessageSize;
    private int? _maxSendMessageSize;
    private IList<ICompressionProvider>? _compressionProviders;

    /// <summary>In bytes, after decompression. 4 MiB unless set; null means no limit.</summary>
    public int? MaxReceiveMessageSize
    {
        get => _maxReceiveMessageSize;
        set => (_maxReceiveMessageSize, MaxReceiveMessageSizeSpecified) = (value, true);
    }

    /// <summary>In bytes. No limit unless set.</summary>
    public int? MaxSendMessageSize
    {
        get => _maxSendMessageSize;
        set => (_maxSendMessageSize, MaxSendMessageSizeSpecified) = (value, true);
    }

    /// <summary>Whether a caller is told the message of an exception. Off unless set.</summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary>Whether a call of an unknown service falls through to other endpoints instead of ending as UNIMPLEMENTED.</summary>
    public bool? IgnoreUnknownServices { get; set; }

    /// <summary>The encoding of responses, for callers that accept it; null sends them as they are.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>gzip and deflate unless changed.</summary>
    [SuppressMessage("Usage", "CA2227", Justification = "The official signature.")]
    public IList<ICompressionProvider> CompressionProviders
    {
        get => _compressionProviders ??= [];
        set => _compressionProviders = value;
    }

    /// <summary>The first sees a call first.</summary>
    public InterceptorCollection Interceptors { get; } = [];

    internal bool MaxReceiveMessageSizeSpecified { get; private set; }

    internal bool MaxSendMessageSizeSpecified { get; private set; }

    internal IList<ICompressionProvider>? ChangedCompressionProviders => _compressionProviders;
}

/// <summary>Options of one service; what is not set is taken from the options of all.</summary>
public class GrpcServiceOptions<TService> : GrpcServiceOptions where TService : class;
