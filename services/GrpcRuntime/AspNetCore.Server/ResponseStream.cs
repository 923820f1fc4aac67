using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Writes the messages of the server's stream.</summary>
internal sealed class ResponseStream<TResponse>(ServerCall call, Marshaller<TResponse> marshaller) : IServerStreamWriter<TResponse>
    where TResponse : class
{
    public WriteOptions? WriteOptions
    {
        get => call.WriteOptions;
        set => call.WriteOptions = value;
    }

    public Task WriteAsync(TResponse message) => call.WriteAsync(message, marshaller, CancellationToken.None);

    public Task WriteAsync(TResponse message, CancellationToken cancellationToken) =>
        call.WriteAsync(message, marshaller, cancellationToken);
}
