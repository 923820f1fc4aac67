using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>
/// Understands the text of Item 4.02 of Form 8-K: limb (a), the registrant's own conclusion, and limb (b), the advice of its accountant that
/// action should be taken to prevent reliance. A text with both gives two disclosures.
/// </summary>
internal static partial class NonRelianceReader
{
    /// <summary>No item has nearly as many.</summary>
    private const int MostSentences = 2000;

    private const byte Understood = 85;

    /// <summary>Reads an item's body.</summary>
    /// <param name="source">The document's text.</param>
    /// <param name="body">The item.</param>
    /// <param name="caption">The heading as written, which may name the limb.</param>
    /// <param name="diagnostics">Receives what was odd.</param>
    /// <param name="yearEnd">A day on which a fiscal year of the registrant ended, where the submission says so.</param>
    public static List<RestatementDisclosure> Read(SourceText source, TextRange body, string? caption, List<Diagnostic> diagnostics, DateOnly? yearEnd = null)
    {
        var all = Prose.Sentences(source, body);
        if (all.Count > MostSentences)
        {
            all = [.. all.Take(MostSentences)];
            diagnostics.Add(new Diagnostic(Severity.Warning, "item-4.02-cut", $"Item 4.02 has more than {MostSentences} sentences; what lies behind them was not read.", source.SpanOf(body.Start, Math.Max(0, body.Length))));
        }
        var sentences = SafeHarbour.Without(all) is { Count: > 0 } kept ? kept : all;
        if (sentences.Count == 0)
        {
            diagnostics.Add(new Diagnostic(Severity.Warning, "item-4.02-empty", "Item 4.02 has no text.", source.SpanOf(body.Start, Math.Max(0, body.Length))));
            return [];
        }
        var asserting = sentences.Where(sentence => DisclosureReader.NonReliance(sentence) is not null || RestatementWords.Find(sentence.Text, DisclosureKind.NonReliance402A) is not null).ToList();
        var advised = sentences.FirstOrDefault(sentence => Advised().IsMatch(sentence.Text));
        // Beside the accountant's advice only a conclusion about the statements is limb (a): boards also conclude that controls were weak.
        var concluded = sentences.FirstOrDefault(sentence => Concluded().IsMatch(sentence.Text) && (advised is null || (sentence != advised && asserting.Contains(sentence))));
        var limbs = new List<RestatementDisclosure>();
        if (concluded is not null || advised is null || (caption?.Contains("(a)", StringComparison.OrdinalIgnoreCase) ?? false))
            limbs.Add(Limb(new DisclosureContext(DisclosureKind.NonReliance402A, "8k.4-02-a", YearEnd: yearEnd), sentences, asserting, concluded, diagnostics));
        if (advised is not null)
            limbs.Add(Limb(new DisclosureContext(DisclosureKind.NonReliance402B, "8k.4-02-b", YearEnd: yearEnd), sentences, asserting, advised, limbs.Count == 0 ? diagnostics : []));
        return limbs;
    }

    private static RestatementDisclosure Limb(DisclosureContext context, IReadOnlyList<Passage> sentences, IReadOnlyList<Passage> asserting, Passage? key, List<Diagnostic> diagnostics)
    {
        var rule = context.Rule;
        var disclosure = DisclosureReader.Describe(sentences, asserting, context, diagnostics);
        var auditor = sentences.Select(sentence => AuditorNames.Find(sentence, rule + ".auditor", Understood)).FirstOrDefault(found => found is not null);
        var amendments = Amendments(sentences, rule);
        return disclosure with
        {
            NonReliance = disclosure.NonReliance ?? ByItem(sentences, rule),
            ConcludedOn = Conclusions.On(key, sentences, rule),
            ConcludedBy = context.Kind == DisclosureKind.NonReliance402B ? auditor ?? Conclusions.AccountantOf(key, rule) : Conclusions.By(key, sentences, rule),
            DiscussedWithAuditor = Discussed(sentences, rule),
            Auditor = auditor,
            ExpectedAmendments = amendments,
            ExpectedAmendmentDate = AmendmentDate(sentences, rule),
            // Who amends the report whose statements shall not be relied upon corrects these statements.
            RestatementRequired = disclosure.RestatementRequired
                ?? (disclosure.NonReliance is not null && amendments is [var first, ..] ? new Field<bool?>(true, first.Source with { Rule = rule + ".restatement-by-amendment", Confidence = 75 }) : null),
        };
    }

    // The item is there to say it; only where the text says that the statements may be relied upon it does not.
    private static Field<bool?>? ByItem(IReadOnlyList<Passage> sentences, string rule) =>
        sentences.Any(sentence => StillReliable().IsMatch(sentence.Text)) ? null : new Field<bool?>(true, sentences[0].Cite(0, sentences[0].Text.Length, rule + ".non-reliance-by-item", 70));

