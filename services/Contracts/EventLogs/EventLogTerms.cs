using System.Diagnostics.CodeAnalysis;
using Filingwire.Events.V1;

namespace Filingwire.Contracts.EventLogs;

/// <summary>The words of filingwire.events.v1 for what carries events without knowing what they are about.</summary>
public static class EventLogTerms
{
    /// <summary>Says whom an event concerns and what caused it.</summary>
    public static Event About(this Event @event, string? subject, string? cause, string? causeKind)
    {
        (@event.Issuer, @event.Filing, @event.Form) = (subject ?? "", cause ?? "", causeKind ?? "");
        return @event;
    }

    /// <summary>Whether a subscriber wants an event. An empty list wants all; a named one never what says nothing.</summary>
    public static bool Wants(this EventFilter? filter, string type, string? subject, string? causeKind) => filter is null
        || ((filter.Types_.Count == 0 || filter.Types_.Contains(type))
            && (filter.Issuers.Count == 0 || (subject is not null && filter.Issuers.Contains(subject)))
            && (filter.Forms.Count == 0 || (causeKind is not null && filter.Forms.Contains(causeKind))));

    /// <summary>Whether the subscriber begins with the first event of a cause.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="cause">The cause, as events name it.</param>
    /// <param name="asGiven">The cause, as the request names it.</param>
    public static bool BeginsWithCause(this WatchEventsRequest request, [NotNullWhen(true)] out string? cause,
        [NotNullWhen(true)] out string? asGiven)
    {
        var given = request.StartCase == WatchEventsRequest.StartOneofCase.FromAccession;
        (cause, asGiven) = given ? ("filings/" + request.FromAccession, request.FromAccession) : (null, null);
        return given;
    }
}
