using System.Globalization;
using Filingwire.Parsing.Xml;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Ownership.Printed;

/// <summary>Reads what stands below the tables: the numbered explanations, the remarks and the signatures.</summary>
internal sealed class PrintedExplanations(PrintedPage page, OwnershipDocument document, List<Diagnostic> diagnostics)
{
    private const string Rule = "ownership.printed.";
    private const byte FromPlace = 92;

    private readonly string content = page.Text.Content;

    /// <summary>Reads the lines from <paramref name="from"/> to the end of the page.</summary>
    public void Read(int from)
    {
        var label = LineWith("signatureofreportingperson", from);
        var (first, last) = SignatureLines(from, label ?? page.Lines.Count);
        ReadSignatures(first, last);
        if (document.Signatures.Count == 0 && label is { } words)
            ReadSignatureBelow(words);
        ReadNotes(from, first < last ? first : label ?? page.Lines.Count);
    }

    private int? LineWith(string words, int from)
    {
        for (var line = from; line < page.Lines.Count; line++)
        {
            var (start, end) = page.Extent(line);
            if (end - start >= words.Length / 2 && new PrintedWords(content, start, end).Find(words) is not null)
                return line;
        }
        return null;
    }

    /// <summary>The signatures are the lines right above the words "Signature of Reporting Person" that end in a date or begin with "/s/".</summary>
    private (int First, int Last) SignatureLines(int from, int label)
    {
        var first = label;
        for (var line = label - 1; line >= from; line--)
        {
            if (page.Lines[line].All(cell => cell.IsEmpty))
                continue;
            if (!IsSignature(line))
                break;
            first = line;
        }
        return (first, label);
    }

    private bool IsSignature(int line)
    {
        var (start, end) = page.Extent(line);
        return content.AsSpan(start, end - start).Contains("/s/", StringComparison.OrdinalIgnoreCase) || DateAtEnd(start, end) is not null;
    }

    private PrintedValue? DateAtEnd(int start, int end)
    {
        var at = end;
        while (at > start && !char.IsWhiteSpace(content[at - 1]))
            at--;
        return PrintedValue.Of(content, 0, at, end) is { Kind: PrintedValueKind.Date or PrintedValueKind.DamagedDate } value ? value : null;
    }

    private void ReadSignatures(int first, int last)
    {
        var signatures = new List<OwnerSignature>();
        var field = new PrintedField(page.Text, diagnostics) { Confidence = FromPlace };
        for (var line = first; line < last; line++)
        {
            var (start, end) = page.Extent(line);
            if (start == end)
                continue;
            var signature = new OwnerSignature();
            if (DateAtEnd(start, end) is { } date)
            {
                signature.Date = field.Date(date, "signatureDate");
                end = TrimEnd(start, date.Start);
            }
            else
                diagnostics.Add(new Diagnostic(Severity.Warning, "signature-undated", "A signature has no date on its line.", page.Text.SpanOf(start, end - start)));
            if (start < end)
                SignatureLine.Fill(signature, Cite(start, end, "signatureName"));
            signatures.Add(signature);
        }
        document.Signatures = signatures;
    }

    /// <summary>The text form of the years before 2003 has the words first, then the signature, the word "Date" and a date in letters.</summary>
    private void ReadSignatureBelow(int label)
    {
        var signature = new OwnerSignature();
        for (var line = label + 1; line < Math.Min(label + 8, page.Lines.Count); line++)
        {
            var (start, end) = page.Extent(line);
            var text = content.AsSpan(start, end - start);
            if (signature.Name is null && text.StartsWith("/s/", StringComparison.OrdinalIgnoreCase))
                SignatureLine.Fill(signature, Cite(start, end, "signatureName"));
            else if (signature.Name is not null && DateOnly.TryParseExact(text, ["MMMM d, yyyy", "MMMM d,yyyy", "MM/dd/yyyy", "M/d/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                signature.Date ??= new Field<DateOnly?>(date, page.Text.Cite(start, end - start, Rule + "signatureDate", FromPlace));
        }
        if (signature.Name is not null)
            document.Signatures = [signature];
    }

    private void ReadNotes(int from, int to)
    {
        var notes = new List<Footnote>();
        (int Number, int Start, int End)? note = null;
        (int Start, int End)? remarks = null;
        for (var line = from; line < to; line++)
        {
            var (start, end) = page.Extent(line);
            if (start == end)
                continue;
            if (remarks is null && IsRemarksLabel(start, end, out var behind))
            {
                Finish(ref note, notes);
                remarks = (behind, end);
            }
            else if (remarks is { } open)
                remarks = (open.Start == open.End ? start : open.Start, end);
            else if (NumberAt(start, end) is { } found && (note is null || found.Number == note.Value.Number + 1))
            {
                Finish(ref note, notes);
                note = (found.Number, found.Start, end);
            }
            else if (note is { } running)
                note = running with { End = end };
        }
        Finish(ref note, notes);
        document.Footnotes = notes;
        if (remarks is { } text && text.Start < text.End)
            document.Remarks = Cite(text.Start, text.End, "remarks");
    }

    private void Finish(ref (int Number, int Start, int End)? note, List<Footnote> notes)
    {
        if (note is { } found)
            notes.Add(new Footnote(FootnoteIds.Of(found.Number), found.Start < found.End ? Cite(found.Start, found.End, "footnote") : null));
        note = null;
    }

    private bool IsRemarksLabel(int start, int end, out int behind)
    {
        const string label = "Remarks";
        behind = start + label.Length;
        if (end - start < label.Length || !content.AsSpan(start).StartsWith(label, StringComparison.OrdinalIgnoreCase))
            return false;
        while (behind < end && (content[behind] is ':' || char.IsWhiteSpace(content[behind])))
            behind++;
        return behind == end || content.AsSpan(start + label.Length, behind - start - label.Length).Contains(':');
    }

    /// <summary>"1. ", "(1) " or "- 1. " at the start of a line.</summary>
    private (int Number, int Start)? NumberAt(int start, int end)
    {
        while (start < end && content[start] is '-' or '*' or '•' or ' ' or '(')
            start++;
        var at = start;
        while (at < end && char.IsAsciiDigit(content[at]))
            at++;
        if (at == start || at - start > 2 || at >= end || content[at] is not ('.' or ')'))
            return null;
        var number = 0;
        foreach (var digit in content.AsSpan(start, at - start))
            number = (number * 10) + (digit - '0');
        at++;
        while (at < end && char.IsWhiteSpace(content[at]))
            at++;
        return (number, at);
    }

    private Field<string?> Cite(int start, int end, string rule)
    {
        var value = string.Join(' ', content[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new Field<string?>(value, page.Text.Cite(start, end - start, Rule + rule, FromPlace));
    }

    private int TrimEnd(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(content[end - 1]))
            end--;
        return end;
    }
}
