using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Filingwire.Hosting.Errors;

/// <summary>google.rpc.Status in the trailer that every gRPC library knows.</summary>
public static class RichStatus
{
    /// <summary>The domain in every ErrorInfo of this system.</summary>
    public const string Domain = "filingwire";

    private const string Trailer = "grpc-status-details-bin";

    /// <summary>The error as a gRPC status with ErrorInfo, and BadRequest or RetryInfo where they apply.</summary>
    public static RpcException ToRpcException(this DomainError error)
    {
        var code = CodeOf(error.Kind);
        var info = ErrorReason.New(error.Reason, Domain);
        foreach (var (key, value) in error.Metadata)
            info.Metadata.Add(key, value);
        var status = new Google.Rpc.Status { Code = (int)code, Message = error.Message, Details = { Any.Pack(info) } };
        if (error.Fields.Count > 0)
            status.Details.Add(Any.Pack(new BadRequest
            {
                FieldViolations = { error.Fields.Select(f => new BadRequest.Types.FieldViolation { Field = f.Field, Description = f.Description }) },
            }));
        if (error.Kind == ErrorKind.Unavailable)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) }));
        return new RpcException(new Grpc.Core.Status(code, error.Message), new Metadata { { Trailer, status.ToByteArray() } });
    }

    /// <summary>The ErrorInfo that came with an exception; null when there is none.</summary>
    public static ErrorInfo? ErrorInfoOf(RpcException exception)
    {
        var bytes = exception.Trailers.FirstOrDefault(t => t.Key == Trailer)?.ValueBytes;
        var detail = bytes is null ? null : Google.Rpc.Status.Parser.ParseFrom(bytes).Details.FirstOrDefault(d => d.Is(ErrorInfo.Descriptor));
        return detail?.Unpack<ErrorInfo>();
    }

    private static StatusCode CodeOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCode.InvalidArgument,
        ErrorKind.NotFound => StatusCode.NotFound,
        ErrorKind.Conflict => StatusCode.Aborted,
        ErrorKind.Precondition => StatusCode.FailedPrecondition,
        ErrorKind.OutOfRange => StatusCode.OutOfRange,
        ErrorKind.Exhausted => StatusCode.ResourceExhausted,
        ErrorKind.Unavailable => StatusCode.Unavailable,
        ErrorKind.Unknown => StatusCode.Unauthenticated,
        ErrorKind.Forbidden => StatusCode.PermissionDenied,
        _ => StatusCode.Internal,
    };
}
