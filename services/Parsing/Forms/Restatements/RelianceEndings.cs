using Filingwire.Sec.Codes;
using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>
/// Sentences that end a doubt about statements without a restatement: an audit made again changed nothing, the conclusion is withdrawn, the statements can be
/// relied on again. What an Item 4.02 says in passing of other periods ("can still be relied upon") ends nothing, and the last word of a text counts.
/// </summary>
internal static partial class RelianceEndings
{
    private const byte Understood = 85;
    private const string Rule = "8k.reliance-ending";

    /// <summary>The disclosure; null when no sentence ends a doubt, a later one raises it anew, or it names periods that cannot be read.</summary>
    public static RestatementDisclosure? Read(SourceText source, TextRange body)
    {
        if (body.IsEmpty || !Hint().IsMatch(source.Content.AsSpan(body.Start, body.Length)))
            return null;
        var sentences = Prose.Sentences(source, body);
        for (var i = sentences.Count - 1; i >= 0; i--)
        {
            if (KindOf(sentences[i]) is not { } kind)
            {
                if (DisclosureReader.NonReliance(sentences[i]) is not null && DisclosureReader.IsAboutStatements(sentences[i].Text))
                    return null;
                continue;
            }
            var periods = AffectedPeriods.Read([sentences[i]], FiscalCalendar.Of(sentences, null), new DisclosureContext(kind, Rule) { AllPeriods = true });
            return periods.Count == 0 && Year().IsMatch(sentences[i].Text) ? null
                : new RestatementDisclosure { Kind = kind, Evidence = sentences[i].Cite(0, sentences[i].Text.Length, Rule, Understood), Periods = periods };
        }
        return null;
    }

    private static DisclosureKind? KindOf(Passage sentence)
    {
        (Regex Words, DisclosureKind Kind)[] endings = [(Reaudited(), DisclosureKind.ReauditWithoutChange), (Withdrawn(), DisclosureKind.ConclusionWithdrawn), (Again(), DisclosureKind.RelianceRestored)];
        foreach (var (words, kind) in endings)
            if (words.Match(sentence.Text) is { Success: true } match && !Outlook().IsMatch(sentence.Text.AsSpan(0, match.Index))
                && Assertion.Of(sentence.Text, match.Index, match.Length) is Certainty.Affirmed or Certainty.Historical
                && DisclosureReader.IsAboutStatements(sentence.Text))
                return kind;
        return null;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\bre-?audit|withdr|rescind|retract|revers|\bagain\b|\bnow\sbe\b", Options)]
    private static partial Regex Hint();

    [GeneratedRegex(@"\bre-?audit\w*\b.{0,240}?\b(no|without(\sany)?|not\s(result\sin|identify|require)(\sany)?)\s.{0,40}?\b(changes?|adjustments?|restatements?|corrections?|misstatements?)\b", Options)]
    private static partial Regex Reaudited();

    [GeneratedRegex(@"\b(withdr[ae]w\w*|rescind\w*|revers(es|ed|ing)|retract\w*)\b.{0,80}?\b(conclusion|determination|advice|statement|notice)\b.{0,160}?\b(relied|reliance|rely)\b", Options)]
    private static partial Regex Withdrawn();

    [GeneratedRegex(@"\b(may|can|should)\s(now|(once\s)?again)\sbe\srelied\s(up)?on\b|\b(may|can|should)\sbe\srelied\s(up)?on\s(once\s)?again\b", Options)]
    private static partial Regex Again();

    // What is still to come ends nothing yet.
    [GeneratedRegex(@"\b(expects?|anticipates?|intends?|plans?|could|would|might|if|until|once)\b", Options)]
    private static partial Regex Outlook();

    [GeneratedRegex(@"\b(19|20)\d{2}\b", Options)]
    private static partial Regex Year();
}
