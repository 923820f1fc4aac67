using System.Globalization;

namespace Filingwire.Parsing.Xml;

/// <summary>Ids of footnotes, "F1" to "F99" by the specification; the usual ones are shared to spare allocations.</summary>
internal static class FootnoteIds
{
    private const int Shared = 100;

    private static readonly string[] Ids = [.. Enumerable.Range(0, Shared).Select(Compose)];

    private static readonly string[][] Singles = [.. Ids.Select(id => new[] { id })];

    /// <summary>The id as written.</summary>
    public static string Of(ReadOnlySpan<byte> id) => TryNumber(id, out var number) ? Ids[number] : XmlText.Decode(id);

    /// <summary>The id of the printed form's note number.</summary>
    public static string Of(int number) => number is >= 0 and < Shared ? Ids[number] : Compose(number);

    /// <summary>A list of this id alone.</summary>
    public static IReadOnlyList<string> Single(string id)
    {
        if (id.Length is 2 or 3 && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && ReferenceEquals(Ids[number], id))
            return Singles[number];
        return [id];
    }

    private static bool TryNumber(ReadOnlySpan<byte> id, out int number)
    {
        number = 0;
        if (id.Length is not (2 or 3) || id[0] != (byte)'F' || id[1] is < (byte)'1' or > (byte)'9')
            return false;
        number = id[1] - '0';
        if (id.Length == 2)
            return true;
        number = (number * 10) + (id[2] - '0');
        return id[2] is >= (byte)'0' and <= (byte)'9';
    }

    private static string Compose(int number) => string.Create(CultureInfo.InvariantCulture, $"F{number}");
}
