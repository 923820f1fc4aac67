using System.Globalization;
using System.Net.Http.Headers;
using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>The headers of a request.</summary>
internal static class RequestHeaders
{
    private static readonly string UserAgent = $"grpc-csharp-filingwire/{typeof(RequestHeaders).Assembly.GetName().Version?.ToString(3)}";

    public static void AddStandard(HttpRequestHeaders headers)
    {
        headers.TryAddWithoutValidation("user-agent", UserAgent);
        // Asks every hop to let trailers through.
        headers.TryAddWithoutValidation("te", "trailers");
        headers.TryAddWithoutValidation(HeaderNames.AcceptEncoding, Encodings.Accepted);
    }

    /// <exception cref="RpcException">INTERNAL for a value that no header can carry.</exception>
    public static void Add(HttpRequestHeaders headers, Metadata metadata)
    {
        foreach (var entry in metadata)
        {
            if (entry.Key == HeaderNames.EncodingRequest) continue;
            if (entry.Key == "user-agent") headers.Remove("user-agent");
            var value = WireMetadata.Value(entry)
                ?? throw Failure.Of(StatusCode.Internal, $"The header '{entry.Key}' has characters that no header can carry.");
            headers.TryAddWithoutValidation(entry.Key, value);
        }
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
