using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace Grpc.Reflection;

/// <summary>Answers reflection requests about named services and the files that describe them.</summary>
internal sealed class ReflectionAnswers(IReadOnlyCollection<string> services, SymbolIndex index)
{
    public ServerReflectionResponse To(ServerReflectionRequest request)
    {
        var response = request.MessageRequestCase switch
        {
            ServerReflectionRequest.MessageRequestOneofCase.ListServices => ListServices(),
            ServerReflectionRequest.MessageRequestOneofCase.FileByFilename =>
                File(index.FileNamed(request.FileByFilename), $"The file '{request.FileByFilename}' is not known."),
            ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol =>
                File(index.FileOf(request.FileContainingSymbol), $"The symbol '{request.FileContainingSymbol}' is not known."),
            ServerReflectionRequest.MessageRequestOneofCase.FileContainingExtension => FileOf(request.FileContainingExtension),
            ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType => Numbers(request.AllExtensionNumbersOfType),
            _ => Error(StatusCode.Unimplemented, "The request asks nothing this server knows."),
        };
        response.ValidHost = request.Host;
        response.OriginalRequest = request;
        return response;
    }

    private ServerReflectionResponse ListServices()
    {
        var list = new ListServiceResponse();
        list.Service.AddRange(services.Order(StringComparer.Ordinal).Select(name => new ServiceResponse { Name = name }));
        return new ServerReflectionResponse { ListServicesResponse = list };
    }

    private ServerReflectionResponse FileOf(ExtensionRequest extension) =>
        File(
            index.FileOfExtension(extension.ContainingType, extension.ExtensionNumber),
            $"The extension {extension.ExtensionNumber} of '{extension.ContainingType}' is not known.");

    private ServerReflectionResponse Numbers(string message)
    {
        if (index.ExtensionsOf(message) is not { } numbers) return Error(StatusCode.NotFound, $"The message '{message}' is not known.");
        var response = new ExtensionNumberResponse { BaseTypeName = message };
        response.ExtensionNumber.AddRange(numbers);
        return new ServerReflectionResponse { AllExtensionNumbersResponse = response };
    }

    private static ServerReflectionResponse File(FileDescriptor? file, string otherwise)
    {
        if (file is null) return Error(StatusCode.NotFound, otherwise);
        var response = new FileDescriptorResponse();
        response.FileDescriptorProto.AddRange(SymbolIndex.WithImports(file).Select(each => each.SerializedData));
        return new ServerReflectionResponse { FileDescriptorResponse = response };
    }

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message } };
}
