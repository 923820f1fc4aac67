using Filingwire.Extraction.Api;
using Filingwire.Extraction.Intake;
using Filingwire.Extraction.Storage;
using Filingwire.Extraction.V1;
using Filingwire.Hosting;
using Filingwire.Hosting.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Extraction;

/// <summary>What Extraction is made of.</summary>
public static class ExtractionDefinition
{
    /// <summary>The name by which other services know it.</summary>
    public const string Name = "extraction";

    /// <summary>Where it listens on loopback when nothing is said.</summary>
    public const int DefaultPort = 5201;

    private const int MostReceivedBytes = 8 << 20;

    /// <summary>The definition.</summary>
    public static ServiceDefinition Create() => new ServiceDefinition(Name, DefaultPort)
        .Keep(Collections.Filings)
        .Keep(Collections.Rejections)
        .Keep(Collections.NameLinks)
        .Serve<ExtractionGrpcService>(
            ExtractionService.Descriptor,
            (Role.Reader, ["ParseFiling", "GetFiling", "BatchGetFilings", "ListFilings"]),
            (Role.Submitter, ["SubmitFiling", "UploadFiling", "ReparseFiling", "DownloadFiling"]))
        .Receive<ExtractionGrpcService>(MostReceivedBytes)
        .With(services => services
            .AddSingleton<FilingStore>()
            .AddSingleton<IssuerLinks>()
            .AddSingleton<FilingIntake>()
            .AddSingleton<Uploads>()
            .AddHostedService<LinkResumption>()
            .AddHostedService<ReaderWarmUp>());
}
