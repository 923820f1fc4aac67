namespace Filingwire.Edgar.Answers;

/// <summary>What was asked for, which says what a good answer looks like.</summary>
public enum Expected
{
    /// <summary>A page of the feed.</summary>
    Feed,

    /// <summary>An index, perhaps gzipped.</summary>
    Index,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>A submission's text or header: may begin with anything but a page of the site.</summary>
    Submission,
}

/// <summary>What an answer of EDGAR means.</summary>
public enum Meaning
{
    /// <summary>What was asked for.</summary>
    Content,

    /// <summary>
    /// There is no such object: a day without an index, a quarter to come, a deleted filing. 403 with XML means this, and not "blocked".
    /// </summary>
    Absent,

    /// <summary>What is held is still current.</summary>
    Unchanged,

    /// <summary>The feed ends before this page.</summary>
    PastEnd,

    /// <summary>Over the rate: nothing may be asked of any host for ten minutes.</summary>
    Blocked,

    /// <summary>The User-Agent is missing or names no contact: a fault of the configuration, never to be tried again.</summary>
    Undeclared,

    /// <summary>The server is busy or failed; try again later.</summary>
    Busy,

    /// <summary>A good status with no bytes. A few submissions are empty for good.</summary>
    Empty,

    /// <summary>A good status with something else than was asked for: a maintenance page, a cut-off body.</summary>
    Broken,
}

/// <summary>Tells what an answer means. The status alone does not: 403 stands for three different things.</summary>
public static class Answer
{
    private const int Looked = 16 * 1024;

    /// <summary>Judges an answer.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="body">The body, decompressed, or its beginning (some kilobytes are enough).</param>
    /// <param name="expected">What was asked for.</param>
    /// <param name="feedStart">Where the asked page of the feed begins; null when no page of the feed was asked for.</param>
    public static Meaning Of(int status, ReadOnlySpan<byte> body, Expected expected, int? feedStart = null) => status switch
    {
        200 or 206 => OfContent(body, expected),
        304 => Meaning.Unchanged,
        403 => OfForbidden(body),
        404 or 410 => Meaning.Absent,
        429 => Meaning.Blocked,
        503 when feedStart >= Feed.FeedPage.Window => Meaning.PastEnd,
        >= 500 => Meaning.Busy,
        _ => Meaning.Broken,
    };

    private static Meaning OfContent(ReadOnlySpan<byte> body, Expected expected)
    {
        if (body.IsEmpty)
            return Meaning.Empty;
        var start = Start(body);
        return expected switch
        {
            _ when IsSitePage(start) => Said(body, "Request Rate Threshold Exceeded"u8) ? Meaning.Blocked : Meaning.Broken,
            Expected.Feed => start.StartsWith("<?xml"u8) || start.StartsWith("<feed"u8) ? Meaning.Content : Meaning.Broken,
            Expected.Json => start.StartsWith("{"u8) || start.StartsWith("["u8) ? Meaning.Content : Meaning.Broken,
            Expected.Index => start.StartsWith("<"u8) ? Meaning.Broken : Meaning.Content,
            _ => Meaning.Content,
        };
    }

    private static Meaning OfForbidden(ReadOnlySpan<byte> body)
    {
        var start = Start(body);
        if (start.StartsWith("<?xml"u8) || start.StartsWith("<Error"u8))
            return Meaning.Absent;
        return Said(body, "Undeclared Automated Tool"u8) ? Meaning.Undeclared : Meaning.Blocked;
    }

    /// <summary>A page of the site; a submission's own HTML stands inside its envelope.</summary>
    private static bool IsSitePage(ReadOnlySpan<byte> start) =>
        StartsWithIgnoringCase(start, "<!DOCTYPE html"u8) || StartsWithIgnoringCase(start, "<html"u8);

    private static bool StartsWithIgnoringCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start) =>
        text.Length >= start.Length && System.Text.Ascii.EqualsIgnoreCase(text[..start.Length], start);

    private static bool Said(ReadOnlySpan<byte> body, ReadOnlySpan<byte> words) => body[..Math.Min(body.Length, Looked)].IndexOf(
        words) >= 0;

    private static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        return body.TrimStart(" \t\r\n"u8);
    }
}
