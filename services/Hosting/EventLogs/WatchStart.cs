using System.Globalization;
using Filingwire.Contracts.EventLogs;
using Filingwire.Events.V1;
using Filingwire.Hosting.Errors;
using Filingwire.Store;

namespace Filingwire.Hosting.EventLogs;

/// <summary>The first sequence that a subscriber wants.</summary>
internal static class WatchStart
{
    public static async Task<long> OfAsync(WatchEventsRequest request, LogStatus status, IEventLog log, CancellationToken cancellation)
    {
        var next = status.Last + 1;
        switch (request.StartCase)
        {
            case WatchEventsRequest.StartOneofCase.FromSequence:
                if (request.FromSequence < 1 || request.FromSequence > next)
                    throw RequestException.Invalid("CURSOR_MALFORMED", "from_sequence", $"A cursor lies between 1 and {next}.");
                return request.FromSequence >= status.First ? request.FromSequence : throw TooOld(request.FromSequence, status.First);
            case WatchEventsRequest.StartOneofCase.FromTime:
                if (request.FromTime.Nanos is < 0 or > 999_999_999 || request.FromTime.Seconds is < -62_135_596_800 or > 253_402_300_799)
                    throw RequestException.Invalid("CURSOR_MALFORMED", "from_time", "The instant is none.");
                return await log.FirstSinceAsync(request.FromTime.ToDateTimeOffset(), cancellation) ?? next;
            default:
                return request.BeginsWithCause(out var cause, out var given)
                    ? await log.FirstAboutAsync(cause, cancellation) ?? throw RequestException.NotFound("CURSOR_NOT_FOUND", given)
                    : next;
        }
    }

    public static RequestException TooOld(long cursor, long first) =>
        new DomainError(ErrorKind.OutOfRange, "CURSOR_TOO_OLD", $"The log no longer holds {cursor}; it begins with {first}.")
        {
            Metadata = new Dictionary<string, string> { ["first_sequence"] = first.ToString(CultureInfo.InvariantCulture) },
        }.ToException();
}
