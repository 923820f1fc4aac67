using System.IO.Compression;
using Filingwire.GrpcRuntime.Wire;
using Grpc.Net.Compression;
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
        DetailedErrors = one.EnableDetailedErrors ?? all.EnableDetailedErrors ?? false;
        Encodings = new Encodings(Encodings.Standard
            .Concat(all.ChangedCompressionProviders ?? []).Concat(one.ChangedCompressionProviders ?? []));
        ResponseEncoding = one.ResponseCompressionAlgorithm ?? all.ResponseCompressionAlgorithm;
        ResponseLevel = one.ResponseCompressionLevel ?? all.ResponseCompressionLevel;
        Interceptors = [.. all.Interceptors, .. one.Interceptors];
        if (!Encodings.TryFind(ResponseEncoding, out _))
            throw new InvalidOperationException($"No compression provider is named {ResponseEncoding}.");
        Log = loggers.CreateLogger("Grpc.AspNetCore.Server.ServerCallHandler");
    }

    public int? ReceiveLimit { get; }

    public int? SendLimit { get; }

    public bool DetailedErrors { get; }

    public Encodings Encodings { get; }

    public string? ResponseEncoding { get; }

    public CompressionLevel? ResponseLevel { get; }

    public IReadOnlyList<InterceptorRegistration> Interceptors { get; }

    public ILogger Log { get; }
}

internal sealed class ServiceSettings<TService>(
    IOptions<GrpcServiceOptions> all, IOptions<GrpcServiceOptions<TService>> one, ILoggerFactory loggers)
    : ServiceSettings(all.Value, one.Value, loggers)
    where TService : class;
