using System.Net.Http.Headers;
using System.Net;
using Filingwire.Edgar.Answers;
using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Edgar.Telemetry;
using Microsoft.Extensions.Logging;

namespace Filingwire.Edgar.Requests;

/// <summary>An answer of EDGAR.</summary>
/// <param name="Meaning">What it means.</param>
/// <param name="Body">Decompressed; empty unless it is content.</param>
/// <param name="Validators">Of the content; null when there are none.</param>
internal sealed record Reply(Meaning Meaning, byte[] Body, Validators? Validators)
{
    /// <summary>An answer without content.</summary>
    public static Reply Without(Meaning meaning) => new(meaning, [], null);
}

/// <summary>Asks EDGAR, within the budget, and says what the answer means. Nothing that goes wrong on the way is an exception.</summary>
internal sealed partial class EdgarClient : IDisposable
{
    /// <summary>No index or page of the feed is larger.</summary>
    private const long LargestBody = 256L << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly RequestBudget budget;
    private readonly FollowerState state;
    private readonly ILogger<EdgarClient> logger;
    private readonly HttpClient http;

    public EdgarClient(EdgarOptions options, RequestBudget budget, FollowerState state, ILogger<EdgarClient> logger)
    {
        this.budget = budget;
        this.state = state;
        this.logger = logger;
        http = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = options.FetchesAtOnce + 2, UseCookies = false })
        {
            BaseAddress = options.BaseAddress,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgent);
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate");
    }

    /// <summary>Asks for a file.</summary>
    /// <param name="lane">How urgent it is.</param>
    /// <param name="path">Below EDGAR's root.</param>
    /// <param name="expected">What it is.</param>
    /// <param name="known">What is held of it already.</param>
    /// <param name="feedStart">Where a page of the feed begins.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<Reply> GetAsync(Lane lane, string path, Expected expected, Validators? known, int? feedStart,
        CancellationToken cancellation) =>
        AskAsync(lane, path, known, (response, token) => ReadAsync(response, expected, feedStart, token), cancellation);

    /// <summary>Asks for a submission.</summary>
    /// <param name="lane">How urgent it is.</param>
    /// <param name="path">Below EDGAR's root.</param>
    /// <param name="wholeUpTo">Up to this length all of it is read; of a longer one only the header and the first document.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<Reply> GetSubmissionAsync(Lane lane, string path, int wholeUpTo, CancellationToken cancellation) => AskAsync(
        lane,
        path,
        null,
        async (response, token) => response.StatusCode != HttpStatusCode.OK ? await ReadAsync(response, Expected.Submission, null, token)
            : await SubmissionBody.ReadAsync(response, wholeUpTo, token) is { } body ? Judged(response, body, Expected.Submission, null)
            : Reply.Without(Meaning.Broken),
        cancellation);

    public void Dispose() => http.Dispose();

    private async Task<Reply> AskAsync(
        Lane lane, string path, Validators? known, Func<HttpResponseMessage, CancellationToken, Task<Reply>> read,
            CancellationToken cancellation)
    {
        await budget.TakeAsync(lane, cancellation);
        var reply = Reply.Without(Meaning.Busy);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Patience);
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (known?.ETag is { } tag)
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (known?.LastModified is { } modified)
                request.Headers.IfModifiedSince = modified;
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            reply = await read(response, limit.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            Unanswered(path, e.Message);
        }
        finally
        {
            budget.Return(reply.Meaning == Meaning.Blocked);
        }
        EdgarInstruments.Requests.Add(1, new KeyValuePair<string, object?>("meaning", reply.Meaning.ToString()), new KeyValuePair<string,
            object?>("lane", lane.ToString()));
        if (reply.Meaning == Meaning.Blocked)
        {
            Blocked(path, budget.PausedUntil);
            // Also when this process is just being stopped: the next one must not ask.
            await state.PauseAsync(budget.PausedUntil, CancellationToken.None);
        }
        if (reply.Meaning == Meaning.Undeclared)
            Undeclared();
        return reply;
    }

    private static async Task<Reply> ReadAsync(HttpResponseMessage response, Expected expected, int? feedStart,
        CancellationToken cancellation)
    {
        if (response.StatusCode == HttpStatusCode.NotModified)
            return Reply.Without(Meaning.Unchanged);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var raw = await BoundedStream.ReadAsync(stream, LargestBody, cancellation);
        if (raw is null || (response.Content.Headers.ContentLength is { } length && raw.Length != length))
            return Reply.Without(Meaning.Broken);
        // An index ending in .gz is gzip by itself, and may be gzipped once more on the way.
        for (var layer = 0; layer < 2 && GzipBody.IsGzip(raw); layer++)
            if (GzipBody.Inflate(raw, LargestBody) is { } inflated)
                raw = inflated;
            else
                return Reply.Without(Meaning.Broken);
        return Judged(response, raw, expected, feedStart);
    }

    private static Reply Judged(HttpResponseMessage response, byte[] body, Expected expected, int? feedStart)
    {
        var meaning = Answer.Of((int)response.StatusCode, body, expected, feedStart);
        return meaning == Meaning.Content
            ? new Reply(meaning, body, new Validators(response.Headers.ETag?.ToString(), response.Content.Headers.LastModified))
            : Reply.Without(meaning);
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "edgar.unanswered", Message = "{Path} was not answered: {Reason}")]
    private partial void Unanswered(string path, string reason);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "edgar.blocked",
        Message = "EDGAR says that the rate is too high ({Path}); nothing is asked until {Until}")]
    private partial void Blocked(string path, DateTimeOffset? until);

    [LoggerMessage(Level = LogLevel.Error, EventName = "edgar.undeclared",
        Message = "EDGAR does not accept the User-Agent; FILINGWIRE_EDGAR_USER_AGENT must name company and contact")]
    private partial void Undeclared();
}
