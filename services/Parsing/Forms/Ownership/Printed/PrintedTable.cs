using System.Buffers;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Ownership.Printed;

/// <summary>Reads the rows of Table I or II.</summary>
internal sealed class PrintedTable(PrintedPage page, PrintedLayout layout, List<Diagnostic> diagnostics)
{
    private const double Sure = 2.5;
    private const double LeastScore = 5;

    // The widest table has 16 columns.
    private const int MostValues = 64;

    private static readonly SearchValues<char> RuleStrokes = SearchValues.Create("-_|= \t");

    private static readonly string[] HeadingWords =
        ["(instr", "month/day/year", "title of ", "beneficially owned", "derivative", "transaction(s)", "date exercisable", "number of shares", "(a) or (d)", "if any", "e.g., puts", "acquired (a)", "<caption>", "<s>", "title of"];

    private readonly SourceText text = page.Text;

    /// <summary>Reads the lines from <paramref name="from"/> up to <paramref name="to"/>.</summary>
    public List<OwnershipRow> Read(int from, int to)
    {
        var rows = new List<OwnershipRow>();
        for (var line = from; line < to; line++)
        {
            if (rows.Count == OwnershipDocument.MostRows)
            {
                Report(Severity.Error, "rows-cut-off", "A table has more rows than are read.", line, "");
                break;
            }
            if (WrappedLines(line, to) is > 1 and var wrapped)
            {
                ReportWrapped(line, wrapped);
                line += wrapped - 1;
                continue;
            }
            var values = Values(line);
            if (values.Count == 0 || IsHeading(line))
                continue;
            if (values.Count is >= 3 and <= MostValues && Best(values, page.Lines[line].Count) is var (placed, transaction, score) && score >= LeastScore)
                rows.Add(Row(placed, transaction, line, rows.Count + 1));
            else if (!values.All(IsHeadingWord))
                Report(Severity.Warning, "table-line-unread", "A line of a table could not be read as a row.", line, page.Text.Content[page.Extent(line).Start..page.Extent(line).End]);
        }
        return rows;
    }

    /// <summary>
    /// In tables drawn with bars an entry that is wider than its column goes on in the next line, up to a rule. Such entries have no bytes of their
    /// own in one piece, and a guess at how the pieces join may be wrong; so these rows are reported and not read.
    /// </summary>
    private int WrappedLines(int line, int to)
    {
        var lines = 0;
        while (line + lines < to && page.Lines[line + lines].Count > 4 && Line(line + lines) is var content && content.Contains('|') && content.ContainsAnyExcept(RuleStrokes))
            lines++;
        return lines;
    }

    private void ReportWrapped(int line, int count)
    {
        for (var i = 0; i < count; i++)
            if (HasHeadingWord(line + i))
                return;
        var (start, end) = (page.Extent(line).Start, page.Extent(line + count - 1).End);
        diagnostics.Add(new Diagnostic(Severity.Error, "row-wrapped-unread", "A row of a table drawn with bars runs over several lines and is not read.", text.SpanOf(start, end - start))
        {
            Parameters = new Dictionary<string, string> { ["text"] = text.Content[start..end] },
        });
    }

    private ReadOnlySpan<char> Line(int line)
    {
        var (start, end) = page.Extent(line);
        return text.Content.AsSpan(start, end - start);
    }

    private List<PrintedValue> Values(int line)
    {
        var cells = page.Lines[line];
        var values = new List<PrintedValue>(cells.Count);
        foreach (var cell in cells)
        {
            if (cell.IsEmpty || !text.Content.AsSpan(cell.Start, cell.End - cell.Start).ContainsAnyExcept("-_|. "))
                continue;
            values.Add(PrintedValue.Of(text.Content, cell.Column, cell.Start, cell.End));
        }
        return cells.Count < layout.Columns.Count ? Split(values) : values;
    }

    /// <summary>Where cells are fewer than columns, some may have run together: "40,596 A $0" is three entries.</summary>
    private List<PrintedValue> Split(List<PrintedValue> values)
    {
        var all = new List<PrintedValue>();
        foreach (var value in values)
        {
            var parts = value.Kind == PrintedValueKind.Text ? Parts(value) : [];
            if (parts.Count < 2)
                all.Add(value);
            else
                all.AddRange(parts);
        }
        return all;
    }

