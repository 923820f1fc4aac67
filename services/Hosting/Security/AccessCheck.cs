using Filingwire.Hosting.Errors;
using Microsoft.AspNetCore.Http;

namespace Filingwire.Hosting.Security;

/// <summary>
/// Lets a call through when its bearer token has the role that the method needs. It stands before the gRPC endpoints and looks at the headers only, so
/// that nothing of a stranger's message is read or decompressed. Health is open to all.
/// </summary>
internal sealed class AccessCheck(RequestDelegate next, AccessOptions options, MethodRoles roles)
{
    private const string Scheme = "Bearer ";

    /// <summary>Answers the call or passes it on.</summary>
    public Task InvokeAsync(HttpContext context) => Refusal(context.Request) is { } refusal ? refusal.AnswerAsync(context.Response) : next(context);

    private DomainError? Refusal(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (options.Tokens is null || path.StartsWith("/grpc.health.", StringComparison.Ordinal))
            return null;
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || options.Tokens.RoleOf(header[Scheme.Length..]) is not { } role)
            return new DomainError(ErrorKind.Unknown, "TOKEN_UNKNOWN", "A known bearer token is needed.");
        // What nobody has stated is no method of ours; the endpoint says so.
        return roles.Needed(path) is not { } needed || role >= needed
            ? null
            : new DomainError(ErrorKind.Forbidden, "ROLE_MISSING", $"The method needs the role {needed}.")
            {
                Metadata = new Dictionary<string, string> { ["role"] = needed.ToString() },
            };
    }
}
