using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;
using static Grpc.Testing.TestService;

namespace Filingwire.Interop.Cases;

/// <summary>The client's side of the interoperability test cases, by the names of their specification.</summary>
internal static class InteropCases
{
    private const int LargeRequest = 271828;
    private const int LargeResponse = 314159;
    private static readonly int[] RequestSizes = [27182, 8, 1828, 45904];
    private static readonly int[] ResponseSizes = [31415, 9, 2653, 58979];

    public static readonly IReadOnlyDictionary<string, Func<InteropClient, Task>> All = new Dictionary<string, Func<InteropClient, Task>>
    {
        ["empty_unary"] = server => EmptyUnary(new TestServiceClient(server.Channel)),
        ["large_unary"] = server => LargeUnary(new TestServiceClient(server.Channel)),
        ["client_compressed_unary"] = server => ClientCompressedUnary(server, new TestServiceClient(server.Channel)),
        ["server_compressed_unary"] = server => ServerCompressedUnary(server, new TestServiceClient(server.Channel)),
        ["client_streaming"] = server => ClientStreaming(new TestServiceClient(server.Channel)),
        ["server_streaming"] = server => ServerStreaming(new TestServiceClient(server.Channel)),
        ["ping_pong"] = server => PingPong(new TestServiceClient(server.Channel)),
        ["empty_stream"] = server => EmptyStream(new TestServiceClient(server.Channel)),
        ["custom_metadata"] = server => CustomMetadata(new TestServiceClient(server.Channel)),
        ["status_code_and_message"] = server => StatusCodeAndMessage(new TestServiceClient(server.Channel), "test status message"),
        ["special_status_message"] = server => StatusCodeAndMessage(
            new TestServiceClient(server.Channel), "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"),
        ["unimplemented_method"] = server =>
            Unimplemented(() => new TestServiceClient(server.Channel).UnimplementedCallAsync(new Empty()).ResponseAsync),
        ["unimplemented_service"] = server =>
            Unimplemented(() =>
                new UnimplementedService.UnimplementedServiceClient(server.Channel).UnimplementedCallAsync(new Empty()).ResponseAsync),
        ["cancel_after_begin"] = server => CancelAfterBegin(new TestServiceClient(server.Channel)),
        ["cancel_after_first_response"] = server => CancelAfterFirstResponse(new TestServiceClient(server.Channel)),
        ["timeout_on_sleeping_server"] = server => TimeoutOnSleepingServer(new TestServiceClient(server.Channel)),
    };

    private static async Task EmptyUnary(TestServiceClient client) => Assert.Equal(new Empty(), await client.EmptyCallAsync(new Empty()));

    private static async Task LargeUnary(TestServiceClient client)
    {
        var response = await client.UnaryCallAsync(new SimpleRequest { ResponseSize = LargeResponse, Payload = Zeros(LargeRequest) });
        Assert.Equal(Zeros(LargeResponse), response.Payload);
    }

    private static async Task ClientCompressedUnary(InteropClient server, TestServiceClient client)
    {
        var request = new SimpleRequest
        {
            ExpectCompressed = new BoolValue { Value = true }, ResponseSize = LargeResponse, Payload = Zeros(LargeRequest),
        };
        if (server.ServerChecksCompression)
        {
            var probe = await Assert.ThrowsAsync<RpcException>(() => client.UnaryCallAsync(request).ResponseAsync);
            Assert.Equal(StatusCode.InvalidArgument, probe.StatusCode);
        }

        var gzip = new Metadata { { TestService.EncodingRequest, "gzip" } };
        Assert.Equal(LargeResponse, (await client.UnaryCallAsync(request, gzip)).Payload.Body.Length);
        request.ExpectCompressed.Value = false;
        Assert.Equal(LargeResponse, (await client.UnaryCallAsync(request)).Payload.Body.Length);
    }

    private static async Task ServerCompressedUnary(InteropClient server, TestServiceClient client)
    {
        foreach (var compressed in new[] { true, false })
        {
            using var call = client.UnaryCallAsync(new SimpleRequest
            {
                ResponseCompressed = new BoolValue { Value = compressed }, ResponseSize = LargeResponse, Payload = Zeros(LargeRequest),
            });
            Assert.Equal(Zeros(LargeResponse), (await call).Payload);
            if (compressed && server.ServerCompresses) Assert.Equal("gzip", server.LastEncoding);
        }
    }

