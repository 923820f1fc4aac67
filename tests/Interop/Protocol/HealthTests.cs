using System.Collections.Concurrent;
using Filingwire.Interop.Cases;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Filingwire.Interop.Protocol;

/// <summary>The health protocol over statuses that the program sets.</summary>
public sealed class HealthTests
{
    private const string Secret = "made-up-by-the-caller";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> UnknownNames => [Secret, Secret.PadRight(201, 'x'), Secret.PadRight(3_000_000, 'x')];

    [Fact]
    public async Task Check_tells_the_present_status_of_a_name()
    {
        var statuses = new HealthServiceImpl();
        await using var server = await StartAsync(statuses);
        using var channel = GrpcChannel.ForAddress(server.Address);
        var longest = new string('n', 200);
        statuses.SetStatus("ready", ServingStatus.NotServing);
        statuses.SetStatus(longest, ServingStatus.Serving);
        Assert.Equal(ServingStatus.NotServing, await StatusOf(channel, "ready"));
        Assert.Equal(ServingStatus.Serving, await StatusOf(channel, longest));
        statuses.SetStatus("ready", ServingStatus.Serving);
        Assert.Equal(ServingStatus.Serving, await StatusOf(channel, "ready"));
    }

    [Fact]
    public async Task Watch_follows_changes()
    {
        var statuses = new HealthServiceImpl();
        statuses.SetStatus("ready", ServingStatus.Serving);
        await using var server = await StartAsync(statuses);
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var watch = new Health.HealthClient(channel).Watch(new HealthCheckRequest { Service = "ready" }, cancellationToken: Stop);
        Assert.Equal(ServingStatus.Serving, await NextAsync());
        statuses.SetStatus("ready", ServingStatus.NotServing);
        Assert.Equal(ServingStatus.NotServing, await NextAsync());
        statuses.SetStatus("other", ServingStatus.Serving);
        statuses.SetStatus("ready", ServingStatus.Serving);
        Assert.Equal(ServingStatus.Serving, await NextAsync());

        async Task<ServingStatus> NextAsync()
        {
            Assert.True(await watch.ResponseStream.MoveNext().WaitAsync(TimeSpan.FromSeconds(20), Stop));
            return watch.ResponseStream.Current.Status;
        }
    }

    [Theory]
    [MemberData(nameof(UnknownNames))]
    public async Task Unknown_name_is_not_found_and_appears_nowhere(string name)
    {
        var log = new Lines();
        await using var server = await StartAsync(new HealthServiceImpl(), log);
        using var channel = GrpcChannel.ForAddress(server.Address);
        var health = new Health.HealthClient(channel);
        var request = new HealthCheckRequest { Service = name };
        using var watch = health.Watch(request, cancellationToken: Stop);
        var statuses = new[]
        {
            await EchoCalls.EndOf(() => health.CheckAsync(request, cancellationToken: Stop).ResponseAsync),
            await EchoCalls.EndOf(() => watch.ResponseStream.MoveNext()).WaitAsync(TimeSpan.FromSeconds(20), Stop),
        };
        var notFound = (StatusCode.NotFound, "The service is not known.");
        Assert.All(statuses, status => Assert.Equal(notFound, (status.StatusCode, status.Detail)));
        Assert.Contains(log.Written, line => line.Contains("NotFound", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Written, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Name_longer_than_200_characters_cannot_be_set() =>
        Assert.Throws<ArgumentException>(() => new HealthServiceImpl().SetStatus(new string('n', 201), ServingStatus.Serving));

    private static async Task<ServingStatus> StatusOf(GrpcChannel channel, string service)
    {
        var request = new HealthCheckRequest { Service = service };
        return (await new Health.HealthClient(channel).CheckAsync(request, cancellationToken: Stop)).Status;
    }

    private static Task<TestServer> StartAsync(HealthServiceImpl statuses, ILoggerProvider? log = null) => TestServer.StartAsync(
        services =>
        {
            services.AddSingleton(statuses).AddGrpc();
            if (log is not null) services.AddSingleton(log).AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace));
        },
        application => application.MapGrpcService<HealthServiceImpl>());

    /// <summary>Keeps everything that is logged, whoever does it.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
