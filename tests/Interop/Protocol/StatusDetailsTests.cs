using Filingwire.Interop.Cases;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;

namespace Filingwire.Interop.Protocol;

/// <summary>Rich errors: google.rpc.Status in grpc-status-details-bin.</summary>
public sealed class StatusDetailsTests
{
    [Fact]
    public async Task Details_arrive()
    {
        var status = new Google.Rpc.Status { Code = 5, Message = "why", Details = { Any.Pack(new ErrorInfo { Domain = "filingwire" }) } };
        var trailers = new Metadata { { MetadataExtensions.StatusDetailsTrailerName, status.ToByteArray() } };
        await using var server = await new EchoService
        {
            Unary = (_, _) => throw new RpcException(new Grpc.Core.Status(StatusCode.NotFound, "no such filing"), trailers),
        }.StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        var thrown = await Assert.ThrowsAsync<RpcException>(() => channel.CreateCallInvoker().UnaryEcho("x").ResponseAsync);
        Assert.Equal((StatusCode.NotFound, "no such filing"), (thrown.StatusCode, thrown.Status.Detail));
        Assert.Equal(status, thrown.GetRpcStatus());
    }

    [Fact]
    public void Damaged_details_are_null_or_an_exception_as_asked()
    {
        var thrown = new RpcException(new Grpc.Core.Status(StatusCode.NotFound, ""), [new("grpc-status-details-bin", [255, 255])]);
        Assert.Null(thrown.Trailers.GetRpcStatus(ignoreParseError: true));
        Assert.Throws<InvalidProtocolBufferException>(() => thrown.GetRpcStatus());
        Assert.Null(new RpcException(Grpc.Core.Status.DefaultCancelled).GetRpcStatus());
    }
}
