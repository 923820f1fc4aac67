using Grpc.Core;

namespace Filingwire.Hosting.Security;

/// <summary>
/// Who may see addresses of persons: operators, and the other services that keep them for operators. Without access tokens, which is possible on
/// loopback only, everybody who can reach the service could read its files as well.
/// </summary>
public sealed class AddressRight(AccessOptions access)
{
    /// <summary>True when the caller has the right.</summary>
    public bool IsHeldBy(ServerCallContext context) =>
        access.Tokens is not { } tokens || (CallerToken.Of(context.RequestHeaders.GetValue("authorization")) is { } token && tokens.RoleOf(token) >= Role.Peer);
}
