using Filingwire.Hosting.Errors;
using Microsoft.AspNetCore.Http;

namespace Filingwire.Hosting.Security;

/// <summary>
/// Lets a call through when its bearer token has the role that the method needs and its caller is within its limits. It stands before the gRPC
/// endpoints and looks at the headers only, so that nothing of a stranger's message is read or decompressed. Health and reflection are open to all.
/// </summary>
internal sealed class AccessCheck(RequestDelegate next, AccessOptions options, MethodRoles roles, CallerQuota quota)
{
    private static readonly DomainError TooMany =
        new(ErrorKind.Exhausted, "CALLER_OVER_LIMIT", "The caller makes more calls, or more at once, than it may; slow down and repeat.");

    private static readonly DomainError Unknown = new(ErrorKind.Unknown, "TOKEN_UNKNOWN", "A known bearer token is needed.");

    /// <summary>Answers the call or passes it on.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        var token = CallerToken.Of(context.Request.Headers.Authorization);
        if (!quota.MayTry(address))
        {
            await TooMany.AnswerAsync(context.Response);
            return;
        }
        var role = token is null ? null : options.Tokens?.RoleOf(token);
        if (Refusal(context.Request.Path.Value ?? "", role) is { } refusal)
        {
            if (refusal == Unknown)
                quota.Refused(address);
            await refusal.AnswerAsync(context.Response);
            return;
        }
        using var place = quota.TryBegin(role is null ? address : token!);
        if (place is null)
            await TooMany.AnswerAsync(context.Response);
        else
            await next(context);
    }

    private DomainError? Refusal(string path, Role? role)
    {
        if (options.Tokens is null || IsOpen(path))
            return null;
        if (role is null)
            return Unknown;
        // What nobody has stated is no method of ours; the endpoint says so.
        return roles.Needed(path) is not { } needed || role >= needed
            ? null
            : new DomainError(ErrorKind.Forbidden, "ROLE_MISSING", $"The method needs the role {needed}.")
            {
                Metadata = new Dictionary<string, string> { ["role"] = needed.ToString() },
            };
    }

    private static bool IsOpen(string path) =>
        path.StartsWith("/grpc.health.", StringComparison.Ordinal) || path.StartsWith("/grpc.reflection.", StringComparison.Ordinal);
}
