namespace Grpc.AspNetCore.Server;

/// <summary>Options of all services, or of one.</summary>
public class GrpcServiceOptions
{
    private int? _maxReceiveMessageSize;
    private int? _maxSendMessageSize;

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

    /// <summary>The encoding of responses, for callers that accept it; null sends them as they are.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>The first sees a call first.</summary>
    public InterceptorCollection Interceptors { get; } = [];

    internal bool MaxReceiveMessageSizeSpecified { get; private set; }

    internal bool MaxSendMessageSizeSpecified { get; private set; }
}

/// <summary>Options of one service; what is not set is taken from the options of all.</summary>
public class GrpcServiceOptions<TService> : GrpcServiceOptions where TService : class;
