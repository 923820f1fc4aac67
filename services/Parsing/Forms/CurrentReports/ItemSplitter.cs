using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.CurrentReports;

/// <summary>
/// Splits Form 8-K into its items. A heading is "Item 4.02" at the begin of a line or cell, or glued to a rule or other text when the item's own
/// caption follows; mentions in sentences ("under Item 2.02 of this report") and tables of contents are none.
/// </summary>
internal static partial class ItemSplitter
{
    private const int MaxCaption = 320, MostHeadings = 1000;
    private const int PointerLength = 700;

    private sealed record Heading(string Code, int Start, int End, TextRange Caption);

    /// <summary>The items with the place of their bodies in the text.</summary>
    public static IReadOnlyList<(ReportItem Item, TextRange Body)> Split(SourceText source, int from = 0)
    {
        var content = source.Content;
        var headings = new List<Heading>();
        foreach (Match match in Item().Matches(content, from))
        {
            foreach (Capture code in match.Groups["code"].Captures)
            {
                if (HeadingAt(content, match, Tidy(code.Value)) is { } heading)
                    headings.Add(heading);
            }
            if (headings.Count >= MostHeadings)
                break;
        }
        if (headings.Count == 0)
            return [];
        var end = EndOfItems(content, headings[^1].End);
        // The lines of a table of contents name each item once more, and end with the signature's line.
        headings = [.. headings.Where((heading, i) => !IsContents(content, headings, i, end))];
        return [.. headings.Select((heading, i) => Build(source, heading, Next(headings, i, end)))];
    }

    private static int Next(List<Heading> headings, int i, int end)
    {
        var next = headings.Skip(i + 1).FirstOrDefault(other => other.Start > headings[i].Start);
        return Math.Max(headings[i].End, next?.Start ?? end);
    }

    private static (ReportItem, TextRange) Build(SourceText source, Heading heading, int next)
    {
        var body = WithoutRules(source, new TextRange(heading.End, next));
        var caption = heading.Caption.IsEmpty ? null
            : new Field<string?>(new Passage(source, heading.Caption).Text, source.Cite(heading.Caption, "8k.item.caption", 95));
        var item = new ReportItem(heading.Code, caption, source.SpanOf(body.Start, Math.Max(0, body.Length)), heading.Code is not ("9.01" or "7") && IsPointer(source, body));
        return (item, body);
    }

    // Lines drawn below a heading are not the item's text.
    private static TextRange WithoutRules(SourceText source, TextRange range)
    {
        var body = source.Trim(range);
        while (!body.IsEmpty && Rule().Match(source.Content[body.Start..Math.Min(body.End, body.Start + 200)]) is { Success: true } rule)
            body = source.Trim(body with { Start = body.Start + rule.Length });
        return body;
    }

    private static Heading? HeadingAt(string content, Match match, string code)
    {
        if (!ItemCaptions.Exists(code))
            return null;
        var atLineStart = OpensLine(content, match.Index);
        var letters = Letters(content, match.Index + match.Length, 60);
        var known = ItemCaptions.Begins(code, letters);
        if (!known && (!atLineStart || !LooksLikeHeading(content, match)))
            return null;
        if (!atLineStart && InSentence().IsMatch(content.AsSpan(Math.Max(0, match.Index - 40), match.Index - Math.Max(0, match.Index - 40))))
            return null;
        var caption = CaptionBehind(content, match.Index + match.Length, known);
        return new Heading(code, match.Index, caption.End, caption);
    }

    // Only rules, bullets and brackets stand before it in its line or cell.
    private static bool OpensLine(string content, int at)
    {
        for (var i = at - 1; i >= 0 && content[i] is not ('\n' or '\t'); i--)
        {
            if (char.IsLetterOrDigit(content[i]))
                return false;
        }
        return true;
    }

