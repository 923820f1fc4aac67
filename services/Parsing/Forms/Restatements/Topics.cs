using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>Tells which sentences of a disclosure say what the matter is, and which parts of them say what it is not.</summary>
internal static partial class Topics
{
    /// <summary>In an Item 4.02 all sentences but those about controls, talks and filings; elsewhere those about the error and their neighbours.</summary>
    public static IReadOnlyList<Passage> Of(IReadOnlyList<Passage> sentences, IReadOnlyList<Passage> about, DisclosureKind kind)
    {
        var errors = about.ToHashSet();
        var near = kind is DisclosureKind.NonReliance402A or DisclosureKind.NonReliance402B ? sentences
            : sentences.Where((sentence, i) => errors.Contains(sentence) || IsNear(sentences, errors, i));
        return [.. near.Where(sentence => !DisclosureLexicon.IsAboutControl(sentence.Text) && !Procedure().IsMatch(sentence.Text))];
    }

    /// <summary>An amount, a movement, and no word of why: "will reduce net income by $1.2 million".</summary>
    public static bool IsEffect(string text) => Moves().IsMatch(text) && !Why().IsMatch(text) && Amounts.FindAll(text).Count > 0;

    /// <summary>Where a sentence begins to list what is not affected; its length where it does not.</summary>
    public static int EndOfEffects(string text) => NoEffect().Match(text) is { Success: true } none ? none.Index : text.Length;

    /// <summary>Part of a company's name: "Lakeside Net Lease Trust, Inc.".</summary>
    public static bool IsName(string text, Match match) =>
        char.IsUpper(match.ValueSpan[0]) && NameBehind().IsMatch(text.AsSpan(match.Index + match.Length, Math.Min(70, text.Length - match.Index - match.Length)));

    private static bool IsNear(IReadOnlyList<Passage> sentences, HashSet<Passage> about, int i) =>
        (i > 0 && about.Contains(sentences[i - 1]) && GoesOn().IsMatch(sentences[i].Text)) || (i + 1 < sentences.Count && about.Contains(sentences[i + 1]) && Accounting().IsMatch(sentences[i].Text));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(discuss(ed|ions?)\s.{0,120}\bwith\b|forward-?\s?looking|expects?\sto\s(file|report|conclude)|filed\sas\san?\sexhibit|press\srelease|covenants?\sin\sits\scredit|furnished\sas)\b", Options)]
    private static partial Regex Procedure();

    [GeneratedRegex(@"\b(such|these|this|those|specifically|the\serrors?|historically|previously|as\sa\sresult|should\shave|had\sbeen|were\sincorrectly)\b", Options)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"\b(accounting|accounted|recogni[sz]\w{1,5}|recorded|classif\w{1,7}|capitali[sz]\w{1,5}|measured|valued|estimat\w{1,4})\b", Options)]
    private static partial Regex Accounting();

    [GeneratedRegex(@"\b(increas\w{0,3}|decreas\w{0,3}|reduc\w{0,5}|overstat\w{0,6}|understat\w{0,6}|higher|lower)\b", Options)]
    private static partial Regex Moves();

    [GeneratedRegex(@"\b(because|due\sto|relat(ed|es|ing)\sto|errors?\s(in|relat\w{1,3})|accounting\s(for|treatment|method)|attributable|result\w{0,3}\s(of|from)|improper\w{0,2}|incorrect\w{0,2}|should\shave|misappli\w{1,7}|failure\sto|failed\sto|which\soverstated)\b", Options)]
    private static partial Regex Why();

    [GeneratedRegex(@"\b((no|any|not\shave\san?y?|without)\s(\w+\s){0,3}(effect|impact|change)s?\s(on|to|in|upon)|(do|does|did|will|would)\snot\s(\w+\s){0,2}(affect|impact|change|alter)|not\sexpect\w{0,3}\s(\w+\s){0,6}(to\s)?(affect|impact|have))\b", Options)]
    private static partial Regex NoEffect();

    [GeneratedRegex(@"^(\s[A-Z&][\w.&-]*){0,4},?\s(Inc|Corp|Corporation|LLC|L\.?P|LLP|Ltd|Limited|Trust|Company|Co|Partners|Partnership|Bank|Bancorp|Holdings|Group|REIT|Fund)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NameBehind();
}
