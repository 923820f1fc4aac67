using System.Net;
using System.Net.Sockets;

namespace Filingwire.Hosting.Settings;

/// <summary>The address that a service listens on.</summary>
internal static class ListenAddress
{
    /// <summary>The interface's address; null for all of them.</summary>
    public static IPAddress? Of(Uri listen) =>
        IPAddress.TryParse(listen.Host.Trim('[', ']'), out var address) ? address : listen.IsLoopback ? IPAddress.Loopback : null;

    /// <summary>Tries the address before anything is started, so that whoever starts a service twice reads one sentence.</summary>
    /// <exception cref="OptionsException">It is taken, or is none of this machine's.</exception>
    public static void EnsureFree(Uri listen)
    {
        var endpoint = new IPEndPoint(Of(listen) ?? IPAddress.Any, listen.Port);
        using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endpoint);
            socket.Listen();
        }
        catch (SocketException e)
        {
            throw new OptionsException($"Cannot listen on {listen.GetLeftPart(UriPartial.Authority)}: {e.Message}.");
        }
    }
}
