using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Ownership.Printed;

/// <summary>
/// Reads a rendering of the printed Form 3, 4 or 5: plain text, text recognised from a picture, or HTML laid out as text. The form's structure
/// leads: its head, the boxes, Tables I and II, the explanations, the signatures.
/// </summary>
internal static partial class OwnershipTextReader
{
    private const string Rule = "ownership.printed.";
    private const byte FromHead = 95;
    private const int HeadLength = 6000;
    private const string TableHeading = "derivativesecurities";

    private static readonly (string Words, string Field)[] HeadBoxes =
    [
        ("checkthisboxifnolongersubjecttosection16", "notSubjectToSection16"),
        ("checkthisboxtoindicatethatatransactionwasmadepursuanttoacontract", "aff10b5One"),
        ("form3holdingsreported", "form3HoldingsReported"),
        ("form4transactionsreported", "form4TransactionsReported"),
    ];

    /// <summary>How sure a text is a rendering of one of the forms, 0 to 100.</summary>
    public static int Recognise(SourceText text)
    {
        var head = text.Content[..Math.Min(text.Content.Length, HeadLength)];
        var words = new PrintedWords(head, 0, head.Length);
        var sure = 0;
        if (FormNumber().IsMatch(head))
            sure += 30;
        if (words.Find("beneficialownership") is not null)
            sure += 25;
        if (words.Find("filedpursuanttosection16a") is not null || words.Find("nolongersubjecttosection16") is not null)
            sure += 25;
        if (words.Find("relationshipofreportingperson") is not null)
            sure += 20;
        return sure;
    }

    /// <summary>Reads the page.</summary>
    public static OwnershipDocument Read(SourceText text, List<Diagnostic> diagnostics)
    {
        var page = PrintedPage.Of(text);
        var document = new OwnershipDocument();
        ReadFormNumber(text, document);
        var (tableOne, tableTwo, explanations) = Sections(page);
        var furtherOwners = LineOf(page, tableTwo, "nameandaddressofreportingperson", explanations) ?? explanations;
        ReadHeadBoxes(page, tableOne, document, diagnostics);
        new PrintedBoxes(text, document, diagnostics).Read(PrintedCover.Read(page, 0, tableOne));
        MarkAmendment(document);
        var form = document.DocumentType?.Value is { Length: > 0 } type ? type[0] : '4';
        document.NonDerivativeRows = new PrintedTable(page, PrintedLayout.Of(form, false), diagnostics).Read(tableOne + 1, tableTwo);
        document.DerivativeRows = new PrintedTable(page, PrintedLayout.Of(form, true), diagnostics).Read(tableTwo + 1, furtherOwners);
        ReadFurtherOwners(page, furtherOwners, explanations, document, diagnostics);
        new PrintedExplanations(page, document, diagnostics).Read(Math.Min(explanations + 1, page.Lines.Count));
        if (tableOne == page.Lines.Count)
            diagnostics.Add(new Diagnostic(Severity.Error, "tables-not-found", "Neither table of the form was found."));
        return document;
    }

    /// <summary>The heading lines of both tables and of the explanations; where one is missing, the line at which it would stand.</summary>
    private static (int TableOne, int TableTwo, int Explanations) Sections(PrintedPage page)
    {
        int? tableOne = null, tableTwo = null;
        for (var line = 0; line < page.Lines.Count && tableTwo is null; line++)
        {
            var (start, end) = page.Extent(line);
            if (end - start < TableHeading.Length)
                continue;
            var words = new PrintedWords(page.Text.Content, start, end);
            if (!words.Squashed.StartsWith("tab", StringComparison.Ordinal) || words.Find(TableHeading) is null)
                continue;
            if (words.Find("nonderivative") is not null)
                tableOne ??= line;
            else
                tableTwo = line;
        }
        var explanations = LineOf(page, tableTwo ?? tableOne ?? 0, "explanationofresponses")
            ?? LineOf(page, tableTwo ?? tableOne ?? 0, "signatureofreportingperson") ?? page.Lines.Count;
        return (Math.Min(tableOne ?? tableTwo ?? explanations, explanations), Math.Min(tableTwo ?? explanations, explanations), explanations);
    }

