namespace Grpc.Core;

/// <summary>Whether a channel speaks TLS, and the credentials of all its calls.</summary>
public abstract class ChannelCredentials
{
    internal ChannelCredentials() { }

    /// <summary>Cleartext HTTP/2 (h2c).</summary>
    public static ChannelCredentials Insecure { get; } = new InsecureCredentials();

    /// <summary>TLS with the system's trust.</summary>
    public static ChannelCredentials SecureSsl { get; } = new SslCredentials();

    public static ChannelCredentials Create(ChannelCredentials channelCredentials, CallCredentials callCredentials)
    {
        ArgumentNullException.ThrowIfNull(channelCredentials);
        ArgumentNullException.ThrowIfNull(callCredentials);
        return new CompositeCredentials(channelCredentials, callCredentials);
    }

    internal abstract bool IsSecure { get; }

    internal virtual IEnumerable<CallCredentials> CallCredentials => [];

    private sealed class InsecureCredentials : ChannelCredentials
    {
        internal override bool IsSecure => false;
    }

    private sealed class CompositeCredentials(ChannelCredentials channel, CallCredentials call) : ChannelCredentials
    {
        internal override bool IsSecure => channel.IsSecure;

        internal override IEnumerable<CallCredentials> CallCredentials => channel.CallCredentials.Append(call);
    }
}

/// <summary>TLS with the system's trust. Other trust and client certificates are set on the channel's HTTP handler.</summary>
public sealed class SslCredentials : ChannelCredentials
{
    public SslCredentials() { }

    internal override bool IsSecure => true;
}
