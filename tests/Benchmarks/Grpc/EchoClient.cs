using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;

namespace Filingwire.Benchmarks.GrpcRuntime;

/// <summary>The calls that are measured.</summary>
internal sealed class EchoClient(string address) : IDisposable
{
    public const int Size = 1024;
    public const int StreamLength = 10_000;

    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(address);
    private readonly SimpleRequest _request = new() { ResponseSize = Size, Payload = new Payload { Body = ByteString.CopyFrom(new byte[Size]) } };
    private readonly StreamingOutputCallRequest _streamRequest = NewStreamRequest();
    private TestService.TestServiceClient? _client;

    private TestService.TestServiceClient Client => _client ??= new TestService.TestServiceClient(_channel);

    public async Task UnaryAsync()
    {
        using var call = Client.UnaryCallAsync(_request);
        if ((await call).Payload.Body.Length != Size) throw new InvalidOperationException("The response is not what was asked for.");
    }

    public async Task StreamAsync()
    {
        using var call = Client.StreamingOutputCall(_streamRequest);
        var count = 0;
        while (await call.ResponseStream.MoveNext()) count++;
        if (count != StreamLength) throw new InvalidOperationException("The stream is not as long as was asked for.");
    }

    public void Dispose() => _channel.Dispose();

    private static StreamingOutputCallRequest NewStreamRequest()
    {
        var request = new StreamingOutputCallRequest();
        for (var i = 0; i < StreamLength; i++) request.ResponseParameters.Add(new ResponseParameters { Size = Size });
        return request;
    }
}
