using System.Runtime.CompilerServices;
using System.Text;

namespace Filingwire.Parsing.Xml;

/// <summary>
/// The elements of one of EDGAR's XML specifications: names to elements, exactly and, for tags that old software broke, by what is left of the name. An element is the
/// number of its value in an enum.
/// </summary>
internal sealed class XmlElements
{
    /// <summary>The number of what is none of the specification's elements.</summary>
    public const byte Unknown = 0;

    private const int Slots = 1024;
    private const int ShortestRemnant = 4;

    private readonly byte[][] names;
    private readonly string[] rules;
    private readonly byte[] table;

    private XmlElements(byte[][] names, string rule, byte wrapper, byte note)
    {
        this.names = names;
        rules = [.. names.Select(name => rule + Encoding.ASCII.GetString(name))];
        table = BuildTable(names);
        (Wrapper, Note) = (wrapper, note);
    }

    /// <summary>The element that may stand around the text inside any leaf; <see cref="Unknown"/> when there is none.</summary>
    public byte Wrapper { get; }

    /// <summary>The element inside a leaf that refers to a footnote; <see cref="Unknown"/> when there is none.</summary>
    public byte Note { get; }

    /// <summary>The elements of an enum of bytes, whose first value is unknown and whose names are the XML's with a capital first letter.</summary>
    /// <param name="rule">What the rules' names begin with: "ownership.xml.".</param>
    /// <param name="wrapper">See <see cref="Wrapper"/>.</param>
    /// <param name="note">See <see cref="Note"/>.</param>
    public static XmlElements Of<TElement>(string rule, TElement wrapper = default, TElement note = default)
        where TElement : unmanaged, Enum => new(
            [.. Enum.GetNames<TElement>().Select(name => Encoding.ASCII.GetBytes(char.ToLowerInvariant(name[0]) + name[1..]))],
            rule, Unsafe.BitCast<TElement, byte>(wrapper), Unsafe.BitCast<TElement, byte>(note));

    /// <summary>The element of a number.</summary>
    public static TElement Element<TElement>(byte number)
        where TElement : unmanaged, Enum => Unsafe.BitCast<byte, TElement>(number);

    /// <summary>The element's name in XML.</summary>
    public ReadOnlySpan<byte> Name(byte element) => names[element];

    /// <summary>The rule that reads the element's value.</summary>
    public string Rule(byte element) => rules[element];

    /// <summary>The element of exactly this name, or Unknown.</summary>
    public byte Find(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
            return Unknown;
        for (var slot = Slot(name); table[slot] != Unknown; slot = (slot + 1) % Slots)
            if (name.SequenceEqual(names[table[slot]]))
                return table[slot];
        return Unknown;
    }

    /// <summary>
    /// What a broken tag was meant to be. Before about 2006 lines were wrapped inside tags, which splits a name in two or cuts its end off:
    /// the two halves joined are a name; else the case differs; else the remnant begins only one name.
    /// </summary>
    public byte Recover(ReadOnlySpan<byte> name, ReadOnlySpan<byte> afterName)
    {
        var text = Encoding.Latin1.GetString(name);
        var rest = Encoding.Latin1.GetString(afterName[..Math.Min(afterName.Length, 64)]);
        if (!rest.Contains('=', StringComparison.Ordinal))
        {
            var joined = text + string.Concat(rest.Where(char.IsAsciiLetterOrDigit));
            if (Array.FindIndex(names, candidate => Matches(candidate, joined)) is > 0 and var whole)
                return (byte)whole;
        }
        if (Array.FindIndex(names, candidate => Matches(candidate, text)) is > 0 and var same)
            return (byte)same;
        if (text.Length < ShortestRemnant)
            return Unknown;
        var begun = Enumerable.Range(1, names.Length - 1)
            .Where(i => Encoding.ASCII.GetString(names[i]).StartsWith(text, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return begun.Count == 1 ? (byte)begun[0] : Unknown;
    }

    private static bool Matches(byte[] name, string text) =>
        name.Length == text.Length && string.Equals(Encoding.ASCII.GetString(name), text, StringComparison.OrdinalIgnoreCase);

    private static byte[] BuildTable(byte[][] names)
    {
        var table = new byte[Slots];
        for (var i = 1; i < names.Length; i++)
        {
            var slot = Slot(names[i]);
            while (table[slot] != Unknown)
                slot = (slot + 1) % Slots;
            table[slot] = (byte)i;
        }
        return table;
    }

    private static int Slot(ReadOnlySpan<byte> name) =>
        ((name.Length * 37) + (name[0] * 3) + (name[^1] * 101) + (name[name.Length / 2] * 13)) % Slots;
}
