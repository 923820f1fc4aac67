using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Filingwire.Store;

/// <summary>The place of the sequence in an event's JSON, where the log puts it in when it numbers the event.</summary>
internal static class EventSequence
{
    /// <summary>The same JSON with another sequence.</summary>
    public static string Set(string json, long sequence)
    {
        var (before, after) = Around(json);
        return string.Create(CultureInfo.InvariantCulture, $"{before}{sequence}{after}");
    }

    /// <summary>What stands before and after the sequence in an event's JSON.</summary>
    /// <exception cref="JsonException">There is none.</exception>
    public static (string Before, string After) Around(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("sequence"u8))
                continue;
            reader.Read();
            return (
                json[..Encoding.UTF8.GetCharCount(utf8, 0, (int)reader.TokenStartIndex)],
                json[Encoding.UTF8.GetCharCount(utf8, 0, (int)reader.BytesConsumed)..]);
        }
        throw new JsonException("An event has no sequence.");
    }
}
