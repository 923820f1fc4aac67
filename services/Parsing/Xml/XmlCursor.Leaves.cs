using System.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Xml;

/// <content>The values of leaves, with the bytes they stand for.</content>
internal ref partial struct XmlCursor<TElement>
{
    /// <summary>The leaf's text; null when it is empty and has no footnote.</summary>
    public Field<string?>? Text() => ReadLeaf(out var leaf) ? leaf.AsField<string?>(leaf.Text.Length == 0 ? null : leaf.Text) : null;

    /// <summary>The leaf's number.</summary>
    public Field<decimal?>? Number()
    {
        if (!ReadLeaf(out var leaf))
            return null;
        if (leaf.Text.Length == 0)
            return leaf.AsField<decimal?>(null);
        if (EdgarValues.TryNumber(leaf.Text, out var number))
            return leaf.AsField<decimal?>(number);
        if (EdgarValues.TryTypedNumber(leaf.Text, out number))
        {
            Report(Severity.Info, "number-typed-freely", "A number carries a dollar sign or thousands separators.", leaf.Span);
            return leaf.AsField<decimal?>(number, Recovered);
        }
        ReportUnreadable("number-unreadable", "number", leaf);
        return leaf.AsField<decimal?>(null);
    }

    /// <summary>The leaf's date.</summary>
    public Field<DateOnly?>? Date()
    {
        if (!ReadLeaf(out var leaf))
            return null;
        if (leaf.Text.Length == 0)
            return leaf.AsField<DateOnly?>(null);
        if (EdgarValues.TryDate(leaf.Text, out var date))
            return leaf.AsField<DateOnly?>(date);
        if (EdgarValues.TryPrintedDate(leaf.Text, out date))
        {
            Report(Severity.Info, "date-typed-freely", "A date is not written year first.", leaf.Span);
            return leaf.AsField<DateOnly?>(date, Recovered);
        }
        ReportUnreadable("date-unreadable", "date", leaf);
        return leaf.AsField<DateOnly?>(null);
    }

    /// <summary>The leaf's yes or no.</summary>
    public Field<bool?>? Flag()
    {
        if (!ReadLeaf(out var leaf))
            return null;
        if (leaf.Text.Length == 0)
            return leaf.AsField<bool?>(null);
        if (EdgarValues.TryFlag(leaf.Text, out var flag))
            return leaf.AsField<bool?>(flag);
        ReportUnreadable("flag-unreadable", "yes or no", leaf);
        return leaf.AsField<bool?>(null);
    }

    /// <summary>Passes over a leaf whose value must not be kept.</summary>
    public void Discard() => ReadLeaf(out _);

    private readonly void ReportUnreadable(string code, string kind, in Leaf leaf) => Report(Severity.Warning, code,
        $"The value of {Encoding.ASCII.GetString(elements.Name(current))} is no {kind}.", leaf.Span, "text", leaf.Text);

    /// <summary>Reads to the end of the leaf that is open.</summary>
    /// <returns>False when it has neither text nor footnote.</returns>
    private bool ReadLeaf(out Leaf leaf)
    {
        leaf = new Leaf { Rule = elements.Rule(current), Text = "", Notes = [], Confidence = recovered ? Recovered : AsMarkedUp };
        if (closing)
        {
            closing = false;
            depth--;
            return false;
        }
        var name = elements.Name(current);
        var text = new LeafText();
        var notes = new NoteList();
        while (true)
        {
            if (!xml.Next())
            {
                // Read reports the truncation, since the element is still open.
                leaf.Confidence = Recovered;
                break;
            }
            if (xml.Kind == XmlTokenKind.EndTag)
            {
                if (xml.Name.SequenceEqual(name))
                {
                    depth--;
                    break;
                }
                if (EndsLeaf(elements.Find(xml.Name)))
                    break;
            }
            else if (xml.Kind is XmlTokenKind.StartTag or XmlTokenKind.EmptyTag)
            {
                var inner = elements.Find(xml.Name);
                if (inner == XmlElements.Unknown || inner != elements.Note)
                {
                    if (EndsLeaf(inner))
                        break;
                }
                else if (!notes.Add(Id(), Tag))
                    ReportTag("footnote-reference-empty", "A footnote reference names no footnote.");
            }
            else
                text.Add(bytes, xml);
        }
        leaf.Notes = notes.ToList();
        leaf.Span = text.Pieces > 0 ? text.Span : notes.Span;
        if (text.Pieces > 0)
            leaf.Text = Decode(text);
        return text.Pieces > 0 || leaf.Notes.Count > 0;
    }

    private readonly string Decode(LeafText text)
    {
        var range = bytes[text.Span.Start..text.Span.End];
        if (text.IsMalformed)
            Report(Severity.Info, "character-unescaped", "A value contains an unescaped '<'.", text.Span);
        else if (range.Contains((byte)'&') && XmlText.HasStrayAmpersand(range))
            Report(Severity.Info, "character-unescaped", "A value contains an unescaped '&'.", text.Span);
        return text.NeedsTokens ? XmlText.ToSourceText(range, 0).Content : XmlText.Decode(range);
    }

    /// <summary>Whether a tag inside a leaf shows that the leaf's end tag is missing; any other tag there is markup, which is no text.</summary>
    private bool EndsLeaf(byte inner)
    {
        if (inner != XmlElements.Unknown && (inner == elements.Wrapper || inner == elements.Note))
            return false;
        if (inner == XmlElements.Unknown)
            inner = Recover();
        if (inner == XmlElements.Unknown || inner == elements.Wrapper || inner == elements.Note)
        {
            ReportTag("markup-in-value", "A value contains a tag, which was left out.");
            return false;
        }
        if (inner == current && xml.Kind == XmlTokenKind.EndTag)
        {
            ReportTag("tag-recovered", "A broken end tag was read by what is left of its name.");
            depth--;
            return true;
        }
        ReportTag("end-tag-missing", "A value has no end tag.");
        depth--;
        xml.PutBack();
        return true;
    }

    private ref struct Leaf
    {
        public string Rule;
        public string Text;
        public ByteSpan Span;
        public IReadOnlyList<string> Notes;
        public byte Confidence;

        public readonly Field<T> AsField<T>(T value) => AsField(value, Confidence);

        public readonly Field<T> AsField<T>(T value, byte confidence) =>
            new(value, new Source(Text, Span, Rule, confidence)) { FootnoteIds = Notes };
    }
}
