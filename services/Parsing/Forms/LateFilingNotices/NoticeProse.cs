using System.Text;
using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>The free text of a notice: Part III and the explanation of Part IV (3).</summary>
internal static partial class NoticeProse
{
    private const byte Labelled = 95;

    /// <summary>Page numbers and stray marks taken off either end, and the characters looked at for one.</summary>
    private const int MostMarks = 32, LongestMark = 200;

    public static LateFilingNotice Read(NoticeText text, LateFilingNotice notice)
    {
        if (text.Layout.Narrative is not { } part)
        {
            text.Warn("narrative-missing", "Part III cannot be found.");
            return notice;
        }
        var trimmed = text.TrimFill(WithoutHeading(text, part));
        if (trimmed.IsEmpty)
        {
            text.Warn("narrative-missing", "Part III is empty.", part);
            return notice;
        }
        return notice with { Narrative = Field(text.Source, trimmed, "nt.part-iii.narrative", Labelled) };
    }

    /// <summary>Running text: paragraphs separated by line feeds, single blanks inside, page numbers left out.</summary>
    public static Field<string?> Field(SourceText source, TextRange range, string rule, byte confidence)
    {
        var value = new StringBuilder();
        foreach (var paragraph in Prose.Paragraphs(source, range))
        {
            if (PageNumber().IsMatch(paragraph.Text))
                continue;
            if (value.Length > 0)
                value.Append('\n');
            value.Append(paragraph.Text);
        }
        return new Field<string?>(value.ToString(), source.Cite(range.Start, range.Length, rule, confidence));
    }

    /// <summary>An explanation ends before the line that names the registrant for the signature, and before a page number.</summary>
    public static TextRange WithoutSigner(NoticeText text, TextRange range)
    {
        var trimmed = Trim(text, range);
        if (text.Layout.Signature is not { } signature || trimmed.IsEmpty)
            return trimmed;
        // The name stands on its own line right above "(Name of Registrant …)"; it has no full stop but that of its legal form.
        var line = text.Content.LastIndexOf('\n', trimmed.End - 1, trimmed.Length) + 1;
        var isLast = line > trimmed.Start || text.TrimFill(new TextRange(trimmed.End, signature.Start)).IsEmpty;
        var last = text.TrimFill(new TextRange(Math.Max(line, trimmed.Start), trimmed.End));
        var label = text.Skeleton.Find("nameofregistrantasspecified", signature.Start, Math.Min(signature.End, signature.Start + 200));
        var printed = label is not null;
        var sameLine = label is { } found && text.Content.AsSpan(signature.Start, found.Start - signature.Start).IndexOfAnyInRange('0', 'z') >= 0;
        return printed && !sameLine && isLast && last.Length is > 1 and < 120 && !Sentence().IsMatch(text.Content.AsSpan(last.Start, last.Length))
            ? Trim(text, new TextRange(trimmed.Start, last.Start)) : trimmed;
    }

    private static TextRange Trim(NoticeText text, TextRange range)
    {
        var trimmed = text.TrimFill(range);
        for (var left = MostMarks; left > 0 && !trimmed.IsEmpty; left--)
        {
            var tail = Math.Max(trimmed.Start, trimmed.End - LongestMark);
            if (TrailingPageNumber().Match(text.Content, tail, trimmed.End - tail) is not { Success: true } number)
                break;
            trimmed = text.TrimFill(trimmed with { End = number.Index });
        }
        for (var left = MostMarks; left > 0 && !trimmed.IsEmpty; left--)
        {
            if (LeadingMark().Match(text.Content, trimmed.Start, Math.Min(LongestMark, trimmed.Length)) is not { Success: true } mark)
                break;
            trimmed = text.TrimFill(trimmed with { Start = trimmed.Start + mark.Length });
        }
        return trimmed;
    }

    // Behind the instruction there may still be its last word or its brackets: ". (Attach extra sheets if needed.)"
    private static TextRange WithoutHeading(NoticeText text, TextRange part)
    {
        var start = part.Start;
        while (start < part.End && text.Content[start] is '.' or ')' or ']' or ',' or ':' || (start < part.End && char.IsWhiteSpace(text.Content[start])))
            start++;
        var trimmed = Trim(text, new TextRange(start, part.End));
        // "PART IV" left over in front of "(1) Name and telephone number".
        return trimmed.IsEmpty || text.Skeleton.FindLast("partiv", Math.Max(trimmed.Start, trimmed.End - 40), trimmed.End) is not { } heading
            ? WithoutNumber(text, trimmed) : WithoutNumber(text, trimmed with { End = heading.Start });
    }

    private static TextRange WithoutNumber(NoticeText text, TextRange range)
    {
        var match = QuestionNumber().Match(text.Content[range.Start..range.End]);
        return match.Success ? text.TrimFill(range with { End = range.Start + match.Index }) : range;
    }

    [GeneratedRegex(@"^[-–\s]*(page\s)?\d{1,3}(\sof\s\d{1,3})?[-–\s]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\n[\s-]{0,80}(page\s)?\d{1,3}(\sof\s\d{1,3})?[\s-]{0,80}\z|\n\s{0,80}<PAGE>\s{0,80}\d{0,3}\s{0,80}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TrailingPageNumber();

    [GeneratedRegex(@"^(<PAGE>\s*|\d{1,2}\s*\n|[.)\]]+(\s+|\z))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingMark();

    [GeneratedRegex(@"(\(\s?1\s?\)|(?<=\s)1\s?[.)])\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionNumber();

    [GeneratedRegex(@"\b(the|of the|is|are|was|were|has|have|will|that|for|our|its)\s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Sentence();
}
