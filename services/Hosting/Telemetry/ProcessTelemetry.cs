using Filingwire.Messaging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Filingwire.Hosting.Telemetry;

/// <summary>
/// Traces and metrics over OTLP for the whole process, when OTEL_EXPORTER_OTLP_ENDPOINT is set; the other OTEL_* variables have
/// their standard meaning. The platform's own sources are taken: ASP.NET Core, HttpClient, the runtime, MassTransit.
/// </summary>
public static class ProcessTelemetry
{
    private static readonly string[] Sources = [Instruments.Name, "MassTransit", "Microsoft.AspNetCore", "System.Net.Http"];
    private static readonly string[] Meters =
        [Instruments.Name, "MassTransit", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"];

    /// <summary>Starts it; dispose what is returned at the end, to send the rest.</summary>
    public static IDisposable? Start(string serviceName)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT")))
            return null;
        var resource = ResourceBuilder.CreateDefault()
            .AddService(serviceName, serviceNamespace: "filingwire", serviceVersion: ProductVersion.Text)
            .AddEnvironmentVariableDetector();
        var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddOtlpExporter().Build();
        var metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter().Build();
        return new Both(traces, metrics);
    }

    private sealed record Both(IDisposable Traces, IDisposable Metrics) : IDisposable
    {
        public void Dispose()
        {
            Traces.Dispose();
            Metrics.Dispose();
        }
    }
}
