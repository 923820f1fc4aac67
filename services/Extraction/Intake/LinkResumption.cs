using Microsoft.Extensions.Hosting;

namespace Filingwire.Extraction.Intake;

/// <summary>Finishes, at start, the moves of provisional issuers that a stop has cut off.</summary>
internal sealed class LinkResumption(IssuerLinks links) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => links.ResumeAsync(stoppingToken);
}
