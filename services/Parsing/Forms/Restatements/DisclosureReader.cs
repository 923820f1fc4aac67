using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>
/// Understands prose about errors in statements issued before. It speaks only where a sentence asserts non-reliance or a restatement: denials,
/// possibilities and "amended and restated" agreements do not count.
/// </summary>
internal static partial class DisclosureReader
{
    private const byte Asserted = 85;

    /// <summary>Reads sentences; null when none asserts non-reliance or a restatement.</summary>
    public static RestatementDisclosure? Read(IReadOnlyList<Passage> sentences, DisclosureContext context, List<Diagnostic> diagnostics)
    {
        var asserting = sentences.Where(sentence => NonReliance(sentence) is not null || Restatement(sentence) is not null).ToList();
        if (asserting.Count == 0)
            return null;
        return Describe(sentences, asserting, context, diagnostics);
    }

    /// <summary>Reads the passage of an Item 4.02, which is a disclosure whatever its words.</summary>
    public static RestatementDisclosure Describe(IReadOnlyList<Passage> sentences, IReadOnlyList<Passage> asserting, DisclosureContext context, List<Diagnostic> diagnostics)
    {
        // Sentences may come from a form and from its exhibit; the evidence is one stretch of one of them.
        var first = (asserting.Count > 0 ? asserting : sentences)[0];
        var last = (asserting.Count > 0 ? asserting : sentences).Where(sentence => sentence.Source == first.Source).MaxBy(sentence => sentence.Range.End)!;
        var evidence = first.Source.Cite(new TextRange(first.Range.Start, last.Range.End), context.Rule, Asserted);
        var about = sentences.Where(sentence => IsAboutError(sentence.Text)).ToList();
        var periods = AffectedPeriods.Read(asserting, context);
        foreach (var open in periods.Where(period => period.End.Value is null).DistinctBy(period => period.End.Source.Span))
        {
            diagnostics.Add(new Diagnostic(Severity.Info, "affected-period-without-date",
                $"The text names \"{open.End.Source.AsWritten}\" and no date; the registrant's fiscal year end is not known from the document.", open.End.Source.Span));
        }
        return new RestatementDisclosure
        {
            Kind = context.Kind,
            Evidence = evidence,
            Periods = periods,
            Areas = DisclosureLexicon.Areas(about, context.Rule),
            Causes = DisclosureLexicon.Causes(sentences, context.Rule),
            IdentifiedBy = DisclosureLexicon.Identifiers(sentences, context.Rule),
            Effects = ErrorEffects.Read(about, context),
            NonReliance = First(sentences, NonReliance, context.Rule + ".non-reliance"),
            RestatementRequired = Required(sentences, context.Rule + ".restatement-required"),
            MaterialWeakness = First(sentences, sentence => Find(sentence, MaterialWeakness()), context.Rule + ".material-weakness"),
            SecInvestigation = First(sentences, sentence => Find(sentence, SecInvestigation()), context.Rule + ".sec-investigation"),
            RecoveryAnalysis = First(sentences, sentence => Find(sentence, Recovery()), context.Rule + ".recovery-analysis"),
            Reason = Reason(about, context.Rule + ".reason"),
        };
    }

    /// <summary>The words by which a sentence asserts that statements should not be relied upon.</summary>
    public static Match? NonReliance(Passage sentence)
    {
        // "should no longer be relied upon" carries its own negation; only doubt before it takes it back.
        foreach (Match match in NotRelied().Matches(sentence.Text))
        {
            if (!Doubt().IsMatch(sentence.Text.AsSpan(Math.Max(0, match.Index - 60), Math.Min(60, match.Index))))
                return match;
        }
        return null;
    }

    /// <summary>The words by which a sentence asserts a restatement.</summary>
    public static Match? Restatement(Passage sentence)
    {
        foreach (Match match in Restated().Matches(sentence.Text))
        {
            if (Assertion.Holds(sentence.Text, match.Index))
                return match;
        }
        return null;
    }

    /// <summary>Whether a sentence speaks of financial statements, reports or reviews; "should not rely on forward-looking statements" does not.</summary>
    public static bool IsAboutStatements(string text) => Statements().IsMatch(text) && !ForwardLooking().IsMatch(text);

    public static bool IsAboutError(string text) => AboutError().IsMatch(text) || Restated().IsMatch(text) || NotRelied().IsMatch(text);

    private static Field<bool?>? Required(IReadOnlyList<Passage> sentences, string rule)
    {
        foreach (var sentence in sentences)
        {
            if (NotRequired().Match(sentence.Text) is { Success: true } ruledOut)
                return new Field<bool?>(false, sentence.Cite(ruledOut, rule, Asserted));
        }
        foreach (var sentence in sentences)
        {
            foreach (Match match in RestatementRequired().Matches(sentence.Text))
            {
                if (Assertion.Holds(sentence.Text, match.Index) && !Hedged().IsMatch(sentence.Text.AsSpan(Math.Max(0, match.Index - 40), match.Index - Math.Max(0, match.Index - 40) + match.Length)))
                    return new Field<bool?>(true, sentence.Cite(match, rule, Asserted));
            }
        }
        return null;
    }

    private static Match? Find(Passage sentence, Regex words)
    {
        var match = words.Match(sentence.Text);
        return match.Success && Assertion.Holds(sentence.Text, match.Index) ? match : null;
    }

