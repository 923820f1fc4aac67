using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>The names of the health protocol. Each stands for the checks it was mapped to.</summary>
public sealed class ServiceMappingCollection : IEnumerable<ServiceMapping>
{
    private readonly Dictionary<string, ServiceMapping> _mappings = new(StringComparer.Ordinal);

    internal ServiceMappingCollection() { }

    public int Count => _mappings.Count;

    public void Add(ServiceMapping service)
    {
        ArgumentNullException.ThrowIfNull(service);
        if (!_mappings.TryAdd(service.Name, service)) throw new ArgumentException($"'{service.Name}' is mapped already.", nameof(service));
    }

    /// <summary>Maps a name, anew if it was mapped.</summary>
    public void Map(string name, Func<HealthCheckMapContext, bool> predicate) => _mappings[name] = new ServiceMapping(name, predicate);

    public void Remove(string name) => _mappings.Remove(name);

    public void Clear() => _mappings.Clear();

    public IEnumerator<ServiceMapping> GetEnumerator() => _mappings.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal bool TryFind(string name, [NotNullWhen(true)] out ServiceMapping? mapping) => _mappings.TryGetValue(name, out mapping);
}
