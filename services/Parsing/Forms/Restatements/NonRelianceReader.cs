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
    private const byte Understood = 85;

    /// <summary>Reads an item's body.</summary>
    /// <param name="source">The document's text.</param>
    /// <param name="body">The item.</param>
    /// <param name="caption">The heading as written, which may name the limb.</param>
    /// <param name="diagnostics">Receives what was odd.</param>
    public static List<RestatementDisclosure> Read(SourceText source, TextRange body, string? caption, List<Diagnostic> diagnostics)
    {
        var sentences = Prose.Sentences(source, body);
        if (sentences.Count == 0)
        {
            diagnostics.Add(new Diagnostic(Severity.Warning, "item-4.02-empty", "Item 4.02 has no text.", source.SpanOf(body.Start, Math.Max(0, body.Length))));
            return [];
        }
        var asserting = sentences.Where(sentence => DisclosureReader.NonReliance(sentence) is not null || DisclosureReader.Restatement(sentence) is not null).ToList();
        var advised = sentences.FirstOrDefault(sentence => Advised().IsMatch(sentence.Text));
        // Beside the accountant's advice only a conclusion about the statements is limb (a): boards also conclude that controls were weak.
        var concluded = sentences.FirstOrDefault(sentence => Concluded().IsMatch(sentence.Text) && (advised is null || (sentence != advised && asserting.Contains(sentence))));
        var limbs = new List<RestatementDisclosure>();
        if (concluded is not null || advised is null || (caption?.Contains("(a)", StringComparison.OrdinalIgnoreCase) ?? false))
            limbs.Add(Limb(DisclosureKind.NonReliance402A, "8k.4-02-a", sentences, asserting, concluded, diagnostics));
        if (advised is not null)
            limbs.Add(Limb(DisclosureKind.NonReliance402B, "8k.4-02-b", sentences, asserting, advised, limbs.Count == 0 ? diagnostics : []));
        return limbs;
    }

    private static RestatementDisclosure Limb(DisclosureKind kind, string rule, IReadOnlyList<Passage> sentences, IReadOnlyList<Passage> asserting, Passage? key, List<Diagnostic> diagnostics)
    {
        var disclosure = DisclosureReader.Describe(sentences, asserting, new DisclosureContext(kind, rule), diagnostics);
        var auditor = sentences.Select(sentence => Auditor(sentence, rule)).FirstOrDefault(found => found is not null);
        var amendments = Amendments(sentences, rule);
        return disclosure with
        {
            ConcludedOn = ConcludedOn(key, sentences, rule),
            ConcludedBy = kind == DisclosureKind.NonReliance402B ? auditor : ConcludedBy(sentences, rule),
            DiscussedWithAuditor = Discussed(sentences, rule),
            Auditor = auditor,
            ExpectedAmendments = amendments,
            // Who amends the report whose statements shall not be relied upon corrects these statements.
            RestatementRequired = disclosure.RestatementRequired
                ?? (disclosure.NonReliance is not null && amendments is [var first, ..] ? new Field<bool?>(true, first.Source with { Rule = rule + ".restatement-by-amendment", Confidence = 75 }) : null),
        };
    }

    private static Field<DateOnly?>? ConcludedOn(Passage? key, IReadOnlyList<Passage> sentences, string rule)
    {
        foreach (var sentence in key is null ? sentences : [key, .. sentences])
        {
            if (!Conclusion().IsMatch(sentence.Text))
                continue;
            var periods = Periods.FindAll(sentence.Text);
            foreach (var date in Dates.FindAll(sentence.Text))
            {
                if (!periods.Any(period => period.At == date.Start && period.Kind != PeriodKind.Instant) && OnDate().IsMatch(sentence.Text.AsSpan(0, date.Start)))
                    return new Field<DateOnly?>(date.Date, sentence.Cite(date.Start, date.Length, rule + ".concluded-on", Understood));
            }
        }
        return null;
    }

    // The body that the rule asks for, board or committee, before management.
    private static Field<string?>? ConcludedBy(IReadOnlyList<Passage> sentences, string rule)
    {
        Field<string?>? management = null;
        foreach (var sentence in sentences.Where(sentence => !DisclosureLexicon.IsAboutControl(sentence.Text)))
        {
            if (Decision().Match(sentence.Text) is not { Success: true } decision)
                continue;
            foreach (Match named in Body().Matches(sentence.Text[..decision.Index]))
            {
                var field = new Field<string?>(named.Value, sentence.Cite(named, rule + ".concluded-by", Understood));
                if (!named.Value.Contains("anagement", StringComparison.Ordinal))
                    return field;
                management ??= field;
            }
        }
        return management;
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

    private static Field<string?>? Auditor(Passage sentence, string rule)
    {
        var match = Firm().Match(sentence.Text);
        var name = match.Groups["name"];
        return match.Success ? new Field<string?>(name.Value.Trim(), sentence.Cite(name, rule + ".auditor", Understood)) : null;
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
    private const string AuditorWords = @"(?:independent\s(?:registered\s)?(?:public\s)?(?:account(?:ing|ants?)(?:\sfirm)?|auditors?)|(?:former|prior|predecessor|current|successor|outside|external)\s(?:independent\s)?(?:auditors?|accountants?|accounting\sfirm)|auditors?|LLP|L\.L\.P\.|P\.C\.|certified\spublic\saccountants?)";

    [GeneratedRegex(
        @"\b(?:(?:was|were|been|being)\s(?:orally\s)?(?:advised|informed|notified)\s.{0,80}?\bby\s.{0,100}?" + AuditorWords + @"|" + AuditorWords + @"(?:,?\s\([^)]*\)|,\s[^,]{2,60},)?\s(?:has\s|had\s|have\s|orally\s|also\s)*(?:advised|informed|notified)\s(?:the|us|our|its)\b(?!.*\bconcur)|(?:received|receipt\sof)\s(?:a\s|written\s|an?\s)*(?:notice|letter|notification|advice|communication)\s.{0,40}?from\s.{0,80}?" + AuditorWords
        + @").{0,400}?\b(?:relied|reliance|rely|withdr[ae]w\w*|no\slonger\sassociated|disclosure\sshould\sbe\smade|action\sshould\sbe\staken)", Options)]
    private static partial Regex Advised();

    [GeneratedRegex(@"\b(board(\sof\sdirectors)?|audit\scommittee|committee|management|company|registrant|officers?|we|partnership|trust)\b.{0,400}\b(conclu\w+|determin\w+|concur\w*|decided|believes?)\b", Options)]
    private static partial Regex Concluded();

    [GeneratedRegex(@"\b(conclu\w+|determin\w+|advis\w+|inform\w+|notif\w+|decided|concur\w*|received)\b", Options)]
    private static partial Regex Conclusion();

    [GeneratedRegex(@"(\b(on|as\sof|dated|effective)|,|^)\s*$", Options)]
    private static partial Regex OnDate();

    [GeneratedRegex(@"\b(?<body>Audit\sCommittee(\sof\sthe\sBoard\sof\sDirectors)?|Board\sof\s(Directors|Trustees|Managers)|Board|Special\sCommittee|authorized\sofficers?|Chief\s(Executive|Financial)\sOfficer|management)\b", Options)]
    private static partial Regex Body();

    [GeneratedRegex(@"\b(conclu(ded|sion)|determin(ed|ation)|concurr(ed|ence)|decided)\b", Options)]
    private static partial Regex Decision();

    [GeneratedRegex(@"\b(?:discuss(?:ed|ion|ions)|consult(?:ed|ation|ing)|reviewed)\b.{0,200}?\bwith\b.{0,120}?" + AuditorWords, Options)]
    private static partial Regex DiscussedWith();

    [GeneratedRegex(@"\b(has|have|had|did)\snot\s(yet\s)?discuss", Options)]
    private static partial Regex NotDiscussed();

    [GeneratedRegex(@"(?<name>(?:[A-Z][\w.’'-]*|&)(?:,?\s(?:[A-Z][\w.’'-]*|&|and(?=\s[A-Z]))){0,5},?\s(?:LLP|L\.L\.P\.|LLC|PLLC|P\.C\.|PC|P\.A\.|CPAs?(?:\sLimited)?|Ltd\.?))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Firm();

    [GeneratedRegex(@"\b(?:(?:file|filing\sof|filed|prepare|preparing)\s(?:an\s|the\s|its\s|one\sor\smore\s)?(?:amendments?|amended)(?:\sNo\.?\s?\d)?\s[^;]{0,120}?(?:Forms?\s)" + FilingMentions.FormPattern + @"|amend\s(?:its|the|our)\s[^;]{0,100}?Forms?\s" + FilingMentions.FormPattern + @"|Forms?\s(?<form>(?:10-?[KQ](?:SB)?|20-?F)/A)|on\s(?:an\s)?amended\sForm\s" + FilingMentions.FormPattern + @")", Options)]
    private static partial Regex Amendment();
}
