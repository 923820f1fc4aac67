using Grpc.Core;

namespace Grpc.Net.Client.Configuration;

/// <summary>When a call that failed before the server answered is tried again. Every property is required.</summary>
public sealed class RetryPolicy : ConfigObject
{
    /// <summary>Two or more, the first included.</summary>
    public int? MaxAttempts { get; set; }

    public TimeSpan? InitialBackoff { get; set; }

    public TimeSpan? MaxBackoff { get; set; }

    public double? BackoffMultiplier { get; set; }

    public IList<StatusCode> RetryableStatusCodes { get; } = [];
}
