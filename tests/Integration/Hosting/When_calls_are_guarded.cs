using System.Security.Cryptography;
using System.Text;
using Filingwire.Events.V1;
using Filingwire.Hosting;
using Filingwire.Hosting.Errors;
using Filingwire.Hosting.Security;
using Filingwire.Hosting.Settings;
using Filingwire.Integration.Fixtures;
using Filingwire.Store;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace Filingwire.Integration.Hosting;

public sealed class When_calls_are_guarded : IAsyncLifetime
{
    private const int AtOnce = 5;
    private readonly TwoServices services = new() { Options = o => o with { Access = new AccessOptions { Tokens = Tokens(), Limits = new CallLimits { AtOnce = AtOnce } } } };
    private GrpcChannel channel = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => channel = GrpcChannel.ForAddress((await services.StartWriterAsync()).Address);

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await services.DisposeAsync();
    }

    [Theory]
    [InlineData(null, StatusCode.Unauthenticated)]
    [InlineData("Bearer wrong", StatusCode.Unauthenticated)]
    [InlineData("Basic reader-secret", StatusCode.Unauthenticated)]
    [InlineData("reader-secret", StatusCode.Unauthenticated)]
    [InlineData("Bearer reader-secret", StatusCode.OK)]
    [InlineData("bearer operator-secret", StatusCode.OK)]
    public async Task A_reader_s_method_wants_a_known_token(string? header, StatusCode expected)
    {
        Assert.Equal(expected, await StatusOf(async () => await new EventLogService.EventLogServiceClient(channel).GetLogStatusAsync(new GetLogStatusRequest(), Headers(header), cancellationToken: Cancellation)));
        Assert.Equal(expected, await StatusOf(async () =>
        {
            using var call = new EventLogService.EventLogServiceClient(channel).WatchEvents(new WatchEventsRequest { FromSequence = 1, HistoryOnly = true }, Headers(header), cancellationToken: Cancellation);
            await call.ResponseStream.MoveNext(Cancellation);
        }));
    }

    [Theory]
    [InlineData("Bearer reader-secret", StatusCode.PermissionDenied)]
    [InlineData("Bearer submitter-secret", StatusCode.PermissionDenied)]
    [InlineData("Bearer operator-secret", StatusCode.OK)]
    public async Task An_operator_s_method_wants_the_role(string header, StatusCode expected) => Assert.Equal(
        expected, await StatusOf(async () => await new OperationsService.OperationsServiceClient(channel).RetryFailedAsync(new RetryFailedRequest(), Headers(header), cancellationToken: Cancellation)));

    [Fact]
    public async Task Health_is_open_to_all() => Assert.Equal(
        HealthCheckResponse.Types.ServingStatus.Serving,
        (await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest { Service = "live" }, cancellationToken: Cancellation)).Status);

    [Theory]
    [InlineData(20, StatusCode.NotFound)]
    [InlineData(900, StatusCode.NotFound)]
    [InlineData(3_000_000, StatusCode.ResourceExhausted)]
    public async Task A_health_name_that_a_service_does_not_have_is_neither_kept_nor_logged(int length, StatusCode expected)
    {
        var health = new Health.HealthClient(channel);
        var request = new HealthCheckRequest { Service = new string('?', length) };
        Assert.Equal(expected, await StatusOf(async () => await health.CheckAsync(request, cancellationToken: Cancellation)));
        using var watch = health.Watch(request, cancellationToken: Cancellation);
        Assert.Equal(expected, await StatusOf(() => watch.ResponseStream.MoveNext(Cancellation)));
        Assert.DoesNotContain(services.Log.Entries, entry => $"{entry.Message} {entry.Exception}".Contains("????", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stranger_is_answered_before_a_byte_of_the_message_is_read()
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { DefaultRequestVersion = new Version(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var endless = new EndlessContent();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri("http://" + channel.Target), "/filingwire.events.v1.EventLogService/GetLogStatus"));
        request.Version = new Version(2, 0);
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        request.Content = endless;
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.Equal("16", Assert.Single(response.Headers.GetValues("grpc-status")));
    }

    [Fact]
    public async Task A_caller_has_a_number_of_calls_at_once_and_others_have_theirs()
    {
        var client = new EventLogService.EventLogServiceClient(channel);
        var watching = Enumerable.Range(0, AtOnce).Select(_ => client.WatchEvents(new WatchEventsRequest(), Headers("Bearer reader-secret"))).ToList();
        await Eventually.Holds(async () => await StatusOf(async () => await AskAsync("reader")) == StatusCode.ResourceExhausted, TimeSpan.FromSeconds(20));
        Assert.Equal(StatusCode.OK, await StatusOf(async () => await AskAsync("submitter")));
        watching.ForEach(call => call.Dispose());
        await Eventually.Holds(async () => await StatusOf(async () => await AskAsync("reader")) == StatusCode.OK, TimeSpan.FromSeconds(20));

        async Task AskAsync(string role) =>
            await client.GetLogStatusAsync(new GetLogStatusRequest(), Headers($"Bearer {role}-secret"), cancellationToken: Cancellation);
    }

    [Fact]
    public async Task Whoever_tries_tokens_is_soon_not_looked_at()
    {
        var client = new EventLogService.EventLogServiceClient(channel);
        await Eventually.Holds(
            async () => await StatusOf(async () => await client.GetLogStatusAsync(new GetLogStatusRequest(), Headers("Bearer guess"), cancellationToken: Cancellation)) == StatusCode.ResourceExhausted,
            TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Without_tokens_no_service_listens_beyond_loopback()
    {
        var refused = await Assert.ThrowsAsync<OptionsException>(() => ServiceHost.StartAsync(
            new ServiceDefinition("open", 0),
            new ServiceOptions { Listen = new Uri("http://0.0.0.0:0"), Store = new StoreOptions { Data = services.Folder } },
            services.Log.Attach,
            Cancellation));
        Assert.Contains("FILINGWIRE_TOKENS", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_s_name_cannot_leave_its_folder()
    {
        var operations = new OperationsService.OperationsServiceClient(channel);
        foreach (var name in new[] { "", "../x", "/tmp/x", "a/b", ".hidden" })
        {
            var refused = await Assert.ThrowsAsync<RpcException>(async () => await operations.BackUpStoreAsync(new BackUpStoreRequest { Name = name }, Headers("Bearer operator-secret"), cancellationToken: Cancellation));
            Assert.Equal("BACKUP_NAME_MALFORMED", ErrorReason.Of(RichStatus.ErrorInfoOf(refused)!));
        }
        var written = await operations.BackUpStoreAsync(new BackUpStoreRequest { Name = "monday.db" }, Headers("Bearer operator-secret"), cancellationToken: Cancellation);
        Assert.Equal(new FileInfo(Path.Combine(services.Folder, "backups", "monday.db")).Length, written.SizeBytes);
        var again = await Assert.ThrowsAsync<RpcException>(async () => await operations.BackUpStoreAsync(new BackUpStoreRequest { Name = "monday.db" }, Headers("Bearer operator-secret"), cancellationToken: Cancellation));
        Assert.Equal((StatusCode.FailedPrecondition, "BACKUP_EXISTS"), (again.StatusCode, ErrorReason.Of(RichStatus.ErrorInfoOf(again)!)));
    }

    private static AccessTokens Tokens() => AccessTokens.Parse(
        new[] { "reader", "submitter", "operator" }.Select(role => $"{role} sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(role + "-secret")))}"));

    private static Metadata Headers(string? authorization) => authorization is null ? [] : new Metadata { { "authorization", authorization } };

    /// <summary>A message that begins and never ends.</summary>
    private sealed class EndlessContent : HttpContent
    {
        private readonly CancellationTokenSource disposed = new();

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(new byte[] { 0, 0, 16, 0, 0 });
            await stream.FlushAsync();
            await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, disposed.Token));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            disposed.Cancel();
            base.Dispose(disposing);
        }
    }

    private static async Task<StatusCode> StatusOf(Func<Task> call)
    {
        try
        {
            await call();
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }
}
