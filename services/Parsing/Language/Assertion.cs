using System.Text.RegularExpressions;

namespace Filingwire.Parsing.Language;

/// <summary>
/// Tells whether a sentence asserts what a rule found in it, denies it, or only talks about its possibility, its past or somebody else's matter:
/// words that trigger such a reading reach forward or backward until a word that ends their scope.
/// </summary>
public static class Assertion
{
    /// <summary>Characters before and behind the place that are looked at.</summary>
    private const int Before = 260, Behind = 140;

    /// <summary>How the sentence stands to what is found at a place of it.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">First character of what was found.</param>
    /// <param name="length">Its number of characters.</param>
    public static Certainty Of(string sentence, int at, int length = 0)
    {
        var start = Math.Max(0, at - Before);
        var before = sentence.AsSpan(start, at - start);
        before = before[(before.LastIndexOf(';') + 1)..];
        if (Reaches(before, AssertionTriggers.OtherPerson(), AssertionTriggers.EndOfPerson()))
            return Certainty.SomebodyElse;
        if (Reaches(before, AssertionTriggers.Condition(), AssertionTriggers.EndOfCondition())
            || Reaches(before, AssertionTriggers.OpenQuestion(), AssertionTriggers.EndOfQuestion())
            || Reaches(before, AssertionTriggers.Modal(), AssertionTriggers.EndOfModal())
            || AssertionTriggers.Adjacent().IsMatch(before))
            return Certainty.Hypothetical;
        if (IsNegated(before, AssertionTriggers.EndOfNegation()))
            return Certainty.Negated;
        var behind = Clause(sentence.AsSpan(Math.Min(sentence.Length, at + length)));
        if (AssertionTriggers.OtherPersonBehind().IsMatch(behind))
            return Certainty.SomebodyElse;
        if (AssertionTriggers.DeniedBehind().IsMatch(behind))
            return Certainty.Negated;
        if (AssertionTriggers.DoubtedBehind().IsMatch(behind))
            return Certainty.Hypothetical;
        return Reaches(before, AssertionTriggers.Past(), AssertionTriggers.EndOfPast()) ? Certainty.Historical : Certainty.Affirmed;
    }

    /// <summary>True unless the words around the place deny it, make it hypothetical or somebody else's.</summary>
    public static bool Holds(string sentence, int at) => Of(sentence, at) is Certainty.Affirmed or Certainty.Historical;

    /// <summary>True when the words before the place, in the same clause, deny it: "not", "no", "without".</summary>
    public static bool IsNegated(string sentence, int at)
    {
        var start = Math.Max(0, at - Before);
        var before = sentence.AsSpan(start, at - start);
        return IsNegated(before[(before.LastIndexOfAny(";:,") + 1)..], AssertionTriggers.EndOfNegation());
    }

    private static bool IsNegated(ReadOnlySpan<char> before, Regex end) => Reaches(before, AssertionTriggers.Negation(), end);

    // A trigger reaches the place unless a word that ends its scope stands between.
    private static bool Reaches(ReadOnlySpan<char> before, Regex trigger, Regex end)
    {
        var last = -1;
        foreach (var match in trigger.EnumerateMatches(before))
            last = match.Index + match.Length;
        return last >= 0 && !end.IsMatch(before[last..]);
    }

    private static ReadOnlySpan<char> Clause(ReadOnlySpan<char> behind)
    {
        behind = behind[..Math.Min(Behind, behind.Length)];
        var end = behind.IndexOfAny(";,");
        return end < 0 ? behind : behind[..end];
    }
}
