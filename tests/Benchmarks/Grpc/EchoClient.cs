using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;

namespace Filingwire.Benchmarks.GrpcRuntime;

/// <summary>The calls that are measured, by the client under test.</summary>
internal sealed class EchoClient : IDisposable
{
    public const int Size = 1024;
    public const int StreamLength = 10_000;

    private static readonly SimpleRequest Request = Frames.NewRequest();
    private static readonly StreamingOutputCallRequest StreamRequest = Frames.NewStreamRequest();

    private readonly GrpcChannel _channel;
    private readonly TestService.TestServiceClient _client;

    public EchoClient(string address)
    {
        _channel = GrpcChannel.ForAddress(address);
        _client = new TestService.TestServiceClient(_channel);
    }

    public async Task UnaryAsync()
    {
        using var call = _client.UnaryCallAsync(Request);
        if ((await call).Payload.Body.Length != Size) throw new InvalidOperationException("The response is not what was asked for.");
    }

    public async Task StreamAsync()
    {
        using var call = _client.StreamingOutputCall(StreamRequest);
        var count = 0;
        while (await call.ResponseStream.MoveNext()) count++;
        if (count != StreamLength) throw new InvalidOperationException("The stream is not as long as was asked for.");
    }

    public void Dispose() => _channel.Dispose();
}
