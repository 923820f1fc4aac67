using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Error, "Error when executing service method '{Method}'.")]
    public static partial void MethodFailed(ILogger logger, Exception failure, string method);

    [LoggerMessage(2, LogLevel.Information, "Service method '{Method}' ended with status {Status}.")]
    public static partial void MethodEndedWithStatus(ILogger logger, string method, Core.StatusCode status);

    [LoggerMessage(3, LogLevel.Debug, "The call of '{Method}' was given up by its client.")]
    public static partial void CallAborted(ILogger logger, string method);

    [LoggerMessage(4, LogLevel.Debug, "The deadline of '{Method}' passed.")]
    public static partial void DeadlineExceeded(ILogger logger, string method);

    [LoggerMessage(5, LogLevel.Warning, "The entry '{Key}' of the metadata of '{Method}' is left out: no header can carry its value.")]
    public static partial void EntryLeftOut(ILogger logger, string key, string method);
}
