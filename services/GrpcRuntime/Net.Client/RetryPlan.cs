using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client;

/// <summary>The retry policies of a channel, checked, and found by method.</summary>
internal sealed class RetryPlan
{
    private readonly Dictionary<(string? Service, string? Method), RetryPolicy> _policies = [];
    private readonly int _mostAttempts;
    private readonly Throttle? _throttle;

    public RetryPlan(ServiceConfig config, int? mostAttempts)
    {
        _mostAttempts = mostAttempts ?? int.MaxValue;
        foreach (var method in config.MethodConfigs)
        {
            if (method.RetryPolicy is not { } policy) continue;
            Check(policy);
            foreach (var name in method.Names)
            {
                var service = string.IsNullOrEmpty(name.Service) ? null : name.Service;
                var key = (service, service is null || string.IsNullOrEmpty(name.Method) ? null : name.Method);
                if (!_policies.TryAdd(key, policy)) throw new InvalidOperationException($"The service config names {name.Service}/{name.Method} twice.");
            }
        }

        if (config.RetryThrottling is { } throttling)
        {
            _throttle = new Throttle(
                throttling.MaxTokens ?? throw new InvalidOperationException("A retry throttling policy needs MaxTokens."),
                throttling.TokenRatio ?? throw new InvalidOperationException("A retry throttling policy needs TokenRatio."));
        }
    }

    public RetryPolicy? Find(IMethod method) =>
        _policies.GetValueOrDefault((method.ServiceName, method.Name))
        ?? _policies.GetValueOrDefault((method.ServiceName, null))
        ?? _policies.GetValueOrDefault((null, null));

    /// <summary>The wait before the next attempt; null when there is none. Pushback is the server's word on it, in milliseconds; negative forbids.</summary>
    public TimeSpan? Wait(RetryPolicy policy, int attemptsMade, StatusCode status, long? pushback)
    {
        var isRetryable = policy.RetryableStatusCodes.Contains(status);
        var isAllowed = _throttle is null || !(isRetryable || pushback < 0) || _throttle.Failed();
        if (!isRetryable || !isAllowed || attemptsMade >= Math.Min(policy.MaxAttempts!.Value, _mostAttempts) || pushback < 0) return null;
        if (pushback is { } milliseconds) return TimeSpan.FromMilliseconds(milliseconds);
        var ceiling = Math.Min(
            policy.InitialBackoff!.Value.TotalMilliseconds * Math.Pow(policy.BackoffMultiplier!.Value, attemptsMade - 1),
            policy.MaxBackoff!.Value.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * ceiling);
    }

    public void Succeeded() => _throttle?.Succeeded();

    private static void Check(RetryPolicy policy)
    {
        if (policy.MaxAttempts is not > 1) throw new InvalidOperationException("A retry policy needs MaxAttempts above 1.");
        if (policy.InitialBackoff is not { Ticks: > 0 }) throw new InvalidOperationException("A retry policy needs a positive InitialBackoff.");
        if (policy.MaxBackoff is not { Ticks: > 0 }) throw new InvalidOperationException("A retry policy needs a positive MaxBackoff.");
        if (policy.BackoffMultiplier is not > 0) throw new InvalidOperationException("A retry policy needs a positive BackoffMultiplier.");
        if (policy.RetryableStatusCodes.Count == 0) throw new InvalidOperationException("A retry policy needs RetryableStatusCodes.");
    }

    private sealed class Throttle(int most, double ratio)
    {
        private readonly Lock _lock = new();
        private double _tokens = most;

        public bool Failed()
        {
            lock (_lock)
            {
                _tokens = Math.Max(0, _tokens - 1);
                return _tokens > most / 2d;
            }
        }

        public void Succeeded()
        {
            lock (_lock) _tokens = Math.Min(most, _tokens + ratio);
        }
    }
}
