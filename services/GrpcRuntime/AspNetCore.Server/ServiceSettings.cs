using Filingwire.GrpcRuntime.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server;

/// <summary>What the options of all services and of one come to.</summary>
internal class ServiceSettings
{
    private const int DefaultReceiveLimit = 4 * 1024 * 1024;

    protected ServiceSettings(GrpcServiceOptions all, GrpcServiceOptions one, ILoggerFactory loggers)
    {
        ReceiveLimit = one.MaxReceiveMessageSizeSpecified ? one.MaxReceiveMessageSize
            : all.MaxReceiveMessageSizeSpecified ? all.MaxReceiveMessageSize
            : DefaultReceiveLimit;
        SendLimit = one.MaxSendMessageSizeSpecified ? one.MaxSendMessageSize : all.MaxSendMessageSize;
        ResponseEncoding = one.ResponseCompressionAlgorithm ?? all.ResponseCompressionAlgorithm;
        Interceptors = [.. all.Interceptors, .. one.Interceptors];
        if (!Encodings.IsKnown(ResponseEncoding, out _)) throw new InvalidOperationException($"No encoding is named {ResponseEncoding}.");
        Log = loggers.CreateLogger("Grpc.AspNetCore.Server.ServerCallHandler");
    }

    public int? ReceiveLimit { get; }

    public int? SendLimit { get; }

    public string? ResponseEncoding { get; }

    public IReadOnlyList<InterceptorRegistration> Interceptors { get; }

    public ILogger Log { get; }
}

internal sealed class ServiceSettings<TService>(
    IOptions<GrpcServiceOptions> all, IOptions<GrpcServiceOptions<TService>> one, ILoggerFactory loggers)
    : ServiceSettings(all.Value, one.Value, loggers)
    where TService : class;
