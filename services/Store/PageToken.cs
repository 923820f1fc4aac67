using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Filingwire.Store;

/// <summary>
/// Where a page ended: the sort value and the id of its last document, so that documents saved or deleted in between shift
/// nothing. It fits only the query that it was made for.
/// </summary>
/// <param name="Sort">A string, a long or null.</param>
/// <param name="Id">The last document's id.</param>
public sealed record PageToken(object? Sort, string Id)
{
    private sealed record Written(string? Text, long? Number, string Id, string Query);

    /// <summary>The token as handed out.</summary>
    public string Encode(DocumentQuery query) => Base64Url.EncodeToString(
        JsonSerializer.SerializeToUtf8Bytes(new Written(Sort as string, Sort as long?, Id, Fingerprint(query))));

    /// <summary>The token of the query; null on its first page.</summary>
    /// <exception cref="QueryException">PAGE_TOKEN_MALFORMED: no token of ours, or one of another query.</exception>
    public static PageToken? Of(DocumentQuery query)
    {
        if (query.PageToken.Length == 0)
            return null;
        try
        {
            var written = JsonSerializer.Deserialize<Written>(Base64Url.DecodeFromChars(query.PageToken));
            if (written is { Id: not null } && written.Query == Fingerprint(query))
                return new PageToken((object?)written.Text ?? written.Number, written.Id);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // Said below.
        }
        throw new QueryException("PAGE_TOKEN_MALFORMED", "page_token", "The page token is none of this query's.");
    }

    private static string Fingerprint(DocumentQuery query)
    {
        var conditions = query.Conditions.Select(c => $"{c.Field}{c.Comparison}{JsonSerializer.Serialize(c.Values)}");
        var text = string.Join('\u001f', conditions.Append($"{query.SortField}{query.Descending}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }
}
