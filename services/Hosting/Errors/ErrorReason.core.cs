using Google.Rpc;

namespace Filingwire.Hosting.Errors;

/// <summary>In Google.Api.CommonProtos 2.0.0 the first field still has its first name; the wire is the same.</summary>
public static class ErrorReason
{
    /// <summary>An ErrorInfo with this reason.</summary>
    public static ErrorInfo New(string reason, string domain) => new() { Type = reason, Domain = domain };

    /// <summary>The reason.</summary>
    public static string Of(ErrorInfo info) => info.Type;
}
