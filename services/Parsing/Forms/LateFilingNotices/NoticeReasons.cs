using Filingwire.Parsing.Forms.Restatements;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>Why the report is late: several labels, the weightiest first, each with its sentence.</summary>
internal static class NoticeReasons
{
    private const byte Understood = 85, Open = 75, Asked = 70;

    public static LateFilingNotice Read(IReadOnlyList<Passage> narrative, LateFilingNotice notice)
    {
        var explaining = SafeHarbour.Without(narrative).Where(sentence => !ReasonWords.IsNoReason(sentence.Text)).ToList();
        var reasons = new List<Finding<LateFilingReason>>();
        foreach (var rule in ReasonLexicon.Rules)
        {
            foreach (var sentence in reasons.Exists(known => known.Code == rule.Reason) ? [] : explaining)
            {
                if (Holds(rule, sentence.Text) is not { } certainty)
                    continue;
                // Whether there is an error is an open question of accounting.
                if (certainty == Certainty.Hypothetical)
                    Add(reasons, LateFilingReason.AccountingMatterUnderReview, sentence, Open);
                else
                    Add(reasons, rule.Reason, sentence, Understood);
                break;
            }
        }
        if (reasons.Count == 0 && explaining.FirstOrDefault(sentence => ReasonWords.IsMoreTime(sentence.Text)) is { } asking)
            reasons.Add(new Finding<LateFilingReason>(LateFilingReason.StatementsIncomplete, asking.Cite(0, asking.Text.Length, "nt.narrative.more-time", Asked)));
        if (reasons.Count == 0 && narrative.Count > 0)
        {
            var all = new TextRange(narrative[0].Range.Start, narrative.Where(sentence => sentence.Source == narrative[0].Source).Max(sentence => sentence.Range.End));
            reasons.Add(new Finding<LateFilingReason>(LateFilingReason.NoneGiven, narrative[0].Source.Cite(all, "nt.narrative.no-reason", Asked)));
        }
        return notice with { Reasons = reasons, Severity = SeverityOf(reasons, notice) };
    }

    // The first place at which the words count; null where none does.
    private static Certainty? Holds(ReasonRule rule, string text)
    {
        if (!rule.CanMatch(text) || (rule.Reason is LateFilingReason.Transaction or LateFilingReason.Personnel && ReasonLexicon.IsAboutError(text)))
            return null;
        for (var match = rule.Words.Match(text); match.Success; match = match.NextMatch())
        {
            var certainty = Assertion.Of(text, match.Index, match.Length);
            // A restatement that is over, or only shows figures anew, delays no report.
            if (rule.Reason == LateFilingReason.ErrorOrRestatement && certainty == Certainty.Affirmed && match.Value.StartsWith("restat", StringComparison.OrdinalIgnoreCase) && RestatementWords.Find(text, DisclosureKind.NoticeAdmission) is null)
                continue;
            if (certainty == Certainty.Affirmed || (certainty == Certainty.Negated && rule.MayBeNegated) || (rule.MayBeNegated && certainty == Certainty.Hypothetical))
                return Certainty.Affirmed;
            if (certainty == Certainty.Hypothetical && rule.Reason == LateFilingReason.ErrorOrRestatement && ReasonWords.IsUnderReview(text))
                return Certainty.Hypothetical;
        }
        return null;
    }

    private static void Add(List<Finding<LateFilingReason>> reasons, LateFilingReason reason, Passage sentence, byte confidence)
    {
        if (!reasons.Exists(known => known.Code == reason))
            reasons.Add(new Finding<LateFilingReason>(reason, sentence.Cite(0, sentence.Text.Length, "nt.narrative.reason", confidence)));
    }

    private static NoticeSeverity SeverityOf(List<Finding<LateFilingReason>> reasons, LateFilingNotice notice)
    {
        if (notice.Admission is not null || reasons.Any(reason => reason.Code is LateFilingReason.ErrorOrRestatement or LateFilingReason.InternalInvestigation
                or LateFilingReason.LiquidityGoingConcernBankruptcy))
            return NoticeSeverity.High;
        var plain = reasons.All(reason => reason.Code is LateFilingReason.NoneGiven or LateFilingReason.StatementsIncomplete or LateFilingReason.EdgarTechnicalOrCutoff);
        return plain && notice.ExpectsToFileWithinExtension?.Value != false ? NoticeSeverity.Routine : NoticeSeverity.Elevated;
    }
}
