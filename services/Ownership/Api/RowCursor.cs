using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Filingwire.Hosting.Errors;
using Google.Protobuf;

namespace Filingwire.Ownership.Api;

/// <summary>
/// Where a page of rows ended, inside a page of filings: the store's token of that page, the last filing touched and the next row in it. Filings
/// that come or go meanwhile shift nothing.
/// </summary>
/// <param name="Page">The store's token.</param>
/// <param name="Sort">Sort value of the filing touched last; null when it has none.</param>
/// <param name="Filing">Its id; empty before the first.</param>
/// <param name="Row">Index of the first row of it not yet given.</param>
/// <param name="Request">What the token is bound to.</param>
internal sealed record RowCursor(string Page, string? Sort, string Filing, int Row, string Request)
{
    /// <summary>The cursor of a token; the start for an empty one.</summary>
    /// <param name="token">From the previous page.</param>
    /// <param name="request">The request without its page fields.</param>
    public static RowCursor Of(string token, IMessage request)
    {
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(request.ToByteArray()).AsSpan(0, 8));
        if (token.Length == 0)
            return new RowCursor("", null, "", 0, fingerprint);
        try
        {
            if (JsonSerializer.Deserialize<RowCursor>(Base64Url.DecodeFromChars(token)) is { Page: not null, Filing: not null, Row: >= 0 } cursor
                && cursor.Request == fingerprint)
                return cursor;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // Said below.
        }
        throw RequestException.Invalid("PAGE_TOKEN_MALFORMED", "page_token", "The page token is none of this request's.");
    }

    /// <summary>The token.</summary>
    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>True when a filing comes before the one touched last; filings are sorted by value and id, highest first.</summary>
    public bool IsPast(string? sort, string filing)
    {
        if (Filing.Length == 0)
            return false;
        var order = string.CompareOrdinal(sort, Sort);
        return order > 0 || (order == 0 && string.CompareOrdinal(filing, Filing) > 0);
    }
}
