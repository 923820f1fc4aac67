namespace Grpc.Net.Client.Configuration;

/// <summary>Stops retries while too many calls fail: a failure takes one token, a success gives back a part of one, and below half nothing is retried.</summary>
public sealed class RetryThrottlingPolicy : ConfigObject
{
    public int? MaxTokens { get; set; }

    public double? TokenRatio { get; set; }
}
