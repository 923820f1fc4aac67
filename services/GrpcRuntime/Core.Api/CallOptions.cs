using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>Options of one call. <c>default</c> means no headers, no deadline, no cancellation.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "The official type has no equality either.")]
public struct CallOptions
{
    public CallOptions(Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default)
    {
        Headers = headers;
        Deadline = deadline;
        CancellationToken = cancellationToken;
    }

    public Metadata? Headers { get; private set; }

    /// <summary>A UTC instant, or null for none.</summary>
    public DateTime? Deadline { get; private set; }

    public CancellationToken CancellationToken { get; private set; }

    public CallOptions WithHeaders(Metadata headers) => this with { Headers = headers };

    public CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };
}
