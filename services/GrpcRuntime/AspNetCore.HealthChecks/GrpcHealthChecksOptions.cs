namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Options of the health service.</summary>
public sealed class GrpcHealthChecksOptions
{
    /// <summary>At first the empty name, which stands for all checks.</summary>
    public ServiceMappingCollection Services { get; } = [];

    /// <summary>Whether Watch goes on while the program stops, instead of ending with NOT_SERVING.</summary>
    public bool SuppressCompletionOnShutdown { get; set; }

    /// <summary>Whether Check answers with the last periodic result instead of running the checks.</summary>
    public bool UseHealthChecksCache { get; set; }
}
