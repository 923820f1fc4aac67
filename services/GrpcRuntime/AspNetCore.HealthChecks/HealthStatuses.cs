using Microsoft.Extensions.Diagnostics.HealthChecks;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Results of health checks as statuses of the protocol. Degraded still serves.</summary>
internal static class HealthStatuses
{
    public static ServingStatus Of(HealthStatus status) => status == HealthStatus.Unhealthy ? ServingStatus.NotServing : ServingStatus.Serving;

    public static ServingStatus Of(HealthReport report, ServiceMapping mapping) =>
        report.Entries.Any(entry => entry.Value.Status == HealthStatus.Unhealthy
            && mapping.HealthCheckPredicate(new HealthCheckMapContext(entry.Key, entry.Value.Tags)))
            ? ServingStatus.NotServing
            : ServingStatus.Serving;
}
