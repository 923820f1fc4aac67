namespace Grpc.Core;

/// <summary>
/// Not covered; a name in the signatures of <see cref="ServerCallContext"/>. A peer's certificate is on its HTTP connection.
/// </summary>
public class AuthContext(string? peerIdentityPropertyName, Dictionary<string, List<AuthProperty>> properties)
{
    public string? PeerIdentityPropertyName { get; } = peerIdentityPropertyName;

    public IEnumerable<AuthProperty> Properties => properties.Values.SelectMany(list => list);
}

/// <summary>Not covered; a name in the signatures of <see cref="AuthContext"/>.</summary>
public class AuthProperty
{
    internal AuthProperty() { }
}
