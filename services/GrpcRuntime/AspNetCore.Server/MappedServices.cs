using System.Collections.Concurrent;

namespace Grpc.AspNetCore.Server;

/// <summary>The services whose unknown methods are answered already.</summary>
internal sealed class MappedServices
{
    private readonly ConcurrentDictionary<string, byte> _claimed = new(StringComparer.Ordinal);

    /// <summary>True for the first who asks. Empty stands for the services that nobody knows.</summary>
    public bool Claim(string service) => _claimed.TryAdd(service, 0);
}
