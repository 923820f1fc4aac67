using System.Text;

namespace Filingwire.Corpus.Ownership.Noise;

/// <summary>How badly a rendering is spoiled.</summary>
public enum NoiseLevel
{
    /// <summary>Every cell in its place, every box drawn.</summary>
    Clean,

    /// <summary>What the first Form 4 of the project shows: lost empty boxes, torn headings, escaped dollars, superscripts, words run together.</summary>
    Seed,

    /// <summary>More: confused characters, lost and merged cells, lost ticks, wrapped notes.</summary>
    Heavy,
}

/// <summary>The single kinds of noise. Everything is drawn from the given generator, so a filing is always spoiled in the same way.</summary>
internal sealed class Noise(NoiseLevel level, Random random)
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A printed label: its number may be lost, a tab may stand in it, characters may be confused.</summary>
    public string Label(string label)
    {
        if (level == NoiseLevel.Clean)
            return label;
        if (Chance(0.2) && label.IndexOf(". ", StringComparison.Ordinal) is > 0 and < 3 and var dot)
            label = label[(dot + 2)..];
        if (level == NoiseLevel.Heavy)
        {
            var confused = new StringBuilder(label);
            for (var i = 0; i < confused.Length; i++)
                if (Chance(0.01) && char.IsAsciiLetter(confused[i]))
                    confused[i] = "ceilo"[random.Next(5)];
            label = confused.ToString();
        }
        return label;
    }

    /// <summary>A heading of which only the end may be left.</summary>
    public string Fragment(string label) => level != NoiseLevel.Clean && Chance(0.4) ? (Chance(0.5) ? "\t\tierson *" : "erson *") : Label(label);

    public string Optional(string label) => level != NoiseLevel.Clean && Chance(0.3) ? "" : label;

    /// <summary>Words that recognition may set into two cells.</summary>
    public string Words(string text)
    {
        var blank = text.LastIndexOf(' ');
        return level != NoiseLevel.Clean && blank > 0 && Chance(0.1) ? text[..blank] + "\t" + text[(blank + 1)..] : text;
    }

    /// <summary>Cells that may run together into one.</summary>
    public string Join(string cells) => level == NoiseLevel.Heavy && Chance(0.2) ? string.Join(' ', cells.Split('\t', StringSplitOptions.RemoveEmptyEntries)) + "\t\t" : cells;

    public string Dollar() => level != NoiseLevel.Clean ? "\\$" : "$";

    public string Bullet() => level != NoiseLevel.Clean ? "- " : "";

    public string Mark(string number) =>
        level != NoiseLevel.Clean && Chance(0.3) ? $"⁽{string.Concat(number.Select(digit => Superscripts[digit - '0']))}⁾" : $"({number})";

    public string Signature(string name) =>
        level != NoiseLevel.Clean ? name.Replace("-in-fact", " infact", StringComparison.OrdinalIgnoreCase) : name;

    /// <summary>An entry in which a digit may be confused with a letter.</summary>
    public string Value(string text)
    {
        if (level != NoiseLevel.Heavy || !text.Any(char.IsAsciiDigit) || text.Any(char.IsAsciiLetter) || !Chance(0.02))
            return text;
        var at = text.IndexOfAny(['0', '1', '5', '8']);
        return at < 0 ? text : text[..at] + "OlSB"["0158".IndexOf(text[at], StringComparison.Ordinal)] + text[(at + 1)..];
    }

    /// <summary>A row whose empty cells may vanish and whose neighbours may merge.</summary>
    public string Row(IReadOnlyList<string> cells)
    {
        if (level != NoiseLevel.Heavy)
            return string.Join('\t', cells);
        var row = new StringBuilder();
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length == 0 && Chance(0.05))
                continue;
            if (i > 0)
                row.Append(cells[i].Length > 0 && cells[i - 1].Length > 0 && Chance(0.02) ? ' ' : '\t');
            row.Append(cells[i]);
        }
        return row.ToString();
    }

    /// <summary>A note that may be wrapped.</summary>
    public IEnumerable<string> Wrap(string text)
    {
        if (level != NoiseLevel.Heavy || text.Length < 120 || !Chance(0.3))
            return [text];
        var blank = text.IndexOf(' ', text.Length / 2);
        return blank < 0 || (blank + 1 < text.Length && char.IsAsciiDigit(text[blank + 1])) ? [text] : [text[..blank], text[(blank + 1)..]];
    }

    private bool Chance(double chance) => random.NextDouble() < chance;
}
