using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;

namespace Filingwire.Hosting.Health;

/// <summary>
/// Tells the health of the names that this service has. Any other is NOT_FOUND and is neither kept nor watched: health is open to all, so a stranger's
/// names must cost nothing.
/// </summary>
internal sealed class OwnHealth : HealthServiceImpl
{
    private static readonly string[] Names = ["", "live", "ready"];

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) =>
        Names.Contains(request.Service) ? base.Check(request, context) : throw Unknown();

    public override Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context) =>
        Names.Contains(request.Service) ? base.Watch(request, responseStream, context) : throw Unknown();

    private static RpcException Unknown() => new(new Status(StatusCode.NotFound, "There is no service of this name here."));
}
