using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Ownership.Printed;

/// <summary>Reads issuer, dates, owners and their relationship from the items of the boxes.</summary>
internal sealed class PrintedBoxes(SourceText text, OwnershipDocument document, List<Diagnostic> diagnostics)
{
    private const string Rule = "ownership.printed.";
    private const byte FromLabel = 95;
    private const byte Rebuilt = 85;
    private const byte FromSilence = 80;

    private readonly List<ReportingOwner> owners = [];
    private readonly List<CoverItem> entries = [];
    private readonly List<CoverItem> titles = [];
    private readonly Dictionary<PrintedLabel, (CoverItem Label, CoverItem? Mark, bool Ticked)> boxes = [];
    private ReportingOwner owner = new();

    /// <summary>Reads the items.</summary>
    public void Read(IReadOnlyList<CoverItem> items)
    {
        // The first box stands first; its own heading is lost when recognition broke it.
        var place = PrintedLabel.Name;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Label is not { } label)
            {
                if (!IsMark(item))
                    entries.Add(item);
                continue;
            }
            if (label is PrintedLabel.Filler)
                continue;
            Finish(place, label);
            if (label >= PrintedLabel.Director)
                NoteBox(item, label, i > 0 ? items[i - 1] : null);
            place = label;
        }
        Finish(place, null);
        if (owner.Name is not null)
            owners.Add(owner);
        document.ReportingOwners = owners;
        FillRelationship();
        FillJointFiling();
    }

    /// <summary>Takes the entries since the last label, which belong to the place under or behind it.</summary>
    private void Finish(PrintedLabel place, PrintedLabel? next)
    {
        if (entries.Count > 0)
            Take(place, next);
        entries.Clear();
    }

    private void Take(PrintedLabel place, PrintedLabel? next)
    {
        switch (place)
        {
            case PrintedLabel.Name:
                TakeName(next);
                break;
            case PrintedLabel.LastFirstMiddle when next is not PrintedLabel.LastFirstMiddle:
                TakeStreet(entries);
                break;
            case PrintedLabel.Street:
                TakeCity();
                break;
            case PrintedLabel.Issuer:
                TakeIssuer();
                break;
            case PrintedLabel.ForeignSymbol:
                document.Issuer.ForeignTradingSymbol = Cite(Line(entries, 0), "issuerForeignTradingSymbol", FromLabel);
                break;
            case PrintedLabel.Period:
                document.PeriodOfReport ??= Date("periodOfReport");
                break;
            case PrintedLabel.Amendment:
                document.DateOfOriginalSubmission ??= Date("dateOfOriginalSubmission");
                break;
            case PrintedLabel.Relationship or PrintedLabel.Director or PrintedLabel.TenPercentOwner or PrintedLabel.Officer or PrintedLabel.Other:
                titles.AddRange(entries);
                break;
        }
    }

    private void TakeName(PrintedLabel? next)
    {
        if (owner.Name is not null)
        {
            owners.Add(owner);
            owner = new ReportingOwner();
        }
        owner.Name = Cite(Line(entries, 0), "rptOwnerName", FromLabel);
        // Without the words "(Last) (First) (Middle)" the lines under the name are the street's.
        if (next is PrintedLabel.Street)
            TakeStreet(entries.Where(entry => entry.Line != entries[0].Line).ToList());
    }

    private void TakeStreet(List<CoverItem> lines)
    {
        if (lines.Count == 0)
            return;
        var address = Address();
        var first = Line(lines, 0);
        address.Street1 = Cite(first, "rptOwnerStreet1", FromLabel);
        var rest = lines.Where(entry => entry.Line > first[^1].Line).ToList();
        if (rest.Count > 0)
            address.Street2 = Cite(rest, "rptOwnerStreet2", FromLabel);
    }

    private void TakeCity()
    {
        var line = Line(entries, 0);
        var address = Address();
        if (line.Count >= 3)
        {
            address.City = Cite(line[..^2], "rptOwnerCity", FromLabel);
            address.State = Cite([line[^2]], "rptOwnerState", FromLabel);
            address.Zip = Cite([line[^1]], "rptOwnerZipCode", FromLabel);
            return;
        }
        // "FLORHAM PARK NJ 07932" run together: a state is two letters, a US postal code begins with five digits.
        var (start, end) = (line[0].Start, line[^1].End);
        var words = Words(start, end);
        if (words.Count >= 3 && words[^1].Length >= 5 && text.Content.AsSpan(words[^1].Start, 5).IndexOfAnyExceptInRange('0', '9') < 0 && words[^2].Length == 2)
        {
            address.City = Cite(start, words[^3].Start + words[^3].Length, "rptOwnerCity", Rebuilt);
            address.State = Cite(words[^2].Start, words[^2].Start + 2, "rptOwnerState", Rebuilt);
            address.Zip = Cite(words[^1].Start, end, "rptOwnerZipCode", Rebuilt);
            return;
        }
        diagnostics.Add(new Diagnostic(Severity.Warning, "address-unread", "City, state and postal code could not be told apart.", text.SpanOf(start, end - start))
        {
            Parameters = new Dictionary<string, string> { ["text"] = text.Content[start..end] },
        });
    }

    private void TakeIssuer()
    {
        var (start, end) = (entries[0].Start, entries[^1].End);
        var content = text.Content.AsSpan(start, end - start);
        var open = content.LastIndexOf('[');
        var close = open < 0 ? -1 : content[open..].IndexOf(']');
        if (open < 0 || close < 0)
        {
            var name = Line(entries, 0);
            document.Issuer.Name = Cite(name, "issuerName", Rebuilt);
            // Before 2003 the symbol stood in a line of its own.
            if (entries.Count == name.Count + 1 && entries[^1] is var last && IsSymbol(text.Content.AsSpan(last.Start, last.End - last.Start)))
            {
                document.Issuer.TradingSymbol = Cite([last], "issuerTradingSymbol.by-line", Rebuilt);
                return;
            }
            diagnostics.Add(new Diagnostic(Severity.Warning, "ticker-unread", "No symbol in brackets stands behind the issuer's name.", text.SpanOf(start, end - start)));
            return;
        }
        document.Issuer.Name = Cite(start, start + open, "issuerName", FromLabel);
        document.Issuer.TradingSymbol = Cite(start + open + 1, start + open + close, "issuerTradingSymbol", FromLabel);
    }

    private static bool IsSymbol(ReadOnlySpan<char> entry) => entry.Length is >= 1 and <= 6 && !entry.ContainsAnyExceptInRange('A', 'Z');

    private Field<DateOnly?>? Date(string rule)
    {
        foreach (var (start, length) in entries.SelectMany(entry => Words(entry.Start, entry.End)))
            if (PrintedValue.Of(text.Content, 0, start, start + length) is { Kind: PrintedValueKind.Date or PrintedValueKind.DamagedDate } value)
                return new PrintedField(text, diagnostics) { Confidence = FromLabel }.Date(value, rule);
        return null;
    }

    private void NoteBox(CoverItem label, PrintedLabel kind, CoverItem? before)
    {
        var mark = before is { Label: null } item && IsMark(item) && (item.Line == label.Line || item.End == label.Start) ? before : null;
        var ticked = mark is { } found && PrintedCover.IsTick(text.Content.AsSpan(found.Start, found.End - found.Start));
        if (!boxes.TryGetValue(kind, out var known) || (ticked && !known.Ticked))
            boxes[kind] = (label, mark, ticked);
    }

    private void FillRelationship()
    {
        if (owners.Count == 0)
            return;
        PrintedLabel[] group = [PrintedLabel.Director, PrintedLabel.TenPercentOwner, PrintedLabel.Officer, PrintedLabel.Other];
        var anyTick = group.Any(label => boxes.TryGetValue(label, out var box) && box.Ticked);
        // The boxes on the form stand for the first owner; further owners are listed with name and address only.
        owners[0].IsDirector = Box(PrintedLabel.Director, anyTick, "isDirector");
        owners[0].IsTenPercentOwner = Box(PrintedLabel.TenPercentOwner, anyTick, "isTenPercentOwner");
        owners[0].IsOfficer = Box(PrintedLabel.Officer, anyTick, "isOfficer");
        owners[0].IsOther = Box(PrintedLabel.Other, anyTick, "isOther");
        FillTitles(owners[0]);
    }

    private void FillTitles(ReportingOwner first)
    {
        if (titles.Count == 0)
            return;
        var isOfficer = first.IsOfficer?.Value == true;
        var isOther = first.IsOther?.Value == true;
        if (isOfficer && isOther && titles.Count >= 2)
        {
            first.OfficerTitle = Cite(titles.Take(titles.Count - 1).ToList(), "officerTitle", Rebuilt);
            first.OtherText = Cite([titles[^1]], "otherText", Rebuilt);
        }
        else if (isOther && !isOfficer)
            first.OtherText = Cite(titles, "otherText", FromLabel);
        else
            first.OfficerTitle = Cite(titles, "officerTitle", isOfficer ? FromLabel : Rebuilt);
    }

    /// <summary>
    /// A box with a tick is ticked. One without is not when the group shows a tick elsewhere, since the form wants at least one; with no tick in
    /// the whole group the ticks were lost.
    /// </summary>
    private Field<bool?>? Box(PrintedLabel label, bool anyTick, string rule)
    {
        if (!boxes.TryGetValue(label, out var box))
            return null;
        if (box.Mark is { } mark)
            return Cite<bool?>(box.Ticked, mark.Start, box.Label.End, rule, FromLabel);
        if (anyTick)
            return Cite<bool?>(false, box.Label.Start, box.Label.End, rule + ".no-tick", FromSilence);
        var unread = Cite<bool?>(null, box.Label.Start, box.Label.End, rule, FromSilence);
        diagnostics.Add(new Diagnostic(Severity.Warning, "box-unreadable", "No box of the group shows a tick; the ticks were lost.", unread.Source.Span));
        return unread;
    }

    private void FillJointFiling()
    {
        var one = boxes.TryGetValue(PrintedLabel.OnePerson, out var single) && single.Ticked;
        var more = boxes.TryGetValue(PrintedLabel.MorePersons, out var joint) && joint.Ticked;
        if (one == more)
        {
            if (boxes.TryGetValue(PrintedLabel.OnePerson, out var any))
            {
                document.JointFiling = Cite<bool?>(null, any.Label.Start, any.Label.End, "jointFiling", FromSilence);
                diagnostics.Add(new Diagnostic(Severity.Warning, "box-unreadable", "Whether one or more persons file is not ticked, or ticked twice.", document.JointFiling.Source.Span));
            }
            return;
        }
        var chosen = one ? single : joint;
        document.JointFiling = Cite<bool?>(more, chosen.Mark!.Value.Start, chosen.Label.End, "jointFiling", FromLabel);
    }

    private PostalAddress Address() => owner.Address ??= new PostalAddress();

    private bool IsMark(CoverItem item)
    {
        var entry = text.Content.AsSpan(item.Start, item.End - item.Start);
        return PrintedCover.IsTick(entry) || PrintedCover.IsEmptyBox(entry);
    }

    private static List<CoverItem> Line(List<CoverItem> items, int first) =>
        items.Skip(first).TakeWhile(item => item.Line == items[first].Line).ToList();

    private List<(int Start, int Length)> Words(int start, int end)
    {
        var words = new List<(int, int)>();
        for (var at = start; at < end;)
        {
            if (char.IsWhiteSpace(text.Content[at]) || text.Content[at] == ',')
            {
                at++;
                continue;
            }
            var from = at;
            while (at < end && !char.IsWhiteSpace(text.Content[at]) && text.Content[at] != ',')
                at++;
            words.Add((from, at - from));
        }
        return words;
    }

    private Field<string?> Cite(List<CoverItem> items, string rule, byte confidence) =>
        Cite(items[0].Start, items[^1].End, rule, items.Count > 1 ? Math.Min(confidence, Rebuilt) : confidence);

    private Field<string?> Cite(int start, int end, string rule, byte confidence)
    {
        while (start < end && char.IsWhiteSpace(text.Content[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text.Content[end - 1]))
            end--;
        var value = string.Join(' ', text.Content[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Cite(value.Length == 0 ? null : value, start, end, rule, confidence);
    }

    private Field<T> Cite<T>(T value, int start, int end, string rule, byte confidence) =>
        new(value, text.Cite(start, end - start, Rule + rule, confidence));
}
