using System.Collections.Concurrent;

namespace Grpc.AspNetCore.Server;

/// <summary>The full names of the services mapped so far, and whether the fallback for unknown ones is mapped.</summary>
internal sealed class MappedServices
{
    private int _hasFallback;

    public ConcurrentDictionary<string, Type> Names { get; } = new(StringComparer.Ordinal);

    public bool ClaimFallback() => Interlocked.Exchange(ref _hasFallback, 1) == 0;
}