    private static Field<DateOnly?>? AmendmentDate(IReadOnlyList<Passage> sentences, string rule)
    {
        foreach (var sentence in sentences)
        {
            if (Corrected().IsMatch(sentence.Text) && ExpectedDates.Find(sentence.Text) is { } date)
                return new Field<DateOnly?>(date.Date, sentence.Cite(date.Start, date.Length, rule + ".expected-amendment-date", Understood));
        }
        return null;
    }

    private static Field<bool?>? Discussed(IReadOnlyList<Passage> sentences, string rule)
    {
        foreach (var sentence in sentences)
        {
            if (DiscussedWith().Match(sentence.Text) is not { Success: true } match)
                continue;
            var denied = NotDiscussed().IsMatch(sentence.Text);
            return new Field<bool?>(!denied, sentence.Cite(match, rule + ".discussed-with-auditor", Understood));
        }
        return null;
    }

    private static List<Field<string?>> Amendments(IReadOnlyList<Passage> sentences, string rule)
    {
        var found = new List<Field<string?>>();
        foreach (var sentence in sentences)
        {
            foreach (Match match in Amendment().Matches(sentence.Text))
            {
                var form = match.Groups["form"];
                var name = FilingMentions.FormName(form.Value).Replace("/A", "", StringComparison.Ordinal) + "/A";
                if (Assertion.Holds(sentence.Text, match.Index) && !found.Exists(known => known.Value == name))
                    found.Add(new Field<string?>(name, sentence.Cite(form, rule + ".expected-amendment", Understood)));
            }
        }
        return found;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string AuditorWords = AuditorNames.Words;

    [GeneratedRegex(
        @"\b(?:(?:was|were|been|being)\s(?:orally\s|verbally\s)?(?:advised|informed|notified)\s.{0,80}?\b(?:by|from)\s.{0,100}?" + AuditorWords + @"|" + AuditorWords + @"(?:,?\s\([^)]*\)|,\s[^,]{2,60},)?\s(?:has\s|had\s|have\s|orally\s|also\s|verbally\s|subsequently\s){0,3}(?:advised|informed|notified)\s(?:the|us|our|its|management)\b(?!.*\bconcur)|(?:received|receipt\sof)\s(?:an?\s|written\s|oral\s|verbal\s){0,3}(?:notice|letter|notification|advice|communication)\s.{0,40}?from\s.{0,80}?" + AuditorWords
        + @").{0,400}?\b(?:relied|reliance|rely|withdr[ae]w\w{0,4}|no\slonger\sassociated|disclosure\sshould\sbe\smade|action\sshould\sbe\staken)", Options)]
    private static partial Regex Advised();

    [GeneratedRegex(@"\b(board(\sof\sdirectors)?|audit\scommittee|committee|management|company|registrant|officers?|we|partnership|trust)\b.{0,400}\b(conclu\w+|determin\w+|concur\w*|decided|believes?)\b", Options)]
    private static partial Regex Concluded();

    [GeneratedRegex(@"\b(continue|may|can)\s(to\s)?be\srelied\s?(up)?on\b", Options)]
    private static partial Regex StillReliable();

    [GeneratedRegex(@"\b(restat\w{2,6}|amend\w{0,6}|10-[KQ](SB)?/A|correct\w{1,4}|such\s(filings?|reports?)|which\s(it|the\scompany|we)\s(\w+\s)?(expects?|intends?|plans?|anticipates?))\b", Options)]
    private static partial Regex Corrected();

    [GeneratedRegex(@"\b(?:discuss(?:ed|ion|ions|ing)?|consult(?:ed|ation|ing)|reviewed|conferred)\b.{0,240}?\bwith\b.{0,160}?" + AuditorWords, Options)]
    private static partial Regex DiscussedWith();

    [GeneratedRegex(@"\b(has|have|had|did|were|was)\snot\s(yet\s|been\s){0,2}(discuss|consult|review)|\bno\sdiscussions?\b", Options)]
    private static partial Regex NotDiscussed();

    [GeneratedRegex(@"\b(?:(?:file|filing\sof|filed|prepare|preparing)\s(?:an\s|the\s|its\s|one\sor\smore\s)?(?:amendments?|amended)(?:\sNo\.?\s?\d)?\s[^;]{0,120}?(?:Forms?\s)" + FilingMentions.FormPattern + @"|amend\s(?:its|the|our)\s[^;]{0,100}?Forms?\s" + FilingMentions.FormPattern + @"|Forms?\s(?<form>(?:10-?[KQ](?:SB)?|20-?F)/A)|on\s(?:an\s)?amended\sForm\s" + FilingMentions.FormPattern + @")", Options)]
    private static partial Regex Amendment();
}
