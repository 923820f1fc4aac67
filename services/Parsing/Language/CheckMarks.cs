using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Language;

/// <summary>A check box as typed or drawn.</summary>
public readonly record struct CheckMark(bool Ticked, TextRange At);

/// <summary>On which side of its label a box stands; one table of boxes keeps to one side.</summary>
public enum MarkSide
{
    /// <summary>"☒ Form 10-K".</summary>
    Before,

    /// <summary>"Form 10-K ☒".</summary>
    After,
}

/// <summary>Finds check boxes in every style that filers use and tells which label each belongs to.</summary>
public static partial class CheckMarks
{
    /// <summary>No form has as many boxes in one place; what comes behind them is not looked at.</summary>
    public const int MostMarks = 500;

    /// <summary>The boxes in a range, in order. Bare letters count, so the range should hold boxes and labels only.</summary>
    public static IReadOnlyList<CheckMark> FindAll(string content, TextRange range)
    {
        var marks = new List<CheckMark>();
        foreach (Match match in Mark().Matches(content[range.Start..range.End]).Take(MostMarks))
            marks.Add(new CheckMark(match.Groups["ticked"].Success, new TextRange(range.Start + match.Index, range.Start + match.Index + match.Length)));
        return marks;
    }

    /// <summary>Gives each label its box, or null where it has none.</summary>
    /// <param name="labels">The labels in order.</param>
    /// <param name="marks">The boxes in order.</param>
    /// <param name="known">The side, where another table of the same kind in the document has shown it.</param>
    public static IReadOnlyList<CheckMark?> Assign(IReadOnlyList<TextRange> labels, IReadOnlyList<CheckMark> marks, MarkSide? known = null)
    {
        var side = known ?? SideOf(labels, marks) ?? (marks.Count > 0 && labels.Count > 0 && marks[0].At.Start < labels[0].Start ? MarkSide.Before : MarkSide.After);
        var assigned = new CheckMark?[labels.Count];
        for (var i = 0; i < labels.Count; i++)
            assigned[i] = side == MarkSide.Before ? Preceding(labels, marks, i) : Following(labels, marks, i);
        return assigned;
    }

    /// <summary>The side that the sequence of boxes and labels shows; null when it fits both, as one box between two labels does.</summary>
    public static MarkSide? SideOf(IReadOnlyList<TextRange> labels, IReadOnlyList<CheckMark> marks)
    {
        var indexes = Enumerable.Range(0, labels.Count).ToList();
        var before = indexes.Count(i => Preceding(labels, marks, i) is not null);
        var after = indexes.Count(i => Following(labels, marks, i) is not null);
        return before == after ? null : before > after ? MarkSide.Before : MarkSide.After;
    }

    private static CheckMark? Preceding(IReadOnlyList<TextRange> labels, IReadOnlyList<CheckMark> marks, int i)
    {
        var floor = i == 0 ? 0 : labels[i - 1].End;
        CheckMark? found = null;
        foreach (var mark in marks)
        {
            if (mark.At.Start >= floor && mark.At.End <= labels[i].Start)
                found = mark;
        }
        return found;
    }

    private static CheckMark? Following(IReadOnlyList<TextRange> labels, IReadOnlyList<CheckMark> marks, int i)
    {
        var ceiling = i + 1 < labels.Count ? labels[i + 1].Start : int.MaxValue;
        foreach (var mark in marks)
        {
            if (mark.At.Start >= labels[i].End && mark.At.End <= ceiling)
                return mark;
        }
        return null;
    }

    // Letters stand for glyphs of a symbol font that was lost on the way: Wingdings x, þ, ý and R are ticked, o, q, ¨ and £ are not.
    [GeneratedRegex(
        @"(?<ticked>[☒☑☓✓✔✗✘■⊠🗹🗷þýü]|\[\s{0,3}[xX✓√☒*]{1,2}\s{0,3}\]|\(\s{0,3}[xX✓√]{1,2}\s{0,3}\)|\|\s{0,3}_?[xX]_?\s{0,3}\||/\s{0,3}[xX]{1,2}\s{0,3}/|\{\s{0,3}[xX]\s{0,3}\}|<\s{0,3}[xX]\s{0,3}>|_{1,6}\s?[xX✓]{1,2}(?:\s?_{1,6}|(?![A-Za-z]))|(?<![\w/])[xX]{1,2}_{1,6}|(?<![\w/.'’&-])[xX](?![\w/.'’-]))"
        + @"|[☐□▢◻❏❑¨]|\[\s{0,5}_{0,4}\s{0,3}\]|\(\s{1,5}\)|\(_{1,4}\)|\|\s{0,3}_{1,3}\s{0,3}\||\|\s{1,5}\||/\s{1,4}/|/_{1,4}/|\{\s{0,3}\}|<\s{1,3}>|(?<![\w_])_{1,8}(?![\w_])|(?<![\w.'’-])[oq](?![\w.'’-])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
