using System.Collections.Concurrent;
using System.Net;
using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Grpc.Net.Client;

/// <summary>A channel to one address. Connections are opened when a call needs one, shared by all calls, and opened again after a failure.</summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private readonly ConcurrentDictionary<string, Uri> _methods = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _disposed = new();
    private readonly bool _ownsHttp;
    private int _isDisposed;

    private GrpcChannel(Uri address, GrpcChannelOptions options) : base(address.Authority)
    {
        Address = address;
        Credentials = options.Credentials ?? (address.Scheme == Uri.UriSchemeHttps ? ChannelCredentials.SecureSsl : ChannelCredentials.Insecure);
        IsSecure = address.Scheme == Uri.UriSchemeHttps;
        if (Credentials.IsSecure != IsSecure)
            throw new InvalidOperationException($"The channel's credentials and the scheme of its address {address.Scheme} disagree on TLS.");
        if (options.HttpClient is not null && options.HttpHandler is not null)
            throw new ArgumentException($"{nameof(options.HttpClient)} and {nameof(options.HttpHandler)} cannot both be set.", nameof(options));

        _ownsHttp = options.DisposeHttpClient || (options.HttpClient is null && options.HttpHandler is null);
        Http = options.HttpClient ?? new HttpMessageInvoker(options.HttpHandler ?? NewHandler(), _ownsHttp);
        HttpVersion = options.HttpVersion ?? System.Net.HttpVersion.Version20;
        HttpVersionPolicy = options.HttpVersionPolicy ?? System.Net.Http.HttpVersionPolicy.RequestVersionExact;
        SendLimit = options.MaxSendMessageSize;
        ReceiveLimit = options.MaxReceiveMessageSize;
        Encodings = new Encodings(Encodings.Standard.Concat(options.CompressionProviders ?? []));
        ThrowsOperationCanceled = options.ThrowOperationCanceledOnCancellation;
        SendsCallCredentials = IsSecure || options.UnsafeUseInsecureChannelCallCredentials;
        Retries = options.ServiceConfig is null ? null : new RetryPlan(options.ServiceConfig, options.MaxRetryAttempts);
        RetryBuffer = new RetryBuffer(options.MaxRetryBufferSize, options.MaxRetryBufferPerCallSize);
        Log = (options.LoggerFactory ?? (ILoggerFactory?)options.ServiceProvider?.GetService(typeof(ILoggerFactory)) ?? NullLoggerFactory.Instance)
            .CreateLogger("Grpc.Net.Client.GrpcChannel");
    }

    internal Uri Address { get; }

    internal HttpMessageInvoker Http { get; }

    internal Version HttpVersion { get; }

    internal HttpVersionPolicy HttpVersionPolicy { get; }

    internal ChannelCredentials Credentials { get; }

    internal bool IsSecure { get; }

    internal bool SendsCallCredentials { get; }

    internal bool ThrowsOperationCanceled { get; }

    internal int? SendLimit { get; }

    internal int? ReceiveLimit { get; }

    internal Encodings Encodings { get; }

    internal RetryPlan? Retries { get; }

    internal RetryBuffer RetryBuffer { get; }

    internal ILogger Log { get; }

    /// <summary>Set when the channel is disposed of, which cancels its calls.</summary>
    internal CancellationToken Disposed => _disposed.Token;

    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) => ForAddress(new Uri(address), channelOptions);

    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <param name="address">http or https, host and port.</param>
    /// <param name="channelOptions">The channel's options.</param>
    /// <exception cref="ArgumentException">The address has another scheme, or the options contradict each other.</exception>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            throw new ArgumentException($"The address '{address}' has to begin with http:// or https://.", nameof(address));
        return new GrpcChannel(address, channelOptions);
    }

    public override CallInvoker CreateCallInvoker()
    {
        ObjectDisposedException.ThrowIf(_isDisposed != 0, this);
        return new ChannelCallInvoker(this);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        _disposed.Cancel();
        if (_ownsHttp) Http.Dispose();
        _disposed.Dispose();
    }

    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }

    internal bool IsDisposed => _isDisposed != 0;

    internal Uri UriOf(IMethod method) => _methods.GetOrAdd(method.FullName, static (path, address) => new Uri(address, path), Address);

    // No proxy, cookies or redirects: a call goes where the address says.
    private static SocketsHttpHandler NewHandler() =>
        new() { EnableMultipleHttp2Connections = true, UseCookies = false, AllowAutoRedirect = false, UseProxy = false };
}
