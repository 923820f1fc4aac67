namespace Filingwire.Hosting.Security;

/// <summary>Who may call, and what this service shows to others.</summary>
public sealed record AccessOptions
{
    /// <summary>Who may call; null lets everybody, which is allowed on loopback only.</summary>
    public AccessTokens? Tokens { get; init; }

    /// <summary>The token this service shows to its peers.</summary>
    public string? PeerToken { get; init; }

    /// <summary>What one caller may take.</summary>
    public CallLimits Limits { get; init; } = new();

    /// <summary>Certificates; null for plain HTTP/2.</summary>
    public TlsOptions? Tls { get; init; }
}