    private List<PrintedValue> Parts(PrintedValue value)
    {
        var parts = new List<PrintedValue>();
        var (words, at) = (0, value.Start);
        var textStart = -1;
        var typed = 0;
        while (at < value.End)
        {
            var end = text.Content.IndexOf(' ', at, value.End - at);
            end = end < 0 ? value.End : end;
            // "$ 39.52" is one entry.
            if (end < value.End && text.Content[at..end] is "$" or "\\$")
            {
                var next = text.Content.IndexOf(' ', end + 1, value.End - end - 1);
                end = next < 0 ? value.End : next;
            }
            var word = PrintedValue.Of(text.Content, value.Column, at, end);
            words++;
            if (word.Kind is PrintedValueKind.Text or PrintedValueKind.Empty)
                textStart = textStart < 0 ? at : textStart;
            else
            {
                typed += word.Kind is PrintedValueKind.Date or PrintedValueKind.Dollars || word.Body.Contains(',', StringComparison.Ordinal) ? 10 : 1;
                if (textStart >= 0)
                    parts.Add(PrintedValue.Of(text.Content, value.Column, textStart, TrimEnd(textStart, at)));
                textStart = -1;
                parts.Add(word);
            }
            at = end + 1;
        }
        if (textStart >= 0)
            parts.Add(PrintedValue.Of(text.Content, value.Column, textStart, value.End));
        // A date or an amount in dollars never is part of a title; a lone letter or number may be ("Class A", "Series 2").
        return typed == words || typed >= 10 ? parts : [];
    }

    private (PlacedValue[] Placed, bool Transaction, double Score) Best(List<PrintedValue> values, int cells)
    {
        var holding = RowAlignment.Place(values, layout.Holding, layout.Columns, cells, false, out var holdingScore);
        if (layout.Transaction is null)
            return (holding, false, holdingScore);
        var transaction = RowAlignment.Place(values, layout.Transaction, layout.Columns, cells, true, out var transactionScore);
        return transactionScore >= holdingScore ? (transaction, true, transactionScore) : (holding, false, holdingScore);
    }

    private OwnershipRow Row(PlacedValue[] placed, bool transaction, int line, int ordinal)
    {
        var row = new OwnershipRow { Kind = transaction ? OwnershipRowKind.Transaction : OwnershipRowKind.Holding, Ordinal = ordinal };
        var (start, end) = page.Extent(line);
        row.Span = text.SpanOf(start, end - start);
        var reader = new PrintedField(text, diagnostics) { HasAllCells = page.Lines[line].Count == layout.Columns.Count };
        foreach (var (value, column, margin) in placed)
        {
            if (column is null)
            {
                Report(Severity.Warning, "entry-without-column", "An entry of a row fits none of its columns.", line, value.Body);
                continue;
            }
            reader.Confidence = margin >= Sure ? (byte)92 : (byte)80;
            // Two columns fit about as well: better no value than one in the wrong place.
            reader.IsDoubtful = margin < 1;
            if (reader.IsDoubtful && value.Kind == PrintedValueKind.NotesOnly)
                Report(Severity.Warning, "column-uncertain", "A footnote mark may belong to more than one column of its row.", line, text.Content[value.Start..value.End]);
            else
                Fill(row, column.Value, value, reader);
        }
        return row;
    }