    private static async Task ClientStreaming(TestServiceClient client)
    {
        using var call = client.StreamingInputCall();
        foreach (var size in RequestSizes) await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros(size) });
        await call.RequestStream.CompleteAsync();
        Assert.Equal(RequestSizes.Sum(), (await call).AggregatedPayloadSize);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    private static async Task ServerStreaming(TestServiceClient client)
    {
        var request = new StreamingOutputCallRequest();
        request.ResponseParameters.AddRange(ResponseSizes.Select(size => new ResponseParameters { Size = size }));
        using var call = client.StreamingOutputCall(request);
        var sizes = new List<int>();
        await foreach (var response in call.ResponseStream.ReadAllAsync()) sizes.Add(response.Payload.Body.Length);
        Assert.Equal(ResponseSizes, sizes);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    private static async Task PingPong(TestServiceClient client)
    {
        using var call = client.FullDuplexCall();
        foreach (var (requestSize, responseSize) in RequestSizes.Zip(ResponseSizes))
        {
            await call.RequestStream.WriteAsync(Ask(responseSize, requestSize));
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal(responseSize, call.ResponseStream.Current.Payload.Body.Length);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    private static async Task EmptyStream(TestServiceClient client)
    {
        using var call = client.FullDuplexCall();
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    private static async Task CustomMetadata(TestServiceClient client)
    {
        var trailing = new byte[] { 0xab, 0xab, 0xab };
        var headers = new Metadata { { TestService.EchoInitial, "test_initial_metadata_value" }, { TestService.EchoTrailing, trailing } };
        using var unary = client.UnaryCallAsync(new SimpleRequest { ResponseSize = LargeResponse, Payload = Zeros(LargeRequest) }, headers);
        await unary;
        Check(await unary.ResponseHeadersAsync, unary.GetTrailers());

        using var duplex = client.FullDuplexCall(headers);
        await duplex.RequestStream.WriteAsync(Ask(LargeResponse, LargeRequest));
        await duplex.RequestStream.CompleteAsync();
        while (await duplex.ResponseStream.MoveNext()) Assert.Equal(LargeResponse, duplex.ResponseStream.Current.Payload.Body.Length);
        Check(await duplex.ResponseHeadersAsync, duplex.GetTrailers());

        void Check(Metadata initial, Metadata trailers)
        {
            Assert.Equal("test_initial_metadata_value", initial.GetValue(TestService.EchoInitial));
            Assert.Equal(trailing, trailers.GetValueBytes(TestService.EchoTrailing));
        }
    }

    private static async Task StatusCodeAndMessage(TestServiceClient client, string message)
    {
        var status = new EchoStatus { Code = (int)StatusCode.Unknown, Message = message };
        var unary = await Assert.ThrowsAsync<RpcException>(
            () => client.UnaryCallAsync(new SimpleRequest { ResponseStatus = status }).ResponseAsync);
        Assert.Equal((StatusCode.Unknown, message), (unary.StatusCode, unary.Status.Detail));

        using var duplex = client.FullDuplexCall();
        // The server may end the call before the write returns; the write then throws the same status.
        try { await duplex.RequestStream.WriteAsync(new StreamingOutputCallRequest { ResponseStatus = status }); }
        catch (RpcException ended) when (ended.StatusCode == StatusCode.Unknown) { }
        await duplex.RequestStream.CompleteAsync();
        var streamed = await Assert.ThrowsAsync<RpcException>(() => duplex.ResponseStream.MoveNext());
        Assert.Equal((StatusCode.Unknown, message), (streamed.StatusCode, streamed.Status.Detail));
    }

    private static async Task Unimplemented(Func<Task> call) =>
        Assert.Equal(StatusCode.Unimplemented, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);

    private static async Task CancelAfterBegin(TestServiceClient client)
    {
        using var cancellation = new CancellationTokenSource();
        using var call = client.StreamingInputCall(cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).StatusCode);
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
    }

    private static async Task CancelAfterFirstResponse(TestServiceClient client)
    {
        using var cancellation = new CancellationTokenSource();
        using var call = client.FullDuplexCall(cancellationToken: cancellation.Token);
        await call.RequestStream.WriteAsync(Ask(ResponseSizes[0], RequestSizes[0]));
        Assert.True(await call.ResponseStream.MoveNext());
        await cancellation.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext())).StatusCode);
    }

    private static async Task TimeoutOnSleepingServer(TestServiceClient client)
    {
        using var call = client.FullDuplexCall(deadline: DateTime.UtcNow.AddMilliseconds(20));
        try { await call.RequestStream.WriteAsync(new StreamingOutputCallRequest { Payload = Zeros(27182) }); }
        catch (RpcException passed) when (passed.StatusCode == StatusCode.DeadlineExceeded) { }
        var ended = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.DeadlineExceeded, ended.StatusCode);
    }

    private static Payload Zeros(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };

    private static StreamingOutputCallRequest Ask(int responseSize, int requestSize) =>
        new() { ResponseParameters = { new ResponseParameters { Size = responseSize } }, Payload = Zeros(requestSize) };
}
