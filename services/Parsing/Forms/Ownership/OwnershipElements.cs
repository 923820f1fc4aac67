using System.Text;

namespace Filingwire.Parsing.Forms.Ownership;

/// <summary>Element names to elements, exactly and, for tags that old software broke, by what is left of the name.</summary>
internal static class OwnershipElements
{
    private const int Slots = 1024;
    private const int ShortestRemnant = 4;

    private static readonly byte[][] Names =
        [.. Enum.GetNames<OwnershipElement>().Select(name => Encoding.ASCII.GetBytes(char.ToLowerInvariant(name[0]) + name[1..]))];

    private static readonly string[] Rules = [.. Names.Select(name => "ownership.xml." + Encoding.ASCII.GetString(name))];

    private static readonly OwnershipElement[] Table = BuildTable();

    /// <summary>The element's name in XML.</summary>
    public static ReadOnlySpan<byte> Name(OwnershipElement element) => Names[(int)element];

    /// <summary>The rule that reads the element's value.</summary>
    public static string Rule(OwnershipElement element) => Rules[(int)element];

    /// <summary>The element of exactly this name, or Unknown.</summary>
    public static OwnershipElement Find(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
            return OwnershipElement.Unknown;
        for (var slot = Slot(name); Table[slot] != OwnershipElement.Unknown; slot = (slot + 1) % Slots)
            if (name.SequenceEqual(Names[(int)Table[slot]]))
                return Table[slot];
        return OwnershipElement.Unknown;
    }

    /// <summary>
    /// What a broken tag was meant to be. Before about 2006 lines were wrapped inside tags, which splits a name in two or cuts its end off:
    /// the two halves joined are a name; else the case differs; else the remnant begins only one name.
    /// </summary>
    public static OwnershipElement Recover(ReadOnlySpan<byte> name, ReadOnlySpan<byte> afterName)
    {
        var text = Encoding.Latin1.GetString(name);
        var rest = Encoding.Latin1.GetString(afterName[..Math.Min(afterName.Length, 64)]);
        if (!rest.Contains('=', StringComparison.Ordinal))
        {
            var joined = text + string.Concat(rest.Where(char.IsAsciiLetterOrDigit));
            if (Array.FindIndex(Names, candidate => Matches(candidate, joined)) is > 0 and var whole)
                return (OwnershipElement)whole;
        }
        if (Array.FindIndex(Names, candidate => Matches(candidate, text)) is > 0 and var same)
            return (OwnershipElement)same;
        if (text.Length < ShortestRemnant)
            return OwnershipElement.Unknown;
        var begun = Enumerable.Range(1, Names.Length - 1)
            .Where(i => Encoding.ASCII.GetString(Names[i]).StartsWith(text, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return begun.Count == 1 ? (OwnershipElement)begun[0] : OwnershipElement.Unknown;
    }

    private static bool Matches(byte[] name, string text) =>
        name.Length == text.Length && string.Equals(Encoding.ASCII.GetString(name), text, StringComparison.OrdinalIgnoreCase);

    private static OwnershipElement[] BuildTable()
    {
        var table = new OwnershipElement[Slots];
        for (var i = 1; i < Names.Length; i++)
        {
            var slot = Slot(Names[i]);
            while (table[slot] != OwnershipElement.Unknown)
                slot = (slot + 1) % Slots;
            table[slot] = (OwnershipElement)i;
        }
        return table;
    }

    private static int Slot(ReadOnlySpan<byte> name) =>
        ((name.Length * 37) + (name[0] * 3) + (name[^1] * 101) + (name[name.Length / 2] * 13)) % Slots;
}