    /// <summary>A joint filing lists its owners once more behind the tables, the first among them.</summary>
    private static void ReadFurtherOwners(PrintedPage page, int from, int to, OwnershipDocument document, List<Diagnostic> diagnostics)
    {
        if (from >= to)
            return;
        var further = new OwnershipDocument();
        new PrintedBoxes(page.Text, further, diagnostics).Read(PrintedCover.Read(page, from, to));
        var known = document.ReportingOwners.Select(owner => owner.Name?.Value).ToHashSet();
        document.ReportingOwners = [.. document.ReportingOwners, .. further.ReportingOwners.Where(owner => known.Add(owner.Name?.Value))];
    }

    private static int? LineOf(PrintedPage page, int from, string words, int to = int.MaxValue)
    {
        for (var line = from; line < Math.Min(to, page.Lines.Count); line++)
        {
            var (start, end) = page.Extent(line);
            if (end - start < words.Length)
                continue;
            var squashed = new PrintedWords(page.Text.Content, start, end);
            if (squashed.Find(words) is { } found && found.Start - start < 40)
                return line;
        }
        return null;
    }

    private static void ReadFormNumber(SourceText text, OwnershipDocument document)
    {
        if (FormNumber().Match(text.Content, 0, Math.Min(text.Content.Length, HeadLength)) is not { Success: true } match)
            return;
        var type = match.Groups["type"];
        document.DocumentType = new Field<string?>(type.Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(),
            text.Cite(type.Index, type.Length, Rule + "documentType", FromHead));
    }

    /// <summary>The printed form has one heading for originals and amendments; the date of the original tells them apart.</summary>
    private static void MarkAmendment(OwnershipDocument document)
    {
        if (document is { DateOfOriginalSubmission.Value: not null, DocumentType: { Value: { Length: 1 } number } type })
            document.DocumentType = type with { Value = number + "/A", Source = type.Source with { Rule = Rule + "documentType.by-original-date", Confidence = 85 } };
    }

    /// <summary>
    /// A box of the head counts as read only when a mark stands right before its words. Recognition often loses box and tick alike, and then
    /// silence says nothing.
    /// </summary>
    private static void ReadHeadBoxes(PrintedPage page, int tableOne, OwnershipDocument document, List<Diagnostic> diagnostics)
    {
        var content = page.Text.Content;
        var end = tableOne < page.Lines.Count ? page.Lines[tableOne][0].Start : Math.Min(content.Length, HeadLength);
        var words = new PrintedWords(content, 0, end);
        foreach (var (label, field) in HeadBoxes)
        {
            if (words.Find(label) is not { } found)
                continue;
            var markEnd = found.Start;
            while (markEnd > 0 && char.IsWhiteSpace(content[markEnd - 1]))
                markEnd--;
            var markStart = markEnd;
            while (markStart > 0 && markEnd - markStart < 8 && content[markStart - 1] is not ('\n' or '\r' or '\t'))
                markStart--;
            var mark = content.AsSpan(markStart, markEnd - markStart).Trim();
            bool? ticked = PrintedCover.IsTick(mark) ? true : PrintedCover.IsEmptyBox(mark) ? false : null;
            var source = ticked is null
                ? page.Text.Cite(found.Start, found.End - found.Start, Rule + field, FromHead)
                : page.Text.Cite(markStart, found.End - markStart, Rule + field, FromHead);
            if (ticked is null)
                diagnostics.Add(new Diagnostic(Severity.Info, "box-unreadable", "Neither an empty nor a ticked box stands before its words.", source.Span)
                {
                    Parameters = new Dictionary<string, string> { ["field"] = field },
                });
            Set(document, field, new Field<bool?>(ticked, source));
        }
    }

    private static void Set(OwnershipDocument document, string field, Field<bool?> value)
    {
        switch (field)
        {
            case "notSubjectToSection16": document.NotSubjectToSection16 = value; break;
            case "aff10b5One": document.Aff10b5One = value; break;
            case "form3HoldingsReported": document.Form3HoldingsReported = value; break;
            case "form4TransactionsReported": document.Form4TransactionsReported = value; break;
        }
    }

    [GeneratedRegex(@"\bFORM\s+(?<type>[345](\s?/\s?A)?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormNumber();
}
