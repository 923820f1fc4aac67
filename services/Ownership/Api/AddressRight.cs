using Filingwire.Hosting.Security;
using Grpc.Core;

namespace Filingwire.Ownership.Api;

/// <summary>
/// Who may see addresses of persons: operators. Without access tokens, which is possible on loopback only, everybody who can reach the
/// service could read its files as well.
/// </summary>
internal sealed class AddressRight(AccessOptions access)
{
    private const string Scheme = "Bearer ";

    /// <summary>True when the caller has the right.</summary>
    public bool IsHeldBy(ServerCallContext context)
    {
        if (access.Tokens is null)
            return true;
        var header = context.RequestHeaders.GetValue("authorization");
        return header is not null && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && access.Tokens.RoleOf(header[Scheme.Length..]) >= Role.Operator;
    }
}
