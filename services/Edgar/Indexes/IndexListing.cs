using System.Globalization;
using System.Text.Json;

namespace Filingwire.Edgar.Indexes;

/// <summary>One file of a folder.</summary>
/// <param name="Name">"master.20230103.idx".</param>
/// <param name="WrittenAtEastern">When it was written last, US Eastern wall-clock.</param>
public sealed record ListedFile(string Name, DateTime WrittenAtEastern);

/// <summary>A folder's <c>index.json</c>: which days exist and which were written again.</summary>
public static class IndexListing
{
    /// <summary>Reads a listing.</summary>
    /// <returns>Null when the bytes are no listing. Entries without a name or a time are left out.</returns>
    public static IReadOnlyList<ListedFile>? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("directory", out var directory)
                || directory.ValueKind != JsonValueKind.Object || !directory.TryGetProperty("item", out var items)
                    || items.ValueKind != JsonValueKind.Array)
                return null;
            return [.. items.EnumerateArray().Select(Read).OfType<ListedFile>()];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ListedFile? Read(JsonElement item) =>
        Text(item, "name") is { } name
        && DateTime.TryParseExact(Text(item, "last-modified"), "MM/dd/yyyy hh:mm:ss tt", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var written)
            ? new ListedFile(name, written)
            : null;

    private static string? Text(JsonElement item, string property) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;
}
