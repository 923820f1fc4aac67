using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace Filingwire.Interop.Cases;

/// <summary>The server's side of the interoperability test cases.</summary>
internal sealed class TestService : Grpc.Testing.TestService.TestServiceBase
{
    internal const string EchoInitial = "x-grpc-test-echo-initial";
    internal const string EchoTrailing = "x-grpc-test-echo-trailing-bin";
    internal const string EncodingRequest = "grpc-internal-encoding-request";

    public override Task<Empty> EmptyCall(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        await EchoMetadataAsync(context, request.ResponseCompressed?.Value);
        EnsureCompression(request.ExpectCompressed, context);
        EnsureStatus(request.ResponseStatus);
        if (request.ResponseCompressed is { Value: false }) context.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        return new SimpleResponse { Payload = NewPayload(request.ResponseSize) };
    }

    public override async Task StreamingOutputCall(
        StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await EchoMetadataAsync(context, request.ResponseParameters.Any(wanted => wanted.Compressed is { Value: true }) ? true : null);
        await SendAsync(request, responseStream, context);
    }

    public override async Task<StreamingInputCallResponse> StreamingInputCall(
        IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context)
    {
        await EchoMetadataAsync(context, null);
        var sum = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            EnsureCompression(request.ExpectCompressed, context);
            sum += request.Payload.Body.Length;
        }

        return new StreamingInputCallResponse { AggregatedPayloadSize = sum };
    }

    public override async Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream, IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context)
    {
        await EchoMetadataAsync(context, null);
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            EnsureStatus(request.ResponseStatus);
            await SendAsync(request, responseStream, context);
        }
    }

    private static async Task SendAsync(
        StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responses, ServerCallContext context)
    {
        foreach (var wanted in request.ResponseParameters)
        {
            if (wanted.IntervalUs > 0) await Task.Delay(TimeSpan.FromMicroseconds(wanted.IntervalUs), context.CancellationToken);
            responses.WriteOptions = wanted.Compressed is { Value: false } ? new WriteOptions(WriteFlags.NoCompress) : null;
            await responses.WriteAsync(new StreamingOutputCallResponse { Payload = NewPayload(wanted.Size) });
        }
    }

    private static Payload NewPayload(int size) => new() { Body = UnsafeByteOperations.UnsafeWrap(new byte[size]) };

    private static void EnsureStatus(EchoStatus? wanted)
    {
        if (wanted is { Code: not 0 }) throw new RpcException(new Status((StatusCode)wanted.Code, wanted.Message));
    }

    private static void EnsureCompression(BoolValue? expected, ServerCallContext context)
    {
        if (expected is { Value: true } && context.GetHttpContext().Request.Headers["grpc-encoding"] is not [not (null or "identity")])
            throw new RpcException(new Status(StatusCode.InvalidArgument, "A compressed request was expected."));
    }

    private static async Task EchoMetadataAsync(ServerCallContext context, bool? compressed)
    {
        if (context.RequestHeaders.GetValueBytes(EchoTrailing) is { } trailing) context.ResponseTrailers.Add(EchoTrailing, trailing);
        var headers = new Metadata();
        if (context.RequestHeaders.GetValue(EchoInitial) is { } initial) headers.Add(EchoInitial, initial);
        if (compressed is true) headers.Add(EncodingRequest, "gzip");
        if (headers.Count > 0) await context.WriteResponseHeadersAsync(headers);
    }
}
