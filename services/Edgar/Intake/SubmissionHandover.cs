using System.Globalization;
using Filingwire.Sec.Calendar;
using Filingwire.Edgar.Ledger;
using Filingwire.Extraction.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Filingwire.Edgar.Intake;

/// <summary>What became of handing a submission over.</summary>
/// <param name="IsDone">False when Extraction could not take it now.</param>
/// <param name="Refusal">Why it never will; null when it did.</param>
internal readonly record struct Handed(bool IsDone, string? Refusal);

/// <summary>Hands submissions to Extraction the way everybody does. The same bytes twice are one filing and one event.</summary>
internal sealed partial class SubmissionHandover(ExtractionService.ExtractionServiceClient extraction, TimeProvider time, ILogger<SubmissionHandover> logger)
{
    private const int LargestInOneMessage = 3 << 20;
    private const int ChunkBytes = 256 << 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Hands over.</summary>
    public async Task<Handed> TryAsync(LedgerEntry entry, byte[] bytes, CancellationToken cancellation)
    {
        try
        {
            var stated = Stated(entry);
            if (bytes.Length <= LargestInOneMessage)
                await extraction.SubmitFilingAsync(
                    new SubmitFilingRequest { Content = UnsafeByteOperations.UnsafeWrap(bytes), Stated = stated, View = FilingView.Basic },
                    deadline: time.GetUtcNow().UtcDateTime + Patience, cancellationToken: cancellation);
            else
                await UploadAsync(bytes, stated, cancellation);
            return new Handed(true, null);
        }
        // Nothing that is fetched is too large, so what is exhausted is our share of calls, and passes.
        catch (RpcException e) when (e.StatusCode == StatusCode.InvalidArgument)
        {
            return new Handed(true, $"{e.StatusCode}: {e.Status.Detail}");
        }
        catch (RpcException e) when (!cancellation.IsCancellationRequested)
        {
            NotTaken(entry.Accession, e.Status.Detail);
            return new Handed(false, null);
        }
    }

    private async Task UploadAsync(byte[] bytes, StatedFacts stated, CancellationToken cancellation)
    {
        using var call = extraction.UploadFiling(deadline: time.GetUtcNow().UtcDateTime + Patience, cancellationToken: cancellation);
        for (var at = 0; at < bytes.Length; at += ChunkBytes)
            await call.RequestStream.WriteAsync(
                new UploadFilingRequest
                {
                    Chunk = UnsafeByteOperations.UnsafeWrap(bytes.AsMemory(at, Math.Min(ChunkBytes, bytes.Length - at))),
                    Stated = at == 0 ? stated : null,
                    View = FilingView.Basic,
                },
                cancellation);
        await call.RequestStream.CompleteAsync();
        await call.ResponseAsync;
    }

    private static StatedFacts Stated(LedgerEntry entry)
    {
        var stated = new StatedFacts { Accession = entry.Accession, Source = "EDGAR" };
        if (entry.FormType.Length > 0)
            stated.FormType = entry.FormType;
        if (entry.FiledOn is { } filed)
            stated.FiledOn = filed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (entry.Acceptance is { } acceptance)
            stated.AcceptedAtEastern = EasternTime.WallClock(acceptance.At).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return stated;
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "edgar.not_taken", Message = "Extraction does not take {Accession} now: {Reason}")]
    private partial void NotTaken(string accession, string reason);
}
