using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Grpc.HealthCheck;

/// <summary>
/// The health protocol over statuses that the program sets. Thread-safe. A name that the program has not set is NOT_FOUND, for
/// Watch too, which the protocol would let wait for it: a name that a caller makes up is not kept and not repeated.
/// </summary>
public class HealthServiceImpl : Health.V1.Health.HealthBase
{
    private const int LongestName = 200;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Known> _services = new(StringComparer.Ordinal);

    /// <param name="service">A service's name, at most 200 characters, or empty for the server as a whole.</param>
    /// <param name="status">Its status from now on.</param>
    public void SetStatus(string service, ServingStatus status)
    {
        ArgumentNullException.ThrowIfNull(service);
        if (service.Length > LongestName)
            throw new ArgumentException($"The name is longer than {LongestName} characters.", nameof(service));
        lock (_lock)
        {
            if (!_services.TryGetValue(service, out var known)) _services[service] = known = new Known();
            known.Status = status;
            foreach (var watcher in known.Watchers) watcher.TryWrite(status);
        }
    }

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_lock) return Task.FromResult(new HealthCheckResponse { Status = Find(request.Service).Status });
    }

    /// <summary>
    /// Sends the present status and every change until the call is cancelled. A slow reader may miss a status that did not last.
    /// </summary>
    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responseStream);
        ArgumentNullException.ThrowIfNull(context);
        var changes = Channel.CreateBounded<ServingStatus>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        Known known;
        lock (_lock)
        {
            known = Find(request.Service);
            changes.Writer.TryWrite(known.Status);
            known.Watchers.Add(changes.Writer);
        }

        try
        {
            ServingStatus? sent = null;
            await foreach (var status in changes.Reader.ReadAllAsync(context.CancellationToken))
            {
                if (status == sent) continue;
                await responseStream.WriteAsync(new HealthCheckResponse { Status = status });
                sent = status;
            }
        }
        finally
        {
            lock (_lock) known.Watchers.Remove(changes.Writer);
        }
    }

    private Known Find(string service) =>
        service.Length <= LongestName && _services.TryGetValue(service, out var known) ? known
        : throw new RpcException(new Status(StatusCode.NotFound, "The service is not known."));

    private sealed class Known
    {
        public ServingStatus Status { get; set; }

        public HashSet<ChannelWriter<ServingStatus>> Watchers { get; } = [];
    }
}
