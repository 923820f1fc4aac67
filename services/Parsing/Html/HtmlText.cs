using System.Buffers;
using System.Text;
using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Html;

/// <summary>
/// The visible text of HTML in reading order, in one pass over the bytes, whatever the markup's faults. Cells of a row are separated by tabs,
/// lines by line feeds, paragraphs and tables by blank lines; white space, no-break spaces included, is collapsed; check boxes drawn with
/// symbol fonts, pictures or form controls become ☒ and ☐. Comments, scripts and what is not displayed are left out.
/// </summary>
public ref struct HtmlText
{
    internal const int MaxDepth = 64;
    private static readonly ulong Paragraph = HtmlTag.KeyOf("p"u8);
    private static readonly SearchValues<byte> Special = SearchValues.Create([(byte)'<', (byte)'&', (byte)' ', (byte)'\n', (byte)'\r', (byte)'\t', (byte)'\f', .. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)]);

    private readonly ReadOnlySpan<byte> bytes;
    private TextBuilder text;
    private readonly Stack<TableRow> outerRows = new();
    private readonly SymbolFontStack fonts = new();
    private TableRow row;
    private int pendingBreak;
    private ulong hidden;
    private int hiddenDepth;
    private int preformatted;

    private struct TableRow
    {
        public bool InTable, HasText, CellHasText;
        public int Cells, PendingTabs;
    }

    private HtmlText(ReadOnlySpan<byte> bytes, int offset, int most)
    {
        this.bytes = bytes;
        text = new TextBuilder(Math.Min(bytes.Length / 3, most), offset);
    }

    /// <summary>Reads HTML.</summary>
    /// <param name="bytes">The markup: UTF-8, or Windows-1252 where the bytes are no UTF-8.</param>
    /// <param name="offset">Where it begins in the submission.</param>
    /// <param name="most">Stops after about so many characters of text.</param>
    public static SourceText Read(ReadOnlySpan<byte> bytes, int offset, int most = int.MaxValue)
    {
        var reader = new HtmlText(bytes, offset, most);
        reader.ReadAll(most);
        return reader.text.Build();
    }

    private void ReadAll(int most)
    {
        for (var at = 0; at < bytes.Length && text.Length < most;)
            at = bytes[at] == '<' ? ReadTag(at) : ReadText(at);
    }

    private int ReadText(int at)
    {
        if (hiddenDepth > 0)
            return bytes[at..].IndexOf((byte)'<') is var next && next < 0 ? bytes.Length : at + next;
        var rest = bytes[at..];
        var plain = rest.IndexOfAny(Special);
        if (plain != 0)
        {
            var word = plain < 0 ? rest : rest[..plain];
            return fonts.Current != SymbolFont.None ? ReadSymbols(at, word.Length) : AddWord(word, at);
        }
        var (rune, length) = Decode(rest);
        Add(rune, at, at + length);
        return at + length;
    }

    private static (Rune Rune, int Length) Decode(ReadOnlySpan<byte> rest)
    {
        if (rest[0] == '&')
            return CharacterReferences.TryRead(rest, out var reference, out var length) ? (reference, length) : (new Rune('&'), 1);
        return Rune.DecodeFromUtf8(rest, out var rune, out var read) == OperationStatus.Done ? (rune, read) : (Windows1252.Decode(rest[0]), 1);
    }

    private int AddWord(ReadOnlySpan<byte> word, int at)
    {
        Separate(at);
        text.AddAscii(word, at);
        return at + word.Length;
    }

    private int ReadSymbols(int at, int length)
    {
        for (var i = at; i < at + length; i++)
            Add(new Rune((char)bytes[i]), i, i + 1);
        return at + length;
    }

    private void Add(Rune rune, int start, int end)
    {
        if (preformatted > 0 && rune.Value is '\n' or '\r' or '\t')
        {
            if (rune.Value != '\r')
                text.Add(rune, start, end);
            return;
        }
        if (Rune.IsWhiteSpace(rune))
        {
            if (pendingBreak == 0 && row.PendingTabs == 0 && (preformatted > 0 || text.Last is not (' ' or '\n' or '\t')))
                text.Add(new Rune(' '), start, end);
            return;
        }
        // Soft hyphens and zero-width characters are not seen.
        if (rune.Value is 0xad or 0x200b or 0x200c or 0x200d or 0xfeff or 0)
            return;
        Separate(start);
        text.Add(fonts.Current == SymbolFont.None ? rune : SymbolFonts.Seen(rune, fonts.Current), start, end);
    }

    private void Separate(int at)
    {
        if (row.PendingTabs > 0 && row.HasText)
        {
            text.AddSeparator('\t', row.PendingTabs, at);
        }
        else
        {
            if (pendingBreak > 0 && text.Length > 0)
                text.AddSeparator('\n', pendingBreak, at, row is { InTable: true, CellHasText: true });
            if (row.PendingTabs > 0)
                text.AddSeparator('\t', row.PendingTabs, at);
        }
        pendingBreak = 0;
        row.PendingTabs = 0;
        row.HasText = row.CellHasText = true;
    }

    private int ReadTag(int at)
    {
        var rest = bytes[at..];
        if (rest.StartsWith("<!--"u8))
            return rest.IndexOf("-->"u8) is var close && close < 0 ? bytes.Length : at + close + 3;
        var second = rest.Length > 1 ? rest[1] : (byte)0;
        if (second is (byte)'!' or (byte)'?')
            return rest.IndexOf((byte)'>') is var end && end < 0 ? bytes.Length : at + end + 1;
        var closing = second == '/';
        var name = at + (closing ? 2 : 1);
        if (name >= bytes.Length || !char.IsAsciiLetter((char)bytes[name]))
        {
            if (hiddenDepth == 0)
                AddWord(rest[..1], at);
            return at + 1;
        }
        var nameEnd = name;
        while (nameEnd < bytes.Length && (char.IsAsciiLetterOrDigit((char)bytes[nameEnd]) || bytes[nameEnd] is (byte)':' or (byte)'-' or (byte)'_'))
            nameEnd++;
        var tagEnd = HtmlMarkup.EndOfTag(bytes, nameEnd);
        var attributes = bytes[nameEnd..Math.Min(tagEnd, bytes.Length)];
        var element = HtmlTag.KeyOf(bytes[name..nameEnd]);
        var after = Math.Min(tagEnd + 1, bytes.Length);
        if (closing)
            Close(element);
        else
            return Open(element, attributes, nameEnd, after);
        return after;
    }

    private int Open(ulong element, ReadOnlySpan<byte> attributes, int attributesAt, int after)
    {
        var effect = HtmlTag.EffectOf(element);
        var empty = attributes.Length > 0 && attributes[^1] == '/';
        if (hiddenDepth > 0 && !EndsHiddenParagraph(effect))
        {
            if (element == hidden && !empty)
                hiddenDepth++;
            return after;
        }
        if (effect == TagEffect.Raw)
            return HtmlMarkup.EndOfRaw(bytes, element, after);
        if ((effect == TagEffect.Hidden || IsHidden(attributes)) && !empty && effect is not (TagEffect.Image or TagEffect.Input or TagEffect.Line))
        {
            (hidden, hiddenDepth) = (element, 1);
            return after;
        }
        if (!empty)
            fonts.Open(element, attributes);
        Apply(effect, opening: true);
        if (effect is TagEffect.Image or TagEffect.Input)
            AddControl(effect, attributes, attributesAt);
        return after;
    }

    private void Close(ulong element)
    {
        var effect = HtmlTag.EffectOf(element);
        if (hiddenDepth > 0 && (element == hidden || !EndsHiddenParagraph(effect)))
        {
            if (element == hidden)
                hiddenDepth--;
            return;
        }
        fonts.Close(element, effect);
        Apply(effect, opening: false);
    }

    // A paragraph needs no end tag: the next block ends it, and with it what it hides.
    private bool EndsHiddenParagraph(TagEffect effect)
    {
        if (hidden != Paragraph || effect is not (TagEffect.Paragraph or TagEffect.Table or TagEffect.Row or TagEffect.Cell))
            return false;
        hiddenDepth = 0;
        return true;
    }

    private void Apply(TagEffect effect, bool opening)
    {
        switch (effect)
        {
            case TagEffect.Paragraph:
                Break(2);
                break;
            case TagEffect.Line:
                Break(1);
                break;
            case TagEffect.Preformatted:
                preformatted = Math.Max(0, preformatted + (opening ? 1 : -1));
                Break(2);
                break;
            case TagEffect.Table:
                if (opening && outerRows.Count < MaxDepth)
                {
                    Break(2);
                    outerRows.Push(row);
                    row = new TableRow { InTable = true };
                }
                else if (!opening && outerRows.TryPop(out var outer))
                {
                    row = outer;
                    Break(2);
                }
                break;
            case TagEffect.Row:
                pendingBreak = Math.Max(pendingBreak, 1);
                row = new TableRow { InTable = true };
                break;
            // The end of a cell outweighs the breaks before it: what follows is the next cell or row.
            case TagEffect.Cell when !opening && row.CellHasText:
                pendingBreak = 0;
                break;
            case TagEffect.Cell when opening:
                if (row.Cells > 0)
                {
                    row.PendingTabs++;
                    pendingBreak = row.HasText ? 0 : pendingBreak;
                }
                row.Cells++;
                row.CellHasText = false;
                break;
        }
    }

    // Inside a cell a break counts only between two texts of that cell, so that a row stays a row.
    private void Break(int lines)
    {
        if (!row.InTable || row.CellHasText)
            pendingBreak = Math.Max(pendingBreak, lines);
    }

    private static bool IsHidden(ReadOnlySpan<byte> attributes) =>
        attributes.Length > 12 && SymbolFonts.Contains(attributes, "display"u8) && (SymbolFonts.Contains(attributes, "display:none"u8) || SymbolFonts.Contains(attributes, "display: none"u8));

    private void AddControl(TagEffect effect, ReadOnlySpan<byte> attributes, int at)
    {
        if (CheckBoxControl.Seen(effect, attributes) is not { } box)
            return;
        Separate(at);
        text.Add(box, at, at + attributes.Length);
    }
}