    private static void Fill(OwnershipRow row, PrintedColumn column, PrintedValue value, PrintedField reader)
    {
        switch (column)
        {
            case PrintedColumn.Title: row.SecurityTitle = reader.Text(value, "securityTitle"); break;
            case PrintedColumn.ExercisePrice: row.ConversionOrExercisePrice = reader.Number(value, "conversionOrExercisePrice"); break;
            case PrintedColumn.TransactionDate: row.TransactionDate = reader.Date(value, "transactionDate"); break;
            case PrintedColumn.DeemedDate: row.DeemedExecutionDate = reader.Date(value, "deemedExecutionDate"); break;
            case PrintedColumn.Code: FillCode(row, value, reader); break;
            // Box V: the filer reports early on a voluntary basis what Form 5 would carry (General Instruction 8 of Form 4).
            case PrintedColumn.Voluntary: row.TransactionFormType = reader.Meaning(value, "5", "transactionFormType"); break;
            case PrintedColumn.Amount: FillAmount(row, value, reader); break;
            case PrintedColumn.AmountAcquired: FillAmount(row, value, reader, "A"); break;
            case PrintedColumn.AmountDisposed: FillAmount(row, value, reader, "D"); break;
            case PrintedColumn.AcquiredOrDisposed: row.AcquiredDisposedCode = reader.Text(value, "transactionAcquiredDisposedCode"); break;
            case PrintedColumn.Exercisable: row.ExerciseDate = reader.Date(value, "exerciseDate"); break;
            case PrintedColumn.Expiration: row.ExpirationDate = reader.Date(value, "expirationDate"); break;
            case PrintedColumn.UnderlyingTitle: row.UnderlyingSecurityTitle = reader.Text(value, "underlyingSecurityTitle"); break;
            case PrintedColumn.UnderlyingAmount when value.Kind == PrintedValueKind.Dollars: row.UnderlyingSecurityValue = reader.Number(value, "underlyingSecurityValue"); break;
            case PrintedColumn.UnderlyingAmount: row.UnderlyingSecurityShares = reader.Number(value, "underlyingSecurityShares"); break;
            case PrintedColumn.Price: row.TransactionPricePerShare = reader.Number(value, "transactionPricePerShare"); break;
            case PrintedColumn.Following when value.Kind == PrintedValueKind.Dollars: row.ValueOwnedFollowing = reader.Number(value, "valueOwnedFollowingTransaction"); break;
            case PrintedColumn.Following: row.SharesOwnedFollowing = reader.Number(value, "sharesOwnedFollowingTransaction"); break;
            case PrintedColumn.DirectOrIndirect: row.DirectOrIndirect = reader.Text(value, "directOrIndirectOwnership"); break;
            case PrintedColumn.Nature: row.NatureOfOwnership = reader.Text(value, "natureOfOwnership"); break;
        }
    }

    /// <summary>The printed code is the code, "/K" for an equity swap, and marks that qualify the coding as a whole.</summary>
    private static void FillCode(OwnershipRow row, PrintedValue value, PrintedField reader)
    {
        row.TransactionCodingFootnoteIds = value.FootnoteIds;
        var code = value with { Body = value.Body[..1], End = value.Start + 1, FootnoteIds = [] };
        row.TransactionCode = reader.Text(code, "transactionCode");
        if (value.Body.Length > 1 && value.Body[^1] == 'K')
            row.EquitySwapInvolved = reader.Yes(value with { Start = value.End - 1, Body = "K", FootnoteIds = [] }, "equitySwapInvolved");
    }

    private static void FillAmount(OwnershipRow row, PrintedValue value, PrintedField reader, string? direction = null)
    {
        if (value.Kind == PrintedValueKind.Dollars)
            row.TransactionTotalValue = reader.Number(value, "transactionTotalValue");
        else
            row.TransactionShares = reader.Number(value, "transactionShares");
        if (direction is not null)
            row.AcquiredDisposedCode = reader.ByColumn(value with { FootnoteIds = [] }, direction, "transactionAcquiredDisposedCode.by-column");
    }

    private bool IsHeading(int line) => HasHeadingWord(line) && !HasDateOrNumber(line);

    private bool HasHeadingWord(int line)
    {
        foreach (var word in HeadingWords)
            if (Line(line).Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private bool HasDateOrNumber(int line) => page.Lines[line].Any(cell => !cell.IsEmpty
        && PrintedValue.Of(text.Content, 0, cell.Start, cell.End).Kind is PrintedValueKind.Date or PrintedValueKind.Dollars or PrintedValueKind.Number);

    private static bool IsHeadingWord(PrintedValue value) =>
        PrintedWords.Squash(value.Body) is var squashed && (squashed.Length <= 1 || PrintedWords.IsPieceOf(squashed, PrintedLabels.TableHeadings));

    private void Report(Severity severity, string code, string message, int line, string content)
    {
        var (start, end) = page.Extent(line);
        diagnostics.Add(new Diagnostic(severity, code, message, text.SpanOf(start, end - start)) { Parameters = new Dictionary<string, string> { ["text"] = content } });
    }

    private int TrimEnd(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text.Content[end - 1]))
            end--;
        return end;
    }
}
