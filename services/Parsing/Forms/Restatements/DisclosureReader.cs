using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
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
        sentences = SafeHarbour.Without(sentences);
        var asserting = sentences.Where(sentence => Asserts(sentence, context.Kind)).ToList();
        if (asserting.Count == 0)
            return null;
        return Describe(sentences, asserting, context, diagnostics);
    }

    /// <summary>Whether a sentence asserts, of the registrant's own statements, that they should not be relied upon or are restated.</summary>
    public static bool Asserts(Passage sentence, DisclosureKind kind) => (NonReliance(sentence) is not null && IsAboutStatements(sentence.Text)) || RestatementWords.Find(sentence.Text, kind) is not null;

    /// <summary>Reads the passage of an Item 4.02, which is a disclosure whatever its words.</summary>
    public static RestatementDisclosure Describe(IReadOnlyList<Passage> sentences, IReadOnlyList<Passage> asserting, DisclosureContext context, List<Diagnostic> diagnostics)
    {
        // Sentences may come from a form and from its exhibit; the evidence is one stretch of one of them.
        var first = (asserting.Count > 0 ? asserting : sentences)[0];
        var last = (asserting.Count > 0 ? asserting : sentences).Where(sentence => sentence.Source == first.Source).MaxBy(sentence => sentence.Range.End)!;
        var evidence = first.Source.Cite(new TextRange(first.Range.Start, last.Range.End), context.Rule, Asserted);
        var about = sentences.Where(sentence => IsAboutError(sentence.Text)).ToList();
        var calendar = FiscalCalendar.Of(sentences, context.KnownYearEnd, context.YearEnd);
        var periods = AffectedPeriods.Read(WithLists(sentences, asserting), calendar, context);
        foreach (var open in periods.Where(period => period.End.Value is null).DistinctBy(period => period.End.Source.Span))
        {
            diagnostics.Add(new Diagnostic(Severity.Info, "affected-period-without-date",
                $"The text names \"{open.End.Source.AsWritten}\" and no date; the registrant's fiscal year end is not known from the document.", open.End.Source.Span));
        }
        if (periods.Count == 0)
            diagnostics.Add(new Diagnostic(Severity.Warning, "affected-periods-unknown", "The text speaks of statements that are not to be relied upon or are restated; which periods they are for cannot be told.", evidence.Span));
        var topics = Topics.Of(sentences, about, context.Kind);
        return new RestatementDisclosure
        {
            Kind = context.Kind,
            Evidence = evidence,
            Periods = periods,
            Areas = DisclosureLexicon.Areas(topics, context.Rule),
            Causes = DisclosureLexicon.Causes(sentences, context.Rule),
            IdentifiedBy = DisclosureLexicon.Identifiers(sentences, context.Rule),
            Effects = ErrorEffects.Read(sentences, calendar, periods, context),
            NonReliance = First(sentences, NonReliance, context.Rule + ".non-reliance"),
            RestatementRequired = Required(sentences, context),
            MaterialWeakness = First(sentences, sentence => Find(sentence, MaterialWeakness()), context.Rule + ".material-weakness"),
            SecInvestigation = First(sentences, sentence => Find(sentence, SecInvestigation()), context.Rule + ".sec-investigation"),
            RecoveryAnalysis = First(sentences, sentence => Find(sentence, Recovery()), context.Rule + ".recovery-analysis"),
            Reason = Reason(about, context.Rule + ".reason"),
        };
    }

    /// <summary>The words by which a sentence asserts that statements should not be relied upon.</summary>
    public static Match? NonReliance(Passage sentence) => NonRelianceWords.Find(sentence.Text);

    // What asserts, with the items of its lists and the sentences that go on with "the statements affected include …".
    private static List<Passage> WithLists(IReadOnlyList<Passage> sentences, IReadOnlyList<Passage> asserting)
    {
        var (all, listed, names) = (new List<Passage>(), new HashSet<Passage>(), asserting.ToHashSet());
        for (var i = 0; i < sentences.Count; i++)
        {
            if (!(names.Contains(sentences[i]) && RestatementWords.NamesStatements(sentences[i].Text)) && !(all.Count > 0 && Affected().IsMatch(sentences[i].Text)))
                continue;
            if (listed.Add(sentences[i]))
                all.Add(sentences[i]);
            foreach (var item in Lists.ItemsOf(sentences, i))
            {
                if (listed.Add(item))
                    all.Add(item);
            }
        }
        return all;
    }

    /// <summary>Whether a sentence speaks of financial statements, reports or reviews; "should not rely on forward-looking statements" does not.</summary>
    public static bool IsAboutStatements(string text) => Statements().IsMatch(text) && !ForwardLooking().IsMatch(text);

    public static bool IsAboutError(string text) => !RestatementWords.IsPresentation(text) && (AboutError().IsMatch(text) || Restated().IsMatch(text) || NonRelianceWords.Mentions(text));

    private static Field<bool?>? Required(IReadOnlyList<Passage> sentences, DisclosureContext context)
    {
        var rule = context.Rule + ".restatement-required";
        foreach (var sentence in sentences)
        {
            if (NotRequired().Match(sentence.Text) is { Success: true } ruledOut && !Open().IsMatch(sentence.Text))
                return new Field<bool?>(false, sentence.Cite(ruledOut, rule, Asserted));
        }
        foreach (var sentence in sentences)
        {
            foreach (Match match in RestatementRequired().Matches(sentence.Text))
            {
                if (Assertion.Of(sentence.Text, match.Index, match.Length) == Certainty.Affirmed && !RestatementWords.IsPresentation(sentence.Text)
                    && !Hedged().IsMatch(sentence.Text.AsSpan(Math.Max(0, match.Index - 40), match.Index - Math.Max(0, match.Index - 40) + match.Length)))
                    return new Field<bool?>(true, sentence.Cite(match, rule, Asserted));
            }
        }
        // Who speaks of "the restatement" as a fact will restate.
        if (context.Kind is DisclosureKind.NonReliance402A or DisclosureKind.NonReliance402B or DisclosureKind.NoticeAdmission)
        {
            foreach (var sentence in sentences)
            {
                if (RestatementWords.Find(sentence.Text, DisclosureKind.NoticeAdmission) is { } match && !Hedged().IsMatch(sentence.Text.AsSpan(Math.Max(0, match.Index - 60), match.Index - Math.Max(0, match.Index - 60))))
                    return new Field<bool?>(true, sentence.Cite(match, rule + "-spoken-of", 70));
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

    [GeneratedRegex(@"\b(financial\s(statements|results|information|data)|(audit|review|auditors?['’]?s?|accountants?['’]?s?)\s(reports?|opinions?)|(previously|prior|issued|interim|annual|quarterly|audited)\s(\w+\s){0,2}(statements?|reports?|results)|balance\ssheets?|interim\sreview|10-[KQ])\b", Options)]
    private static partial Regex Statements();

    [GeneratedRegex(@"\bforward-?\s?looking\b", Options)]
    private static partial Regex ForwardLooking();

    [GeneratedRegex(@"(?<!amended\sand\s|amend\sand\s)\brestat(e|es|ed|ing|ements?)\b(?!\s(certificate|articles|by-?laws|charter|credit|agreement|plan|employment|declaration|loan|note|trust|license|lease|limited|operating|deed|indenture|memorandum|bylaw))", Options)]
    private static partial Regex Restated();

    [GeneratedRegex(@"\b(errors?|misstat\w+|incorrect\w*|improper\w*|erroneous\w*|inconsistent\swith|misappl\w+|misclassif\w+|misinterpret\w+|re-?evaluat\w+|accounting\streatment|method\sof\saccounting|should\shave\s(been|recorded|recognized)|overstat\w+|understat\w+|irregularit\w+|not\sin\saccordance\swith|mischaracteri\w+|backdat\w+)\b", Options)]
    private static partial Regex AboutError();

    [GeneratedRegex(@"\b(errors?\sin|misstat\w+|incorrect\w*|improper\w*|erroneous\w*|inconsistent\swith|misappl\w+|re-?evaluat\w+|accounting\streatment|relat(es|ing)\sto|irregularit\w+|should\shave|due\sto|result\sof)\b", Options)]
    private static partial Regex Wrong();

    [GeneratedRegex(@"\b(restatement\b[^;]{0,120}\b(is|are|was|were|be|will\sbe)\s(required|necessary|needed)|(requires?|required|requiring|necessitat\w+)\s(a\s|the\s)?restate?(ment|ments)?\b|(will|must|shall|need(s|ed)?\sto|intends?\sto|plans?\sto|expects?\sto|going\sto|necessary\sto|required\sto|(decided|determined|concluded|agreed)\sto|obligated\sto|has|have)\s(be\s)?restat(e|ed|ing|ement)\b|(in\sthe\sprocess\sof|is|are)\s(preparing\s(the|a)\s)?restat(ing|ement)\b|(should|must|will|need\sto|needs\sto)\sbe\srestated|announced\s(that\sit\sis\s|a\s|the\s)?restat\w+|will\srequire\sa?\s?restatement|correct(ed)?\sby\sa\srestatement|(will|expects?\sto|intends?\sto|plans?\sto|anticipates?|to)\s(\w+\s){0,2}(fil(e|ing)|includ(e|ing)|present|issu(e|ing)|provid(e|ing)|reflect|report)\s[^;]{0,140}\brestat(ed|ement)s?\b|restat(ed|ement)s?\b[^;]{0,100}\b(will|to)\sbe\s(\w+\s)?(included|filed|reflected|presented|reported|issued|made)|(will|intends?\sto|expects?\sto|plans?\sto)\s(\w+\s)?(file\s(an\s|one\sor\smore\s)?(amendments?|amended)|amend)\b[^;]{0,140}\brestat\w+)", Options)]
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

    [GeneratedRegex(@"\b((financial\sstatements|statements|periods|reports|filings)\s(that\sare\s|which\sare\s|so\s)?(affected|impacted|concerned|to\sbe\srestated)\s(\w+\s){0,4}(include|are|consist|comprise)|(affected|impacted|foregoing|restated)\s(financial\s|previously\s|issued\s){0,3}(statements|periods|reports|filings)\s(include|are|consist|comprise)|(also|likewise|similarly)\s(\w+\s){0,3}(affect|impact)(s|ed)?|the\srestatement\s(will\s|also\s)?(affects?|impacts?|covers?|involves?|relates\sto))\b", Options)]
    private static partial Regex Affected();

    [GeneratedRegex(@"\b(whether|if|not\s(yet\s)?(determined|concluded|decided))\b", Options)]
    private static partial Regex Open();
}
