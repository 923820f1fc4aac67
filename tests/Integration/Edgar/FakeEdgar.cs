using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Filingwire.Sec.Calendar;
using Filingwire.Edgar.Clocks;
using Filingwire.Edgar.Feed;
using Filingwire.Edgar.Indexes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Filingwire.Integration.Edgar;

/// <summary>
/// Stands in for EDGAR over HTTP: gives out filings when they were really seen, in the order, the window and the layouts that EDGAR has,
/// and makes every fault that it is told to make. It keeps the time of each request, so that a test can say whether the follower kept to
/// the rules.
/// </summary>
internal sealed class FakeEdgar : IAsyncDisposable
{
    private static readonly TimeSpan BlockLasts = TimeSpan.FromSeconds(600);

    /// <summary>What was on its way when the asker was shut out is no fault of his.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(20);
    private readonly WebApplication app;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly Dictionary<string, FakeFiling> filings;
    private readonly FakeFiling[] byAcceptance;
    private readonly ConcurrentQueue<(DateTimeOffset At, string Path)> requests = new();
    private readonly ConcurrentDictionary<string, int> served = new(StringComparer.Ordinal);
    private DateTimeOffset blockedSince = DateTimeOffset.MinValue;
    private DateTimeOffset blockedUntil = DateTimeOffset.MinValue;
    private int violations;

    private FakeEdgar(WebApplication app, IEnumerable<FakeFiling> filings, TimeProvider time)
    {
        this.app = app;
        this.time = time;
        this.filings = filings.ToDictionary(filing => filing.Accession, StringComparer.Ordinal);
        byAcceptance = [.. this.filings.Values.OrderByDescending(filing => filing.AcceptedAt).ThenBy(
            filing => filing.Accession, StringComparer.Ordinal)];
    }

    public Uri Address => new(app.Urls.First() + "/");

    /// <summary>Decides for each request, by path, what goes wrong; null for nothing.</summary>
    public Func<string, Fault?> Faults { get; set; } = _ => null;

    /// <summary>What the full index shows otherwise than the day's: null for deleted.</summary>
    public ConcurrentDictionary<string, FakeFiling?> Corrections { get; } = new(StringComparer.Ordinal);

    public IReadOnlyCollection<(DateTimeOffset At, string Path)> Requests => requests;

    /// <summary>Requests that came while it had shut the asker out.</summary>
    public int Violations => Volatile.Read(ref violations);

    /// <summary>How often each submission's text was given out.</summary>
    public IReadOnlyDictionary<string, int> Served => served;

    public enum Fault
    {
        /// <summary>403 with the page of the exceeded rate; everything is refused for ten minutes.</summary>
        Blocked,

        /// <summary>429, the same.</summary>
        TooMany,

        /// <summary>A gzipped body that ends early.</summary>
        Cut,

        /// <summary>200 and nothing.</summary>
        Empty,

        /// <summary>200 and a page of the site.</summary>
        Page,

        /// <summary>503.</summary>
        Busy,

        /// <summary>The connection is dropped.</summary>
        Dropped,

        /// <summary>As if it were not there yet.</summary>
        Absent,
    }

    public static async Task<FakeEdgar> StartAsync(IEnumerable<FakeFiling> filings, TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var app = builder.Build();
        var edgar = new FakeEdgar(app, filings, time);
        app.Run(edgar.AnswerAsync);
        await app.StartAsync();
        return edgar;
    }

    /// <summary>The submissions that the index of a day names when everything is out.</summary>
    public IReadOnlySet<string> OfDay(DateOnly day) => Indexed(day).Select(filing => filing.Accession).ToHashSet(StringComparer.Ordinal);

