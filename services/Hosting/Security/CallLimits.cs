namespace Filingwire.Hosting.Security;

/// <summary>What one caller may take of a service. A caller is a token, or an address where no token is asked for or none is known.</summary>
public sealed record CallLimits
{
    /// <summary>Calls a second of one caller, on average and at once.</summary>
    public int PerSecond { get; init; } = 5000;

    /// <summary>Calls of one caller under way at once, streams among them.</summary>
    public int AtOnce { get; init; } = 1000;

    /// <summary>Refused tokens a second from one address; beyond that its calls are not looked at.</summary>
    public int RefusedPerSecond { get; init; } = 20;

    /// <summary>Connections at once, of all callers.</summary>
    public int Connections { get; init; } = 2000;
}
