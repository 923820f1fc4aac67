using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Grpc.HealthCheck;

/// <summary>The health protocol over statuses that the program sets. Thread-safe.</summary>
public class HealthServiceImpl : Health.V1.Health.HealthBase
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ServingStatus> _statuses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ChannelWriter<ServingStatus>>> _watchers = new(StringComparer.Ordinal);

    /// <param name="service">A service's name, or empty for the server as a whole.</param>
    /// <param name="status">Its status from now on.</param>
    public void SetStatus(string service, ServingStatus status)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (_lock)
        {
            _statuses[service] = status;
            Tell(service, status);
        }
    }

    /// <summary>Forgets a service.</summary>
    public void ClearStatus(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (_lock)
        {
            if (_statuses.Remove(service)) Tell(service, ServingStatus.ServiceUnknown);
        }
    }

    /// <summary>Forgets all services.</summary>
    public void ClearAll()
    {
        lock (_lock)
        {
            foreach (var service in _statuses.Keys) Tell(service, ServingStatus.ServiceUnknown);
            _statuses.Clear();
        }
    }

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_lock)
        {
            return _statuses.TryGetValue(request.Service, out var status)
                ? Task.FromResult(new HealthCheckResponse { Status = status })
                : throw new RpcException(new Status(StatusCode.NotFound, $"The service '{request.Service}' is not known."));
        }
    }

    /// <summary>Sends the present status and every change until the call is cancelled. A slow reader may miss a status that did not last.</summary>
    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responseStream);
        ArgumentNullException.ThrowIfNull(context);
        ServingStatus? sent = null;
        await foreach (var status in Changes(request.Service, context.CancellationToken))
        {
            if (status == sent) continue;
            await responseStream.WriteAsync(new HealthCheckResponse { Status = status });
            sent = status;
        }
    }

    /// <summary>The present status and what follows it.</summary>
    internal async IAsyncEnumerable<ServingStatus> Changes(
        string service, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var changes = Channel.CreateBounded<ServingStatus>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
        {
            changes.Writer.TryWrite(_statuses.GetValueOrDefault(service, ServingStatus.ServiceUnknown));
            if (!_watchers.TryGetValue(service, out var watchers)) _watchers[service] = watchers = [];
            watchers.Add(changes.Writer);
        }

        try
        {
            await foreach (var status in changes.Reader.ReadAllAsync(cancellation)) yield return status;
        }
        finally
        {
            lock (_lock)
            {
                var watchers = _watchers[service];
                watchers.Remove(changes.Writer);
                // A name that nobody watches takes no memory, however many a caller makes up.
                if (watchers.Count == 0) _watchers.Remove(service);
            }
        }
    }

    private void Tell(string service, ServingStatus status)
    {
        if (!_watchers.TryGetValue(service, out var watchers)) return;
        foreach (var watcher in watchers) watcher.TryWrite(status);
    }
}
