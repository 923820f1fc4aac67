using Google.Protobuf;

namespace Grpc.Core;

/// <summary>The rich status among trailers.</summary>
public static class MetadataExtensions
{
    /// <summary>The trailer that holds a google.rpc.Status.</summary>
    public const string StatusDetailsTrailerName = "grpc-status-details-bin";

    /// <param name="metadata">The trailers of a call.</param>
    /// <param name="ignoreParseError">Whether a damaged status is null instead of an exception.</param>
    /// <exception cref="InvalidProtocolBufferException">The trailer is no google.rpc.Status.</exception>
    public static Google.Rpc.Status? GetRpcStatus(this Metadata metadata, bool ignoreParseError = false)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.Get(StatusDetailsTrailerName) is not { } entry) return null;
        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(entry.ValueBytes);
        }
        catch (InvalidProtocolBufferException) when (ignoreParseError)
        {
            return null;
        }
    }
}
