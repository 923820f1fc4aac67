using Filingwire.Interop.Cases;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Reflection.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Interop.Protocol;

/// <summary>Reflection, as stock tools use it to list and to call.</summary>
public sealed class ReflectionTests
{
    private static readonly string[] Services =
        ["grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection", "grpc.testing.TestService", "test.Echo"];

    private static readonly string[] Symbols =
    [
        "grpc.testing.TestService", "grpc.testing.TestService.UnaryCall", "grpc.testing.Payload", "grpc.testing.Payload.body",
        "grpc.testing.COMPRESSABLE",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_services_and_gives_files_that_can_be_built()
    {
        await using var server = await StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var call = new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo(cancellationToken: Stop);
        var list = await AskAsync(call, new ServerReflectionRequest { ListServices = "*" });
        Assert.Equal(Services, list.ListServicesResponse.Service.Select(service => service.Name));

        foreach (var symbol in Symbols)
        {
            var answer = await AskAsync(call, new ServerReflectionRequest { FileContainingSymbol = symbol });
            Assert.True(answer.FileDescriptorResponse is not null, $"{symbol}: {answer.ErrorResponse}");
            var file = FileDescriptor.BuildFromByteStrings(answer.FileDescriptorResponse.FileDescriptorProto)[^1];
            Assert.Equal("grpc.testing", file.Package);
            Assert.Contains(file.Services, service => service.Name == "TestService");
        }

        var byName = await AskAsync(call, new ServerReflectionRequest { FileByFilename = "test.proto" });
        Assert.Single(byName.FileDescriptorResponse.FileDescriptorProto);
        var numbers = await AskAsync(call, new ServerReflectionRequest { AllExtensionNumbersOfType = "grpc.testing.Payload" });
        Assert.Empty(numbers.AllExtensionNumbersResponse.ExtensionNumber);
    }

    public static TheoryData<ServerReflectionRequest> Unknown =>
    [
        new ServerReflectionRequest { FileByFilename = "nothing.proto" },
        new ServerReflectionRequest { FileContainingSymbol = "nothing.Here" },
        new ServerReflectionRequest
        {
            FileContainingExtension = new ExtensionRequest { ContainingType = "grpc.testing.Payload", ExtensionNumber = 7 },
        },
        new ServerReflectionRequest { AllExtensionNumbersOfType = "nothing.Here" },
    ];

    [Theory]
    [MemberData(nameof(Unknown))]
    public async Task Unknown_things_are_not_found(ServerReflectionRequest request)
    {
        await using var server = await StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var call = new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo(cancellationToken: Stop);
        var answer = await AskAsync(call, request);
        Assert.Equal((int)StatusCode.NotFound, answer.ErrorResponse.ErrorCode);
        Assert.Equal(request, answer.OriginalRequest);
    }

    [Fact]
    public async Task Older_version_answers_the_same()
    {
        await using var server = await StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        var client = new Grpc.Reflection.V1Alpha.ServerReflection.ServerReflectionClient(channel);
        using var call = client.ServerReflectionInfo(cancellationToken: Stop);
        await call.RequestStream.WriteAsync(new Grpc.Reflection.V1Alpha.ServerReflectionRequest { ListServices = "" }, Stop);
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Equal(Services, call.ResponseStream.Current.ListServicesResponse.Service.Select(service => service.Name));
    }

    private static Task<TestServer> StartAsync() => TestServer.StartAsync(
        services => new EchoService().Register(services).AddGrpcReflection().AddGrpc(),
        application =>
        {
            application.MapGrpcReflectionService();
            application.MapGrpcService<TestService>();
            EchoService.Map(application);
        });

    private static async Task<ServerReflectionResponse> AskAsync(
        AsyncDuplexStreamingCall<ServerReflectionRequest, ServerReflectionResponse> call, ServerReflectionRequest request)
    {
        await call.RequestStream.WriteAsync(request);
        Assert.True(await call.ResponseStream.MoveNext());
        return call.ResponseStream.Current;
    }
}
