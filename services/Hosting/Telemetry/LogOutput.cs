using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Filingwire.Hosting.Telemetry;

/// <summary>Logs go to standard error, one line each, or as JSON with FILINGWIRE_LOG=json. Identifiers and counts only, never content.</summary>
internal static class LogOutput
{
    public static void Configure(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning)
            // Its root category tells only of failed publications, which reach the relay and are logged there; an event without a subscriber is none.
            .AddFilter("MassTransit", LogLevel.Critical)
            .AddFilter("MassTransit.", LogLevel.Warning)
            .AddFilter("Grpc", LogLevel.Warning);
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        if (Environment.GetEnvironmentVariable("FILINGWIRE_LOG") == "json")
            logging.AddJsonConsole(o => o.UseUtcTimestamp = true);
        else
            logging.AddSimpleConsole(o =>
            {
                o.SingleLine = true;
                o.UseUtcTimestamp = true;
                o.TimestampFormat = "HH:mm:ss.fff ";
            });
    }
}
