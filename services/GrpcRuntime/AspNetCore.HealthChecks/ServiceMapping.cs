namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Which health checks a name of the health protocol stands for.</summary>
public sealed class ServiceMapping(string name, Func<HealthCheckMapContext, bool> predicate)
{
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    public Func<HealthCheckMapContext, bool> HealthCheckPredicate { get; } = predicate ?? throw new ArgumentNullException(nameof(predicate));
}
