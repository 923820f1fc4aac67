namespace Filingwire.Parsing.Forms.Ownership.Printed;

/// <summary>A printed label or something filled in, in reading order.</summary>
/// <param name="Label">The label; null for an entry.</param>
/// <param name="Line">Its line.</param>
/// <param name="Column">Its cell.</param>
/// <param name="Start">First character.</param>
/// <param name="End">First character after.</param>
internal readonly record struct CoverItem(PrintedLabel? Label, int Line, int Column, int Start, int End);

/// <summary>
/// Takes the boxes above the tables apart. The form's own words are known, so what is left was filled in. Where boxes stand side by side, the
/// cells of one box are read before those of the next.
/// </summary>
internal sealed class PrintedCover
{
    /// <summary>The boxes take far less room, also those of further owners; what is longer is not looked at.</summary>
    internal const int Longest = 60_000;

    private const int MostOfLabel = 40, MostMarksBehind = 16, LongestFragment = 2000;
    private static readonly System.Buffers.SearchValues<char> BoxStrokes = System.Buffers.SearchValues.Create("_[]() ");
    private readonly PrintedPage page;
    private readonly string content;
    private readonly int firstLine;
    private readonly int lastLine;
    private readonly int limit;
    private readonly List<CoverItem> labels = [];

    private PrintedCover(PrintedPage page, int firstLine, int lastLine)
    {
        this.page = page;
        this.firstLine = firstLine;
        content = page.Text.Content;
        var start = firstLine < page.Lines.Count ? page.Lines[firstLine][0].Start : content.Length;
        while (lastLine - 1 > firstLine && page.Lines[lastLine - 1][0].Start - start > Longest)
            lastLine--;
        this.lastLine = lastLine;
        limit = start + Longest;
        var end = Math.Min(limit, lastLine < page.Lines.Count ? page.Lines[lastLine][0].Start : content.Length);
        FindLabels(new PrintedWords(content, start, end));
        FindBracketed(start, end);
        labels.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    /// <summary>The items of the boxes in reading order, box by box.</summary>
    public static IReadOnlyList<CoverItem> Read(PrintedPage page, int firstLine, int lastLine) => new PrintedCover(page, firstLine, lastLine).Items();

    /// <summary>Whether an entry is nothing but a tick.</summary>
    public static bool IsTick(ReadOnlySpan<char> entry)
    {
        var mark = entry.Trim("_[]() \t*");
        return mark is "X" or "x" or "☒" or "☑" or "✓" or "✔" or "✗" or "✘" or "⊠";
    }

    /// <summary>Whether an entry is an empty box.</summary>
    public static bool IsEmptyBox(ReadOnlySpan<char> entry) =>
        entry.Length > 0 && (entry is "☐" or "□" or "▢" || (!entry.ContainsAnyExcept(BoxStrokes) && entry.IndexOfAny("_[") >= 0) || entry is "()" or "( )");

    private void FindLabels(PrintedWords words)
    {
        foreach (var (text, label) in PrintedLabels.Cover)
            for (int from = 0, left = MostOfLabel; left > 0 && words.Find(text, from) is { } found; from = found.End, left--)
            {
                if (!Overlaps(found.Start, found.End))
                    Add(label, found.Start, found.End);
                // Only boxes of further owners repeat the form's words.
                if (label is not (PrintedLabel.Name or PrintedLabel.Filler))
                    break;
            }
        foreach (var (text, label) in PrintedLabels.Short)
            for (int from = 0, left = MostOfLabel; left > 0 && words.Find(text, from) is { } found; from = found.End, left--)
                if (!Overlaps(found.Start, found.End) && StandsAlone(found.Start, found.End))
                    Add(label, found.Start, found.End);
    }

    private void FindBracketed(int start, int end)
    {
        foreach (var (word, label) in PrintedLabels.Bracketed)
            for (int at = start, left = MostOfLabel; left > 0 && (at = content.IndexOf(word, at, end - at, StringComparison.OrdinalIgnoreCase)) >= 0; at += word.Length, left--)
                if (!Overlaps(at, at + word.Length))
                    Add(label, at, at + word.Length);
    }

    private void Add(PrintedLabel label, int start, int end) => labels.Add(new CoverItem(label, -1, -1, start, end));

    private bool Overlaps(int start, int end) => labels.Exists(label => label.Start < end && start < label.End);

    private bool StandsAlone(int start, int end)
    {
        var before = start;
        while (before > 0 && content[before - 1] is ' ' or '_' or '[' or ']' or '(' or ')')
            before--;
        var behind = end;
        while (behind < content.Length && content[behind] is ' ' or '_' or '(' or '[' or ']' or ')')
            behind++;
        var startsPlace = before == 0 || content[before - 1] is '\t' or '\n' or '\r' or '|' || IsTick(content.AsSpan(before - 1, 1)) || IsEmptyBox(content.AsSpan(before - 1, 1))
            || start - before > 1 && labels.Exists(label => label.End == before) || labels.Exists(label => label.End == before);
        var endsPlace = behind >= content.Length || content[behind] is '\t' or '\n' or '\r' or '|' or ')' || IsTick(content.AsSpan(behind, 1)) || char.IsAsciiDigit(content[behind])
            || labels.Exists(label => label.Start == behind);
        return startsPlace && endsPlace;
    }

    private List<CoverItem> Items()
    {
        var items = new List<CoverItem>();
        var first = FirstLine();
        for (var line = first; line < lastLine; line++)
            foreach (var cell in page.Lines[line].TakeWhile(cell => cell.Start < limit))
                AddCell(cell, items);
        return InBoxOrder(items);
    }

    /// <summary>The line of the first label of a box; what stands above is the form's head.</summary>
    private int FirstLine()
    {
        var start = labels.Where(label => label.Label is PrintedLabel.Name or PrintedLabel.Issuer or PrintedLabel.Relationship or PrintedLabel.Period)
            .Select(label => label.Start).DefaultIfEmpty(int.MaxValue).Min();
        for (var line = firstLine; line < lastLine; line++)
            if (page.Extent(line).End > start)
                return line;
        return lastLine;
    }

    private void AddCell(PrintedCell cell, List<CoverItem> items)
    {
        var at = cell.Start;
        foreach (var label in labels.Where(label => label.Start < cell.End && label.End > cell.Start))
        {
            if (label.Start > at)
                AddEntry(cell, at, label.Start, items);
            items.Add(label with { Line = cell.Line, Column = cell.Column, Start = Math.Max(label.Start, cell.Start) });
            at = Math.Max(at, label.End);
        }
        if (at < cell.End)
            AddEntry(cell, at, cell.End, items);
    }

    // An entry, and the marks of further boxes that stand behind it in the same cell.
    private void AddEntry(PrintedCell cell, int start, int end, List<CoverItem> items)
    {
        var behind = new Stack<(int Start, int End)>();
        while (true)
        {
            (start, end) = Trim(start, end);
            var entry = content.AsSpan(start, end - start);
            if (entry.Length == 0 || IsBoxNumber(entry) || (!IsTick(entry) && !IsEmptyBox(entry) && IsFragment(entry)))
                break;
            var mark = entry.LastIndexOf(' ') is var blank and > 0 ? entry[(blank + 1)..] : default;
            if (mark.IsEmpty || !(IsTick(mark) || IsEmptyBox(mark) || IsBoxNumber(mark)) || behind.Count == MostMarksBehind)
            {
                items.Add(new CoverItem(null, cell.Line, cell.Column, start, end));
                break;
            }
            behind.Push((end - mark.Length, end));
            end -= mark.Length;
        }
        foreach (var mark in behind)
        {
            (start, end) = Trim(mark.Start, mark.End);
            if (start < end && !IsBoxNumber(content.AsSpan(start, end - start)))
                items.Add(new CoverItem(null, cell.Line, cell.Column, start, end));
        }
    }

    private (int Start, int End) Trim(int start, int end)
    {
        // "X" before a label and the number of the box ("5.") belong to the label, not to an entry.
        while (start < end && content[start] is ' ' or ')' or '*' or ':' or ',' or '.')
            start++;
        while (end > start && content[end - 1] is ' ' or '*')
            end--;
        return (start, end);
    }

    private static bool IsBoxNumber(ReadOnlySpan<char> entry) =>
        entry.Length is 2 or 3 && char.IsAsciiDigit(entry[0]) && entry[^1] == '.';

    /// <summary>A piece of the form's own words that recognition tore off.</summary>
    private static bool IsFragment(ReadOnlySpan<char> entry)
    {
        if (entry.Length > LongestFragment)
            return false;
        var squashed = PrintedWords.Squash(entry.ToString());
        return squashed.Length == 0 || (squashed.Length >= 4 && PrintedWords.IsPieceOf(squashed, PrintedLabels.CoverWords));
    }

    private static List<CoverItem> InBoxOrder(List<CoverItem> items)
    {
        var middle = ColumnOf(items, PrintedLabel.Issuer, PrintedLabel.Period, PrintedLabel.Amendment);
        var right = ColumnOf(items, PrintedLabel.Relationship, PrintedLabel.Joint, PrintedLabel.OnePerson);
        if ((middle is not > 0 && right is not > 0) || !StandSideBySide(items))
            return items;
        var ofMiddle = middle ?? right!.Value;
        var ofRight = right is { } column && column > ofMiddle ? column : int.MaxValue;
        // An entry belongs to the box whose label stands in its cell; else its column tells.
        var labelled = items.Where(item => item.Label is not (null or PrintedLabel.Filler)).GroupBy(item => (item.Line, item.Column))
            .ToDictionary(cell => cell.Key, cell => OfLabel(cell.First().Label!.Value));
        return [.. items.Select(item => (Item: item, Box: BoxOf(item))).OrderBy(placed => placed.Box).Select(placed => placed.Item)];

        int BoxOf(CoverItem item) => item.Label is { } label and not PrintedLabel.Filler ? OfLabel(label)
            : labelled.TryGetValue((item.Line, item.Column), out var box) ? box
            : item.Column < ofMiddle ? 0 : item.Column < ofRight ? 1 : 2;

        static int OfLabel(PrintedLabel label) => label switch
        {
            PrintedLabel.Name or PrintedLabel.LastFirstMiddle or PrintedLabel.Street or PrintedLabel.CityStateZip => 0,
            PrintedLabel.Issuer or PrintedLabel.ForeignSymbol or PrintedLabel.Period or PrintedLabel.Amendment => 1,
            _ => 2,
        };
    }

    /// <summary>
    /// Whether the lines of the first box go on beside the issuer's: its words under the street and the city then stand behind the issuer's label
    /// without another name before them. Else the boxes follow each other, as in HTML, though a tab may part them.
    /// </summary>
    private static bool StandSideBySide(List<CoverItem> items)
    {
        var issuer = items.FindIndex(item => item.Label is PrintedLabel.Issuer);
        for (var i = issuer + 1; issuer >= 0 && i < items.Count; i++)
        {
            if (items[i].Label is PrintedLabel.Name)
                return false;
            if (items[i].Label is PrintedLabel.LastFirstMiddle or PrintedLabel.Street or PrintedLabel.CityStateZip && items[i].Line > items[issuer].Line)
                return true;
        }
        return issuer < 0;
    }

    private static int? ColumnOf(List<CoverItem> items, params ReadOnlySpan<PrintedLabel> labels)
    {
        var columns = new List<int>();
        foreach (var item in items)
            if (item.Label is { } label && labels.Contains(label))
                columns.Add(item.Column);
        columns.Sort();
        return columns.Count == 0 ? null : columns[columns.Count / 2];
    }
}
