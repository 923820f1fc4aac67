using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client;

internal static partial class ClientLog
{
    [LoggerMessage(1, LogLevel.Warning, "The call credentials of '{Method}' were not sent: the channel has no TLS.")]
    public static partial void CredentialsNotSent(ILogger logger, string method);
}
