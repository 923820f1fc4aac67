using System.Collections.Concurrent;
using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>
/// A channel to one address. Connections are opened when a call needs one, shared by all calls, and opened again after a failure.
/// </summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private readonly ConcurrentDictionary<string, Uri> _methods = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _disposed = new();
    private readonly Uri _address;
    private int _isDisposed;

    private GrpcChannel(Uri address, GrpcChannelOptions options) : base(address.Authority)
    {
        _address = address;
        Http = new HttpMessageInvoker(options.HttpHandler ?? NewHandler(), options.DisposeHttpClient || options.HttpHandler is null);
        SendLimit = options.MaxSendMessageSize;
        ReceiveLimit = options.MaxReceiveMessageSize;
        Retries = options.ServiceConfig is null ? null : new RetryPlan(options.ServiceConfig);
    }

    internal HttpMessageInvoker Http { get; }

    internal int? SendLimit { get; }

    internal int? ReceiveLimit { get; }

    internal RetryPlan? Retries { get; }

    /// <summary>Set when the channel is disposed of, which cancels its calls.</summary>
    internal CancellationToken Disposed => _disposed.Token;

    internal bool IsDisposed => _isDisposed != 0;

    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) => ForAddress(new Uri(address), channelOptions);

    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <param name="address">http or https, host and port.</param>
    /// <param name="channelOptions">The channel's options.</param>
    /// <exception cref="ArgumentException">The address has another scheme.</exception>
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
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return new ChannelCallInvoker(this);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        _disposed.Cancel();
        // Leaves a handler alone that is not the channel's.
        Http.Dispose();
        _disposed.Dispose();
    }

    internal Uri UriOf(IMethod method) => _methods.GetOrAdd(method.FullName, static (path, address) => new Uri(address, path), _address);

    // No proxy, cookies or redirects: a call goes where the address says.
    private static SocketsHttpHandler NewHandler() =>
        new() { EnableMultipleHttp2Connections = true, UseCookies = false, AllowAutoRedirect = false, UseProxy = false };
}
