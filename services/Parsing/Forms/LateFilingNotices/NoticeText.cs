using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>A notice's text with its parts, and what the readers of the parts share.</summary>
internal sealed partial class NoticeText
{
    public NoticeText(SourceText source, List<Diagnostic> diagnostics)
    {
        Source = source;
        Diagnostics = diagnostics;
        Skeleton = new Skeleton(source.Content);
        Layout = NoticeLayout.Of(source.Content, Skeleton);
    }

    public SourceText Source { get; }

    public Skeleton Skeleton { get; }

    public NoticeLayout Layout { get; }

    public List<Diagnostic> Diagnostics { get; }

    public string Content => Source.Content;

    /// <summary>A text field: the value with single blanks; null when the range holds nothing but fill-in lines.</summary>
    public Field<string?>? Text(TextRange range, string rule, byte confidence)
    {
        var trimmed = TrimFill(range);
        return trimmed.IsEmpty ? null : new Field<string?>(new Passage(Source, trimmed).Text, Source.Cite(trimmed.Start, trimmed.Length, rule, confidence));
    }

    /// <summary>The range without blanks, fill-in lines and rules of dashes at its ends.</summary>
    public TextRange TrimFill(TextRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && IsFill(Content[start]))
            start++;
        while (end > start && IsFill(Content[end - 1]))
            end--;
        return new TextRange(start, end);
    }

    public bool IsNotApplicable(TextRange range) => NotApplicable().IsMatch(Content.AsSpan(range.Start, range.Length));

    public void Warn(string code, string message, TextRange? at = null) =>
        Diagnostics.Add(new Diagnostic(Severity.Warning, code, message, at is { } range ? Source.SpanOf(range.Start, range.Length) : null));

    private static bool IsFill(char character) => char.IsWhiteSpace(character) || character is '_' or '-' or '–' or '—' or '=' or '*' or '|' or '¯' or ':';

    [GeneratedRegex(@"^[\s_(]*(N\s?/\s?A|none|not\s+applicable|n\.a\.|same)[\s_.)]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NotApplicable();
}
