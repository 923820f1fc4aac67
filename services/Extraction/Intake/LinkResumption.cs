using Microsoft.Extensions.Hosting;

namespace Filingwire.Extraction.Intake;

/// <summary>Finishes, at start, what a stop has cut off of learning issuers and of moving their filings.</summary>
internal sealed class LinkResumption(IssuerLinks links) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => links.ResumeAsync(stoppingToken);
}