    public FakeFiling this[string accession] => filings[accession];

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var now = time.GetUtcNow();
        var path = context.Request.Path.Value!;
        requests.Enqueue((now, path));
        if (!context.Request.Headers.UserAgent.ToString().Contains('@', StringComparison.Ordinal))
        {
            await SendAsync(context, 403, "text/html", Recorded("403-undeclared-automated-tool.html"));
            return;
        }
        if (IsBlocked(now))
        {
            await SendAsync(context, 403, "text/html", Recorded("403-rate-threshold-exceeded.html"));
            return;
        }
        if (Faults(path) is { } fault)
            await FailAsync(context, fault, now);
        else if (path == "/cgi-bin/browse-edgar")
            await FeedAsync(context, now);
        else
            await FileAsync(context, path, now, isCut: false);
    }

    private bool IsBlocked(DateTimeOffset now)
    {
        lock (gate)
        {
            if (now >= blockedUntil)
                return false;
            if (now > blockedSince + OnItsWay)
            {
                violations++;
                blockedUntil = now + BlockLasts;
            }
            return true;
        }
    }

    private async Task FailAsync(HttpContext context, Fault fault, DateTimeOffset now)
    {
        switch (fault)
        {
            case Fault.Blocked or Fault.TooMany:
                lock (gate)
                    (blockedSince, blockedUntil) = (now, now + BlockLasts);
                await SendAsync(context, fault == Fault.Blocked ? 403 : 429, "text/html", Recorded("403-rate-threshold-exceeded.html"));
                break;
            case Fault.Empty:
                await SendAsync(context, 200, "text/plain", []);
                break;
            case Fault.Page:
                await SendAsync(context, 200, "text/html", Recorded("503-past-the-end.html"));
                break;
            case Fault.Busy:
                await SendAsync(context, 503, "text/html", Recorded("503-past-the-end.html"));
                break;
            case Fault.Absent:
                await AbsentAsync(context);
                break;
            case Fault.Dropped:
                context.Abort();
                break;
            default:
                if (context.Request.Path == "/cgi-bin/browse-edgar")
                    await SendAsync(context, 200, "application/atom+xml", Feed(0, now)[..^200]);
                else
                    await FileAsync(context, context.Request.Path.Value!, now, isCut: true);
                break;
        }
    }

    private async Task FeedAsync(HttpContext context, DateTimeOffset now)
    {
        var start = int.Parse(context.Request.Query["start"].ToString(), CultureInfo.InvariantCulture);
        if (start >= FeedPage.Window)
            await SendAsync(context, 503, "text/html", Recorded("503-past-the-end.html"));
        else
            await SendAsync(context, 200, "application/atom+xml", Feed(start, now));
    }

    private byte[] Feed(int start, DateTimeOffset now)
    {
        var entries = byAcceptance.Where(filing => filing.IsInFeed && filing.VisibleAt <= now)
            .SelectMany(filing => filing.Parties.Select(party => (filing, party))).Skip(start).Take(
                Math.Min(FeedPage.Size, FeedPage.Window - start));
        return Encoding.Latin1.GetBytes(FakeFeed.Page(entries, now));
    }

    private async Task FileAsync(HttpContext context, string path, DateTimeOffset now, bool isCut)
    {
        var body = path.Contains("/daily-index/", StringComparison.Ordinal) ? Daily(path, now)
            : path.Contains("/full-index/", StringComparison.Ordinal) ? Full(path, now)
            : Submission(path, now);
        if (body is null)
        {
            await AbsentAsync(context);
            return;
        }
        var gzip = FakeFeed.Gzip(body);
        // What is gzip by its name is sent as it is.
        if (!path.EndsWith(".gz", StringComparison.Ordinal))
            context.Response.Headers.ContentEncoding = "gzip";
        await SendAsync(context, 200, "text/plain", isCut ? gzip[..(gzip.Length * 2 / 3)] : gzip);
    }

    private byte[]? Daily(string path, DateTimeOffset now)
    {
        var day = DateOnly.ParseExact(path.AsSpan(path.LastIndexOf("master.", StringComparison.Ordinal) + 7, 8), "yyyyMMdd",
            CultureInfo.InvariantCulture);
        var rows = Indexed(day);
        return now < Written(day) || rows.Count == 0 ? null : FakeFeed.Index(rows, day, isFull: false);
    }

    private List<FakeFiling> Indexed(DateOnly day) =>
        [.. filings.Values.Where(filing => filing.FiledOn == day && filing.VisibleAt <= Written(day))];

    private static DateTimeOffset Written(DateOnly day) => EasternClock.Instant(day, new TimeOnly(22, 8));

    private byte[]? Full(string path, DateTimeOffset now)
    {
        var parts = path.Split('/');
        var quarter = new Quarter(int.Parse(parts[^3], CultureInfo.InvariantCulture), parts[^2][^1] - '0');
        var yesterday = EasternTime.DateOf(now).AddDays(-1);
        var rows = filings.Values.Select(filing => Corrections.TryGetValue(filing.Accession, out var corrected) ? corrected
            : filing).OfType<FakeFiling>()
            .Where(filing => Quarter.Of(filing.FiledOn) == quarter && filing.FiledOn <= yesterday && EasternTime.DateOf(
                filing.VisibleAt) <= yesterday).ToList();
        return rows.Count == 0 ? null : FakeFeed.Index(rows, yesterday < quarter.End ? yesterday : quarter.End, isFull: true);
    }

    private byte[]? Submission(string path, DateTimeOffset now)
    {
        var parts = path.Split('/');
        var accession = parts[^1].Replace(".txt", "", StringComparison.Ordinal);
        if (!filings.TryGetValue(accession, out var filing) || filing.VisibleAt > now || filing.Parties.All(party => party.Cik != parts[^3])
            || parts[^2] != accession.Replace("-", "", StringComparison.Ordinal))
            return null;
        served.AddOrUpdate(accession, 1, (_, times) => times + 1);
        return FakeSubmission.Text(Corrections.GetValueOrDefault(accession) ?? filing);
    }

    private static Task AbsentAsync(HttpContext context) => SendAsync(context, 403, "application/xml", Recorded("403-absent-object.xml"));

    private static async Task SendAsync(HttpContext context, int status, string type, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    private static byte[] Recorded(string name) => File.ReadAllBytes(Path.Combine(RecordedArrivals.Fixtures(), "errors", name));
}
