using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>
/// Part II: the boxes by which the registrant claims the extension of Rule 12b-25(b). One box usually stands for (a), (b) and (c) together;
/// three boxes are read each on its own. No tick means a notice without relief.
/// </summary>
internal static partial class ReliefReader
{
    private const byte Labelled = 95;

    public static LateFilingNotice Read(NoticeText text, LateFilingNotice notice)
    {
        if (text.Layout.Relief is not { } part)
            return Unreadable(text, notice);
        var marks = CheckMarks.FindAll(text.Content, part);
        var letters = Letter().Matches(text.Content[part.Start..part.End])
            .Select(match => (Letter: char.ToLowerInvariant(match.Groups["letter"].ValueSpan[0]), At: new TextRange(part.Start + match.Index, part.Start + match.Index + match.Length)))
            .ToList();
        if (marks.Count == 0)
            return Unreadable(text, notice, part);

        if (marks.Count == 1 || letters.Count != 3 || letters.Select(letter => letter.Letter).Distinct().Count() != 3)
            return notice with { ReliefClaimed = Claim(text, marks) };

        var boxes = CheckMarks.Assign([.. letters.Select(letter => letter.At)], marks);
        Field<bool?>? Box(char letter)
        {
            var index = letters.FindIndex(found => found.Letter == letter);
            return boxes[index] is { } mark ? Mark(text, mark, $"nt.part-ii.box-{letter}") : null;
        }
        var (a, b, c) = (Box('a'), Box('b'), Box('c'));
        // Relief rests on (a) and (b); (c) applies only where another person's statement is needed.
        return notice with { BoxA = a, BoxB = b, BoxC = c, ReliefClaimed = (b ?? a) is { } claim ? claim with { Source = claim.Source with { Rule = "nt.part-ii.relief-claimed" } } : Claim(text, marks) };
    }

    private static Field<bool?> Claim(NoticeText text, IReadOnlyList<CheckMark> marks) =>
        Mark(text, marks.Any(mark => mark.Ticked) ? marks.First(mark => mark.Ticked) : marks[0], "nt.part-ii.relief-claimed");

    private static Field<bool?> Mark(NoticeText text, CheckMark mark, string rule) =>
        new(mark.Ticked, text.Source.Cite(mark.At.Start, mark.At.Length, rule, Labelled));

    private static LateFilingNotice Unreadable(NoticeText text, LateFilingNotice notice, TextRange? part = null)
    {
        text.Warn("relief-boxes-unreadable", "Part II shows no box, so whether the registrant claims the extension cannot be told.", part);
        return notice;
    }

    // "(b)" at the start of the condition, not "12b-25(b)".
    [GeneratedRegex(@"(?<![\w)])\(\s?(?<letter>[abc])\s?\)(?=[\s|]*(?:The|\S{0,3}\s*The))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Letter();
}
