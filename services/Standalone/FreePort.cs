using System.Net;
using System.Net.Sockets;

namespace Filingwire.Standalone;

/// <summary>A port that nobody listens on: the services must know each other's address before the first of them has started.</summary>
internal static class FreePort
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