    // No known caption: the rest of the line must be empty or a short title, not the middle of a sentence.
    private static bool LooksLikeHeading(string content, Match match)
    {
        var start = match.Index + match.Length;
        var end = LineEnd(content, start, MaxCaption);
        var rest = content.AsSpan(start, end - start).Trim(" \t.:-–—");
        return rest.IsEmpty || (rest.Length < 160 && char.IsUpper(rest[0]) && !MidSentence().IsMatch(rest));
    }

    // The caption ends with its line; printed ones run on over lines up to a full stop or a blank line.
    private static TextRange CaptionBehind(string content, int at, bool known)
    {
        var start = at;
        while (start < content.Length && (char.IsWhiteSpace(content[start]) || content[start] is '.' or ':' or '-' or '–' or '—' or ')' or '|'))
            start++;
        if (!known)
        {
            var end = LineEnd(content, at, start - at + MaxCaption);
            return start >= end ? new TextRange(end, end) : new TextRange(start, TrimEnd(content, start, Math.Min(end, start + MaxCaption)));
        }
        var limit = Math.Min(content.Length, start + MaxCaption);
        for (var i = start; i < limit; i++)
        {
            var sentenceEnd = content[i] == '.' && i + 1 < content.Length && char.IsWhiteSpace(content[i + 1]) && i - start > 8;
            var paragraphEnd = content[i] == '\n' && (i + 1 >= limit || content[i + 1] is '\n' or '\r' || BlankLine().IsMatch(content.AsSpan(i, Math.Min(40, content.Length - i))) || !Continues(content, start, i));
            if (sentenceEnd || paragraphEnd)
                return new TextRange(start, TrimEnd(content, start, sentenceEnd ? i + 1 : i));
        }
        return new TextRange(start, TrimEnd(content, start, limit));
    }

    // A printed caption is broken over lines in the typed form; its next line goes on in the same case or with a small word.
    private static bool Continues(string content, int start, int lineEnd)
    {
        var next = lineEnd + 1;
        while (next < content.Length && content[next] is ' ' or '\t')
            next++;
        if (next >= content.Length)
            return false;
        var line = content.AsSpan(start, lineEnd - start).TrimEnd();
        return !line.EndsWith(".") && (char.IsLower(content[next]) || line.EndsWith(",") || line.EndsWith(";") || SmallWord().IsMatch(line)
            || (IsUpperCase(line) && IsUpperCase(NextLine(content, next))));
    }

    private static ReadOnlySpan<char> NextLine(string content, int at) =>
        content.AsSpan(at, LineEnd(content, at, MaxCaption) - at);

    // Where the line ends, or what is looked at of a longer one.
    private static int LineEnd(string content, int at, int most)
    {
        var length = Math.Min(most, content.Length - at);
        return content.IndexOf('\n', at, length) is var end && end < 0 ? at + length : end;
    }

    private static bool IsUpperCase(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('A', 'Z') >= 0 && text.IndexOfAnyInRange('a', 'z') < 0;

    private static int TrimEnd(string content, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(content[end - 1]))
            end--;
        return end;
    }

    private static bool IsContents(string content, List<Heading> headings, int i, int end)
    {
        var heading = headings[i];
        if (!headings.Skip(i + 1).Any(other => other.Code == heading.Code))
            return false;
        var next = Next(headings, i, end);
        var body = content.AsSpan(heading.End, next - heading.End);
        return Letters(body, 80).Length < 60 || FindSignature(body, opens: true) >= 0;
    }

    // Nothing but sentences that point elsewhere, or that say how the information is furnished.
    private static bool IsPointer(SourceText source, TextRange body) => body.Length is > 0 and < PointerLength
        && Prose.Sentences(source, body).Where(sentence => sentence.Text.Any(char.IsLetter)).ToList() is { Count: > 0 } sentences
        && sentences.All(sentence => Pointer().IsMatch(sentence.Text) || Furnished().IsMatch(sentence.Text)) && sentences.Any(sentence => Pointer().IsMatch(sentence.Text));

