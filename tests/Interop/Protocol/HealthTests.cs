using Filingwire.Interop.Cases;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Filingwire.Interop.Protocol;

/// <summary>The health protocol, with liveness and readiness under two names.</summary>
public sealed class HealthTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_runs_the_checks_of_the_name()
    {
        var store = HealthStatus.Unhealthy;
        await using var server = await StartAsync(() => store);
        using var channel = GrpcChannel.ForAddress(server.Address);
        var health = new Health.HealthClient(channel);
        Assert.Equal(ServingStatus.Serving, await StatusOf("liveness"));
        Assert.Equal(ServingStatus.NotServing, await StatusOf("readiness"));
        Assert.Equal(ServingStatus.NotServing, await StatusOf(""));
        store = HealthStatus.Degraded;
        Assert.Equal(ServingStatus.Serving, await StatusOf("readiness"));
        store = HealthStatus.Healthy;
        Assert.Equal(ServingStatus.Serving, await StatusOf(""));
        Assert.Equal(StatusCode.NotFound, (await EchoCalls.EndOf(() => StatusOf("nothing"))).StatusCode);

        async Task<ServingStatus> StatusOf(string service) =>
            (await health.CheckAsync(new HealthCheckRequest { Service = service }, cancellationToken: Stop)).Status;
    }

    [Fact]
    public async Task Watch_follows_changes_and_ends_when_the_server_stops()
    {
        var store = HealthStatus.Healthy;
        await using var server = await StartAsync(() => store);
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var watch = new Health.HealthClient(channel).Watch(new HealthCheckRequest { Service = "readiness" }, cancellationToken: Stop);
        Assert.Equal(ServingStatus.Serving, await NextAsync());
        store = HealthStatus.Unhealthy;
        Assert.Equal(ServingStatus.NotServing, await NextAsync());
        store = HealthStatus.Healthy;
        Assert.Equal(ServingStatus.Serving, await NextAsync());
        var stopping = server.StopAsync(Stop);
        Assert.Equal(ServingStatus.NotServing, await NextAsync());
        Assert.False(await watch.ResponseStream.MoveNext().WaitAsync(TimeSpan.FromSeconds(20), Stop));
        await stopping.WaitAsync(TimeSpan.FromSeconds(20), Stop);

        async Task<ServingStatus> NextAsync()
        {
            Assert.True(await watch.ResponseStream.MoveNext().WaitAsync(TimeSpan.FromSeconds(20), Stop));
            return watch.ResponseStream.Current.Status;
        }
    }

    [Fact]
    public async Task Watch_of_an_unknown_name_waits_for_it()
    {
        var health = new Grpc.HealthCheck.HealthServiceImpl();
        await using var server = await TestServer.StartAsync(
            services => services.AddSingleton(health).AddGrpc(), application => application.MapGrpcService<Grpc.HealthCheck.HealthServiceImpl>());
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var watch = new Health.HealthClient(channel).Watch(new HealthCheckRequest { Service = "later" }, cancellationToken: Stop);
        Assert.True(await watch.ResponseStream.MoveNext());
        Assert.Equal(ServingStatus.ServiceUnknown, watch.ResponseStream.Current.Status);
        health.SetStatus("later", ServingStatus.Serving);
        Assert.True(await watch.ResponseStream.MoveNext());
        Assert.Equal(ServingStatus.Serving, watch.ResponseStream.Current.Status);
        health.ClearAll();
        Assert.True(await watch.ResponseStream.MoveNext());
        Assert.Equal(ServingStatus.ServiceUnknown, watch.ResponseStream.Current.Status);
    }

    private static Task<TestServer> StartAsync(Func<HealthStatus> store) => TestServer.StartAsync(
        services =>
        {
            services.AddGrpc();
            services.AddGrpcHealthChecks(options =>
            {
                options.Services.Map("liveness", check => check.Tags.Contains("live"));
                options.Services.Map("readiness", check => check.Tags.Contains("ready"));
            })
                .AddCheck("process", () => HealthCheckResult.Healthy(), ["live"])
                .AddCheck("store", () => new HealthCheckResult(store()), ["ready"]);
            services.Configure<HealthCheckPublisherOptions>(options =>
            {
                options.Delay = TimeSpan.Zero;
                options.Period = TimeSpan.FromSeconds(1);
            });
        },
        application => application.MapGrpcHealthChecksService());
}