    private static Field<bool?>? First(IReadOnlyList<Passage> sentences, Func<Passage, Match?> find, string rule)
    {
        foreach (var sentence in sentences)
        {
            if (find(sentence) is { } match)
                return new Field<bool?>(true, sentence.Cite(match, rule, Asserted));
        }
        return null;
    }

    private static Field<string?>? Reason(List<Passage> about, string rule)
    {
        var best = about.FirstOrDefault(sentence => Wrong().IsMatch(sentence.Text)) ?? about.FirstOrDefault();
        return best is null ? null : new Field<string?>(best.Text, best.Cite(0, best.Text.Length, rule, 80));
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b((should|can|could|must|may|shall|ought\sto)\s?(no\slonger|not)(\sany\slonger)?\s(any\s?longer\s)?(be\s)?rel(ied|y)\s?(up)?on|(no\slonger|not)\sbe\srelied\s?(up)?on|no\slonger\sreliable|should\sno\slonger\srely|(conclu|determin)\w+\s.{0,60}non-?reliance)", Options)]
    private static partial Regex NotRelied();

    [GeneratedRegex(@"\b(financial\s(statements|results|information)|audit\sreports?|interim\sreview|10-[KQ])\b", Options)]
    private static partial Regex Statements();

    [GeneratedRegex(@"\bforward-?\s?looking\b", Options)]
    private static partial Regex ForwardLooking();

    [GeneratedRegex(@"\b(has|have|had|did)\snot\b[^.]*$|\b(whether|if|may|might|could)\b.*$", Options)]
    private static partial Regex Doubt();

    [GeneratedRegex(@"(?<!amended\sand\s|amend\sand\s)\brestat(e|es|ed|ing|ements?)\b(?!\s(certificate|articles|by-?laws|charter|credit|agreement|plan|employment|declaration|loan|note|trust|license|lease|limited|operating|deed|indenture|memorandum|bylaw))", Options)]
    private static partial Regex Restated();

    [GeneratedRegex(@"\b(errors?|misstat\w+|incorrect\w*|improper\w*|erroneous\w*|inconsistent\swith|misappl\w+|misclassif\w+|misinterpret\w+|re-?evaluat\w+|accounting\streatment|method\sof\saccounting|should\shave\s(been|recorded|recognized)|overstat\w+|understat\w+|irregularit\w+|not\sin\saccordance\swith|mischaracteri\w+|backdat\w+)\b", Options)]
    private static partial Regex AboutError();

    [GeneratedRegex(@"\b(errors?\sin|misstat\w+|incorrect\w*|improper\w*|erroneous\w*|inconsistent\swith|misappl\w+|re-?evaluat\w+|accounting\streatment|relat(es|ing)\sto|irregularit\w+|should\shave|due\sto|result\sof)\b", Options)]
    private static partial Regex Wrong();

    [GeneratedRegex(@"\b(restatement\b[^;]{0,120}\b(is|are|was|were|be|will\sbe)\s(required|necessary|needed)|(requires?|required|requiring|necessitat\w+)\s(a\s|the\s)?restate?(ment|ments)?\b|(will|must|shall|need(s|ed)?\sto|intends?\sto|plans?\sto|expects?\sto|going\sto|necessary\sto|required\sto|(decided|determined|concluded|agreed)\sto|obligated\sto|has|have)\s(be\s)?restat(e|ed|ing|ement)\b|(in\sthe\sprocess\sof|is|are)\s(preparing\s(the|a)\s)?restat(ing|ement)\b|(should|must|will|need\sto|needs\sto)\sbe\srestated|announced\s(that\sit\sis\s|a\s|the\s)?restat\w+|will\srequire\sa?\s?restatement|correct(ed)?\sby\sa\srestatement)", Options)]
    private static partial Regex RestatementRequired();

    [GeneratedRegex(@"\b(restatement\b[^;]{0,100}\b(is|are|was|will\sbe|be)\snot\s(required|necessary|needed)|no\srestatement\b[^;]{0,60}\b(required|necessary|needed)|(not|never)\s(require|necessitate|result\sin|need)\s(a\s|any\s|the\s)?restate?ment)", Options)]
    private static partial Regex NotRequired();

    [GeneratedRegex(@"\b(likely|may|might|could|possibly|whether|potentially)\b", Options)]
    private static partial Regex Hedged();

    [GeneratedRegex(@"\bmaterial\sweakness(es)?\b(?!\s(is|means)\s)", Options)]
    private static partial Regex MaterialWeakness();

    [GeneratedRegex(@"\b((SEC|Securities\sand\sExchange\sCommission|Commission)['’]?s?\s.{0,60}\b(investigation|inquiry|subpoena|enforcement)|(investigation|inquiry|subpoena)\s(by|from|of)\s(the\s)?(staff\sof\sthe\s)?(SEC|Securities\sand\sExchange\sCommission|Division\sof\sEnforcement))", Options)]
    private static partial Regex SecInvestigation();

    [GeneratedRegex(@"\b(recovery\sanalysis|recovery\sof\s(erroneously\sawarded\s)?(incentive-based\s)?compensation|claw-?back|Rule\s10D-1)", Options)]
    private static partial Regex Recovery();
}
