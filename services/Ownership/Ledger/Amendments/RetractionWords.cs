using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Filingwire.Ownership.Ledger.Amendments;

/// <summary>What an amendment takes back.</summary>
internal enum RetractionKind
{
    /// <summary>A transaction that did not take place.</summary>
    NotOccurred,

    /// <summary>A filing for an issuer or a person that it does not concern.</summary>
    WrongParty,

    /// <summary>A filing that was made in error or is to be disregarded.</summary>
    FiledInError,
}

/// <summary>A sentence by which an amendment takes something back.</summary>
/// <param name="Kind">What.</param>
/// <param name="Amounts">Shares or units that the sentence names.</param>
/// <param name="Dates">Dates that the sentence names.</param>
internal sealed record RetractionStatement(RetractionKind Kind, IReadOnlyList<decimal> Amounts, IReadOnlyList<DateOnly> Dates);

/// <summary>
/// Reads such sentences in remarks and footnotes. Most amendments say "erroneously reported" of a number and take nothing back, so each rule asks for a
/// transaction or a filing as the subject and for a denial as a whole: "did not occur on May 1 but on May 2" corrects a date.
/// </summary>
internal static partial class RetractionWords
{
    /// <summary>The remarks of a form hold 2000 characters; a longer sentence is none that a filer wrote to take something back.</summary>
    private const int LongestSentence = 2000;

    private static readonly SearchValues<string> Denials = SearchValues.Create(
        ["not ", "never", "no ", "wrong", "incorrect", "error", "mistake", "erroneous", "inadvertent", "disregard", "withdraw", "retract"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] DateFormats = ["MMMM d, yyyy", "MMM d, yyyy", "M/d/yyyy", "yyyy-MM-dd"];

    /// <summary>The statements in a text; none for no text.</summary>
    public static IEnumerable<RetractionStatement> In(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAny(Denials))
            yield break;
        foreach (var sentence in SentenceEnd().Split(text))
            if (sentence.Length <= LongestSentence && KindOf(sentence) is { } kind)
                yield return new RetractionStatement(kind, [.. AmountsIn(sentence)], [.. DatesIn(sentence)]);
    }

    private static RetractionKind? KindOf(string sentence)
    {
        if (WrongParty().IsMatch(sentence))
            return RetractionKind.WrongParty;
        if (NotOccurred().IsMatch(sentence) && !Correction().IsMatch(sentence))
            return RetractionKind.NotOccurred;
        return FiledInError().IsMatch(sentence) ? RetractionKind.FiledInError : null;
    }

    private static IEnumerable<decimal> AmountsIn(string sentence)
    {
        foreach (Match match in Amount().Matches(sentence))
            if (decimal.TryParse(match.Groups["n"].ValueSpan, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
                yield return amount;
    }

    // The day on which the original was filed is no day of a transaction.
    private static IEnumerable<DateOnly> DatesIn(string sentence)
    {
        foreach (Match match in Date().Matches(sentence))
            if (!match.Groups["filed"].Success
                && DateOnly.TryParseExact(match.Groups["date"].ValueSpan, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                yield return date;
    }

    [GeneratedRegex(@"(?<=[a-z)""”][.;])\s+|;\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"\b(?:transactions?|trades?|sales?|purchases?|acquisitions?|dispositions?|grants?|awards?|exercises?|conversions?|gifts?)\b.{0,200}?\b(?:(?:did\s+not|never)\s+(?:in\s+fact\s+|actually\s+)?(?:occur(?:red)?|take\s+place|took\s+place|happen(?:ed)?)|(?:was|were)\s+(?:not|never)\s+(?:in\s+fact\s+|actually\s+)?(?:effected|executed|consummated|completed|made))\b(?!\s+(?:at|until|before|after|pursuant|under|through|by|for|to)\b)|\bno\s+(?:such\s+)?(?:transactions?|trades?|sales?|purchases?|dispositions?|acquisitions?)\s+(?:occurred|took\s+place|(?:was|were)\s+(?:made|effected|executed))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NotOccurred();

    [GeneratedRegex(@"\b(?:but|rather|instead)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Correction();

    [GeneratedRegex(
        @"\b(?:filed|submitted|reported|made)\b.{0,80}?\b(?:under|for|with\s+respect\s+to|on\s+behalf\s+of|in\s+the\s+name\s+of|using|against)\s+(?:the\s+|an?\s+)?(?:wrong|incorrect)\s+(?:issuer|company|registrant|subject\s+company|CIK|entity|reporting\s+(?:person|owner)|filer|individual|person|insider)(?:['’]s\s+CIK)?\b(?!['’]s|\s+(?:name|symbol|ticker|title|address|relationship))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex WrongParty();

    [GeneratedRegex(
        @"\b(?:Forms?\s+[345](?:/A)?|filings?|reports?|submissions?)\b.{0,160}?\b(?:(?:was|were)\s+(?:filed|submitted)\s+(?:in\s+error|by\s+mistake|erroneously|inadvertently|mistakenly)|(?:was|were)\s+(?:erroneously|inadvertently|mistakenly)\s+(?:filed|submitted))\b(?=\s*$|\s*[.,]|\s+(?:and|because|since)\b)|\b(?:Forms?\s+[345](?:/A)?|filings?|reports?|submissions?)\b.{0,160}?\b(?:should|is\s+to|are\s+to|must)\s+be\s+(?:disregarded|considered\s+withdrawn)\b|\bplease\s+disregard\b.{0,60}\b(?:Forms?\s+[345]|filings?|reports?)\b|\b(?:withdraws?|to\s+withdraw|retracts?|to\s+retract)\b.{0,60}\bForms?\s+[345]\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex FiledInError();

    [GeneratedRegex(@"(?<![\d/.,-])(?<n>\d[\d,]*(?:\.\d+)?)\s+(?:\w+\s+){0,4}?(?:shares|units|options|RSUs|warrants|ADSs)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?<filed>\b(?:filed|submitted)\s+(?:with\s+the\s+\w+\s+)?on\s+)?(?<date>\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+\d{1,2},\s+\d{4}|\b\d{1,2}/\d{1,2}/\d{4}|\b\d{4}-\d{2}-\d{2})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