    private static int EndOfItems(string content, int from)
    {
        from = Math.Min(from, content.Length);
        return FindSignature(content.AsSpan(from), opens: from == 0) is >= 0 and var found ? from + found : content.Length;
    }

    // The signatures begin with a line of that word alone, the rules and blank lines above it included, or with the sentence of the Act.
    private static int FindSignature(ReadOnlySpan<char> text, bool opens)
    {
        foreach (var match in Signature().EnumerateMatches(text))
        {
            if (text[match.Index] is not ('S' or 's'))
                return match.Index;
            var start = match.Index;
            while (start > 0 && (char.IsWhiteSpace(text[start - 1]) || text[start - 1] is '-' or '_' or '=' or '*'))
                start--;
            if (start == 0 && opens)
                return 0;
            if (text[start..match.Index].IndexOf('\n') is >= 0 and var line)
                return start + line;
        }
        return -1;
    }

    private static string Letters(string content, int at, int most) => Letters(content.AsSpan(Math.Min(at, content.Length)), most);

    private static string Letters(ReadOnlySpan<char> text, int most)
    {
        Span<char> letters = stackalloc char[most];
        var count = 0;
        for (var i = 0; i < text.Length && count < most && i < most * 6; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
                letters[count++] = char.ToLowerInvariant(text[i]);
        }
        // "(a)" and "(b)" of Item 4.02 stand between number and caption.
        var start = count > 1 && letters[0] is 'a' or 'b' && letters[1..count].StartsWith("nonreliance") ? 1 : 0;
        return new string(letters[start..count]);
    }

    private static string Tidy(string code) => code.Replace(" ", "", StringComparison.Ordinal).TrimStart('0');

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<![A-Za-z])Items?\s{0,8}(?:No\.?\s{0,3})?(?<code>\d\s?\.\s?\d\d|1[0-2]|[1-9])(?![\d])(?!\.\d)(?:(?:,|\s?&|\s?and|,\s?and)\s{1,4}(?:Item\s{1,4})?(?<code>\d\.\d\d)(?!\d)){0,3}(?:\s?\([a-h]\)(?:[,\s]{0,3}(?:and\s)?\([a-h]\)){0,3})?", Options)]
    private static partial Regex Item();

    [GeneratedRegex(@"(\b(under|in|of|to|see|and|with|this|by|pursuant\sto|per|or|from|that|the|such|for|Form\s8-K,?)|[“""‘'(,;])\s*$", Options)]
    private static partial Regex InSentence();

    [GeneratedRegex(@"^(of|above|below|is|are|and|herein|hereof|shall|to|in|was|were|on|as)\b|\b(incorporated|shall\snot|furnished|deemed|herein|pursuant|this\s(report|Current|Form))\b", Options)]
    private static partial Regex MidSentence();

    [GeneratedRegex(@"\b(and|or|of|a|an|the|on|in|to|for|from|with|by|certain|previously|related)$", Options)]
    private static partial Regex SmallWord();

    [GeneratedRegex(@"^[-–—=_*\s]{4,}(?:\n|$)")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\n[ \t\r]*\n")]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"\b(not\sbe\sdeemed|deemed\sto\sbe|being\sfurnished|is\sfurnished|furnished\s(and\snot\sfiled|pursuant))\b", Options)]
    private static partial Regex Furnished();

    [GeneratedRegex(@"\bincorporated\s(herein\s|into\sthis\s[\w\s.]{1,30}?)?by\s(this\s)?reference\b|\b(see|refer\sto)\s(the\s(information|disclosure)\s\w+\s(in|under)\s)?Item\s\d", Options)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"(?<![^\s\-_=*])SIGNATURES?\s*(?:\n|$)|Pursuant\s+to\s+the\s+requirements?\s+of\s+the\s+Securities\s+(?:and\s+)?Exchange\s+Act", Options)]
    private static partial Regex Signature();
}
