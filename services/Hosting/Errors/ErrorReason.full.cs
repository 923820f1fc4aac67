using Google.Rpc;

namespace Filingwire.Hosting.Errors;

/// <summary>The reason's field, which the package of the other set calls otherwise.</summary>
public static class ErrorReason
{
    /// <summary>An ErrorInfo with this reason.</summary>
    public static ErrorInfo New(string reason, string domain) => new() { Reason = reason, Domain = domain };

    /// <summary>The reason.</summary>
    public static string Of(ErrorInfo info) => info.Reason;
}
