using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>The health protocol over the program's health checks.</summary>
internal sealed class HealthService(
    HealthServiceImpl published, HealthCheckService checks, IOptions<GrpcHealthChecksOptions> options, IHostApplicationLifetime lifetime)
    : Health.V1.Health.HealthBase
{
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (options.Value.UseHealthChecksCache) return await published.Check(request, context);
        return await NowAsync(request.Service, context.CancellationToken) is { } status
            ? new HealthCheckResponse { Status = status }
            : throw new RpcException(new Status(StatusCode.NotFound, $"The service '{request.Service}' is not known."));
    }

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        var stopping = options.Value.SuppressCompletionOnShutdown ? default : lifetime.ApplicationStopping;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, stopping);
        ServingStatus? sent = null;
        try
        {
            // The first answer does not wait for the next periodic result.
            if (!options.Value.UseHealthChecksCache)
                await SendAsync(await NowAsync(request.Service, ending.Token) ?? ServingStatus.ServiceUnknown);

            await foreach (var status in published.Changes(request.Service, ending.Token))
            {
                if (IsNotYetPublished(status)) continue;
                await SendAsync(status);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            await SendAsync(ServingStatus.NotServing);
        }

        bool IsNotYetPublished(ServingStatus status) =>
            status == ServingStatus.ServiceUnknown && sent is not null && options.Value.Services.TryFind(request.Service, out _);

        async Task SendAsync(ServingStatus status)
        {
            if (status == sent) return;
            await responseStream.WriteAsync(new HealthCheckResponse { Status = status });
            sent = status;
        }
    }

    private async Task<ServingStatus?> NowAsync(string service, CancellationToken cancellation)
    {
        if (!options.Value.Services.TryFind(service, out var mapping)) return null;
        var report = await checks.CheckHealthAsync(
            check => mapping.HealthCheckPredicate(new HealthCheckMapContext(check.Name, check.Tags)), cancellation);
        return HealthStatuses.Of(report.Status);
    }
}
