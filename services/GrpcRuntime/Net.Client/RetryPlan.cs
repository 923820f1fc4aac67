using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client;

/// <summary>The retry policies of a channel, checked, and found by method.</summary>
internal sealed class RetryPlan
{
    // As in the official client, whatever a policy says.
    private const int MostAttempts = 5;

    private readonly Dictionary<(string? Service, string? Method), RetryPolicy> _policies = [];

    public RetryPlan(ServiceConfig config)
    {
        foreach (var method in config.MethodConfigs)
        {
            if (method.RetryPolicy is not { } policy) continue;
            Check(policy);
            foreach (var name in method.Names)
            {
                var service = string.IsNullOrEmpty(name.Service) ? null : name.Service;
                var key = (service, service is null || string.IsNullOrEmpty(name.Method) ? null : name.Method);
                if (!_policies.TryAdd(key, policy))
                    throw new InvalidOperationException($"The service config names {name.Service}/{name.Method} twice.");
            }
        }
    }

    public RetryPolicy? Find(IMethod method) =>
        _policies.GetValueOrDefault((method.ServiceName, method.Name))
        ?? _policies.GetValueOrDefault((method.ServiceName, null))
        ?? _policies.GetValueOrDefault((null, null));

    /// <summary>
    /// The wait before the next attempt; null when there is none. Pushback is the server's word on it, in milliseconds; negative forbids.
    /// </summary>
    public static TimeSpan? Wait(RetryPolicy policy, int attemptsMade, StatusCode status, long? pushback)
    {
        if (!policy.RetryableStatusCodes.Contains(status)) return null;
        if (attemptsMade >= Math.Min(policy.MaxAttempts!.Value, MostAttempts) || pushback < 0) return null;
        if (pushback is { } milliseconds) return TimeSpan.FromMilliseconds(milliseconds);
        var ceiling = Math.Min(
            policy.InitialBackoff!.Value.TotalMilliseconds * Math.Pow(policy.BackoffMultiplier!.Value, attemptsMade - 1),
            policy.MaxBackoff!.Value.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * ceiling);
    }

    private static void Check(RetryPolicy policy)
    {
        if (policy.MaxAttempts is not > 1) throw new InvalidOperationException("A retry policy needs MaxAttempts above 1.");
        if (policy.InitialBackoff is not { Ticks: > 0 }) throw new InvalidOperationException("A retry policy needs an InitialBackoff.");
        if (policy.MaxBackoff is not { Ticks: > 0 }) throw new InvalidOperationException("A retry policy needs a MaxBackoff.");
        if (policy.BackoffMultiplier is not > 0) throw new InvalidOperationException("A retry policy needs a BackoffMultiplier.");
        if (policy.RetryableStatusCodes.Count == 0) throw new InvalidOperationException("A retry policy needs RetryableStatusCodes.");
    }
}
