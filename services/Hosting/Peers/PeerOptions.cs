namespace Filingwire.Hosting.Peers;

/// <summary>Where the other services are.</summary>
/// <param name="Addresses">By name.</param>
public sealed record PeerOptions(IReadOnlyDictionary<string, Uri> Addresses);
