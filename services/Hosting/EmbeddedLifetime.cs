using Microsoft.Extensions.Hosting;

namespace Filingwire.Hosting;

/// <summary>A host among others in one process leaves the process's signals to whoever owns the process.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
