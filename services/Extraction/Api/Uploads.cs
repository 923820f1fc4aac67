using Filingwire.Extraction.Intake;
using Filingwire.Extraction.V1;
using Filingwire.Hosting.Errors;
using Filingwire.Parsing;
using Grpc.Core;

namespace Filingwire.Extraction.Api;

/// <summary>What came in an upload.</summary>
/// <param name="Content">The pieces; to be disposed.</param>
/// <param name="Stated">What the submitter knows beside the bytes.</param>
/// <param name="View">How much of the filing the answer carries.</param>
internal sealed record Upload(UploadedContent Content, StatedFacts? Stated, FilingView View);

/// <summary>Takes uploads piece by piece: a few at once, none that stalls, none that goes on for ever.</summary>
internal sealed class Uploads(TimeProvider time) : IDisposable
{
    /// <summary>Each keeps its bytes in memory until it is read.</summary>
    private const int AtOnce = 8;

    /// <summary>Beyond the largest filing the bytes are only counted and hashed for the rejection; beyond this nobody reads on.</summary>
    private const long LastByte = 4L * FilingParser.MaxBytes;

    private static readonly TimeSpan PiecePatience = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim places = new(AtOnce, AtOnce);

    /// <summary>Takes an upload to its end and hands it on while it has its place.</summary>
    /// <exception cref="RequestException">UPLOAD_STALLED: no piece came for too long. FILING_TOO_LARGE: far too much came.</exception>
    public async Task<UploadFilingResponse> TakeAsync(
        IAsyncStreamReader<UploadFilingRequest> pieces, Func<Upload, Task<UploadFilingResponse>> next, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            using var content = new UploadedContent();
            return await next(await ReadAsync(pieces, content, cancellation));
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private async Task<Upload> ReadAsync(IAsyncStreamReader<UploadFilingRequest> pieces, UploadedContent content, CancellationToken cancellation)
    {
        StatedFacts? stated = null;
        var view = FilingView.Unspecified;
        while (await NextAsync(pieces, cancellation))
        {
            var piece = pieces.Current;
            stated ??= piece.Stated;
            view = view == FilingView.Unspecified ? piece.View : view;
            content.Add(piece.Chunk.Span);
            if (content.Length > LastByte)
                throw new DomainError(ErrorKind.Exhausted, "FILING_TOO_LARGE", UploadedContent.TooLargeMessage(content.Length)).ToException();
        }
        return new Upload(content, stated, view);
    }

    private async Task<bool> NextAsync(IAsyncStreamReader<UploadFilingRequest> pieces, CancellationToken cancellation)
    {
        try
        {
            return await pieces.MoveNext(cancellation).WaitAsync(PiecePatience, time, cancellation);
        }
        catch (TimeoutException)
        {
            throw new DomainError(ErrorKind.Exhausted, "UPLOAD_STALLED", $"No piece came for {PiecePatience.TotalSeconds} s.").ToException();
        }
    }
}
