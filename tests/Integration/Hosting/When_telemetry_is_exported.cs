using System.Collections.Concurrent;
using System.Text;
using Filingwire.Extraction.V1;
using Filingwire.Integration.Fixtures;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Filingwire.Integration.Hosting;

/// <summary>A service as a process of its own sends what it measures to a collector, here an HTTP server that keeps the requests.</summary>
public sealed class When_telemetry_is_exported
{
    [Fact]
    public async Task Traces_and_metrics_arrive_under_the_services_name()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = await CollectAsync(received);
        var folder = Directory.CreateTempSubdirectory("filingwire-otlp-");
        var listen = ServiceProcess.FreeAddress();
        await using (var service = new ServiceProcess(
            "Extraction",
            new Dictionary<string, string> { ["LISTEN"] = listen.ToString(), ["DATA"] = folder.FullName },
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First(),
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "300",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "300",
            }))
        {
            service.Start();
            await service.IsReady();
            using var channel = GrpcChannel.ForAddress(listen);
            await new ExtractionService.ExtractionServiceClient(channel).SubmitFilingAsync(ManyForms4.Request(0), cancellationToken: cancellation);

            await Eventually.Holds(() => Has(received, "/v1/traces", "publish FilingParsed"), state: () => string.Join(", ", received.Keys));
            await Eventually.Holds(() => Has(received, "/v1/metrics", "filingwire.log.appended"), state: () => string.Join(", ", received.Keys));
        }
        Assert.All(received.Values, body => Assert.Contains("service.name", body, StringComparison.Ordinal));
        Assert.All(received.Values, body => Assert.Contains("extraction", body, StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }

    private static bool Has(ConcurrentDictionary<string, string> received, string path, string name) =>
        received.TryGetValue(path, out var bodies) && bodies.Contains(name, StringComparison.Ordinal);

    private static async Task<WebApplication> CollectAsync(ConcurrentDictionary<string, string> received)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            // Names stand as text inside the Protobuf messages.
            var text = Encoding.Latin1.GetString(body.ToArray());
            received.AddOrUpdate(context.Request.Path, text, (_, before) => before + text);
            context.Response.StatusCode = StatusCodes.Status200OK;
        });
        await app.StartAsync();
        return app;
    }
}
