namespace Filingwire.Hosting.Security;

/// <summary>The bearer token in a call's authorization header.</summary>
internal static class CallerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>The token; null when the header is absent or of another kind.</summary>
    public static string? Of(string? header) =>
        header is not null && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.Length > Scheme.Length ? header[Scheme.Length..] : null;
}
