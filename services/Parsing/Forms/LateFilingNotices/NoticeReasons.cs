using System.Text.RegularExpressions;
using Filingwire.Parsing.Forms.Restatements;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>Why the report is late: several labels, the weightiest first, each with its sentence.</summary>
internal static partial class NoticeReasons
{
    private const byte Understood = 85;

    private sealed record Rule(LateFilingReason Reason, Regex Words, bool MayBeNegated = false);

    // In the order of weight: the first that holds is the primary reason.
    private static readonly Rule[] Rules =
    [
        new(LateFilingReason.ErrorOrRestatement, Error()),
        new(LateFilingReason.InternalInvestigation, Investigation()),
        new(LateFilingReason.LiquidityGoingConcernBankruptcy, Insolvency()),
        new(LateFilingReason.AuditorUnpaidOrLackOfFunds, Funds(), MayBeNegated: true),
        new(LateFilingReason.AccountingMatterUnderReview, AccountingMatter()),
        new(LateFilingReason.MaterialWeakness, Weakness()),
        new(LateFilingReason.LitigationOrRegulatory, Regulatory()),
        new(LateFilingReason.CyberOrIt, Cyber()),
        new(LateFilingReason.AuditorChangeOrFirstYear, AuditorChange()),
        new(LateFilingReason.EdgarTechnicalOrCutoff, Edgar()),
        new(LateFilingReason.ExternalEvent, External()),
        new(LateFilingReason.ThirdPartyInformation, ThirdParty(), MayBeNegated: true),
        new(LateFilingReason.Transaction, Transaction()),
        new(LateFilingReason.SystemChange, SystemChange()),
        new(LateFilingReason.Personnel, Personnel()),
        new(LateFilingReason.FilerStatusChange, FilerStatus()),
        new(LateFilingReason.AuditOrReviewIncomplete, Audit(), MayBeNegated: true),
        new(LateFilingReason.StatementsIncomplete, Statements(), MayBeNegated: true),
        new(LateFilingReason.EdgarTechnicalOrCutoff, Cutoff()),
    ];

    public static LateFilingNotice Read(IReadOnlyList<Passage> narrative, LateFilingNotice notice)
    {
        var reasons = new List<Finding<LateFilingReason>>();
        foreach (var rule in Rules)
        {
            foreach (var sentence in reasons.Exists(known => known.Code == rule.Reason) ? [] : narrative)
            {
                var match = rule.Words.Match(sentence.Text);
                while (match.Success && !rule.MayBeNegated && !Assertion.Holds(sentence.Text, match.Index))
                    match = match.NextMatch();
                if (!match.Success)
                    continue;
                reasons.Add(new Finding<LateFilingReason>(rule.Reason, sentence.Cite(0, sentence.Text.Length, "nt.narrative.reason", Understood)));
                break;
            }
        }
        if (reasons.Count == 0 && narrative.FirstOrDefault(sentence => MoreTime().IsMatch(sentence.Text)) is { } asking)
            reasons.Add(new Finding<LateFilingReason>(LateFilingReason.StatementsIncomplete, asking.Cite(0, asking.Text.Length, "nt.narrative.more-time", 70)));
        if (reasons.Count == 0 && narrative.Count > 0)
        {
            var all = new TextRange(narrative[0].Range.Start, narrative.Where(sentence => sentence.Source == narrative[0].Source).Max(sentence => sentence.Range.End));
            reasons.Add(new Finding<LateFilingReason>(LateFilingReason.NoneGiven, narrative[0].Source.Cite(all, "nt.narrative.no-reason", 70)));
        }
        return notice with { Reasons = reasons, Severity = SeverityOf(reasons, notice) };
    }

    private static NoticeSeverity SeverityOf(List<Finding<LateFilingReason>> reasons, LateFilingNotice notice)
    {
        if (notice.Admission is not null || reasons.Any(reason => reason.Code is LateFilingReason.ErrorOrRestatement or LateFilingReason.InternalInvestigation
                or LateFilingReason.LiquidityGoingConcernBankruptcy))
            return NoticeSeverity.High;
        var plain = reasons.All(reason => reason.Code is LateFilingReason.NoneGiven or LateFilingReason.StatementsIncomplete or LateFilingReason.EdgarTechnicalOrCutoff);
        return plain && notice.ExpectsToFileWithinExtension?.Value != false ? NoticeSeverity.Routine : NoticeSeverity.Elevated;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(restat(e|ed|ing|ements?)\b(?!\s(certificate|articles|bylaws|charter|agreement|plan|credit))(?<!amended\sand\srestated)|no\slonger\sbe\srelied|not\sbe\srelied|non-reliance|(accounting\s)?errors?\s(in|related|relating|identified|that)|misstatements?|(identified|discovered|correct(ion\sof)?)\s(an?|certain|the|these|immaterial|material|accounting|\s)*errors?)", Options)]
    private static partial Regex Error();

    [GeneratedRegex(@"\b((internal|independent|special|audit\scommittee)\s(?:\w+\s){0,3}(investigation|inquiry)|special\scommittee\b.{0,120}\b(investigat|review)\w*|investigation\s(by|of|into|conducted)|irregularities|audit\scommittee['’]?s?\s(?:\w+\s){0,3}(investigation|review|inquiry)|investigation\sis\s(ongoing|continuing))", Options)]
    private static partial Regex Investigation();

    [GeneratedRegex(@"\b(going\sconcern|chapter\s(7|11)\b|bankruptcy|insolven\w+|liquidity\s(issues|constraints|concerns|problems|position)|event\sof\sdefault|forbearance|receivership|restructuring\sof\s(its|the)\s(debt|indebtedness)|covenant\s(default|violation|compliance))", Options)]
    private static partial Regex Insolvency();

    [GeneratedRegex(@"\b(lack(s|ed|ing)?(\sof)?\s(\w+\s){0,2}(funds|funding|resources|capital|cash|liquidity)|insufficient\s(\w+\s)?(funds|capital|cash|financial\sresources)|unpaid\s(\w+\s){0,2}fees|(unable|inability|failure|not\sbeen\sable)\sto\s(\w+\s){0,2}pay\s.{0,60}(audit|account)|outstanding\s(audit\s)?fees|limited\s(financial|cash|capital)\sresources|has\snot\sengaged\s(an|a\snew)\s|no\s(independent\s)?auditor)", Options)]
    private static partial Regex Funds();

    [GeneratedRegex(@"\b(re-?evaluat\w+|accounting\s(treatment|matters?|issues?|for\s(certain|the|its))|technical\saccounting|valuation\s(of|allowance)|impairment\s(analysis|test\w*|charges?|of|assessment)|determin\w+\sthe\s(appropriate\s)?accounting|review\sof\s(certain|its|the)\saccounting|purchase\s(price\s)?accounting|classification\sof\s(certain|its|the)|revenue\srecognition|stock\soption\s(grants?|practices)|new\saccounting\s(standard|pronouncement)s?)", Options)]
    private static partial Regex AccountingMatter();

    [GeneratedRegex(@"\b(material\sweakness(es)?|significant\sdeficienc(y|ies)|deficienc(y|ies)\sin\s(its|our|the)\sinternal\scontrols?|control\sdeficienc(y|ies))", Options)]
    private static partial Regex Weakness();

    [GeneratedRegex(@"\b((SEC|Commission|Department\sof\sJustice|FDIC|FDA|NYSE|Nasdaq|regulator\w*|government\w*)\b.{0,60}\b(comments?|comment\sletter|subpoena|inquiry|investigation|enforcement|examination)|litigation|lawsuit|subpoena|legal\sproceedings?|class\saction|settlement\snegotiations|regulatory\s(matters?|examination|approval)|grand\sjury)", Options)]
    private static partial Regex Regulatory();

    [GeneratedRegex(@"\b(cyber\w*(\s?(security|attack|incident))?|ransomware|security\s(breach|incident)|data\s(breach|loss)|malware|unauthorized\saccess|computer\s(virus|failure|crash|problems?)|hard\sdrive|server\s(failure|outage)|information\stechnology\s(incident|outage))", Options)]
    private static partial Regex Cyber();

    [GeneratedRegex(@"\b((new|newly|recently|change[sd]?|changing|replac\w+|appoint\w+|engag\w+|retain\w+|transition\w*|resign\w+|dismiss\w+|successor|terminat\w+|first[-\s]year|former|prior)\b.{0,80}\b(auditors?|(independent\s)?(registered\s)?(public\s)?account(ing\sfirm|ants?)|audit\sfirm)|(auditors?|accountants?|accounting\sfirm)\b.{0,60}\b(resign\w+|dismiss\w+|was\sengaged|were\sengaged|was\sappointed|retained\son))", Options)]
    private static partial Regex AuditorChange();

    [GeneratedRegex(@"\b(EDGAR\b.{0,80}|filing\sagent|financial\sprinter|printer['’]s?|transmission|technical\s(difficult\w+|problems?|issues?)|edgariz\w+|XBRL\s|electronic\s(filing|transmission|submission))", Options)]
    private static partial Regex Edgar();

    [GeneratedRegex(@"\b(after\s5:30|5:30\s?p\.?\s?m|after\sthe\s(filing\s)?cut-?off)", Options)]
    private static partial Regex Cutoff();

    [GeneratedRegex(@"\b(additional|more)\stime\b", Options)]
    private static partial Regex MoreTime();

    [GeneratedRegex(@"\b(COVID(-19)?|coronavirus|pandemic|hurricane|flood\w*|earthquake|fire\sat|storm|tornado|typhoon|war\sin|power\soutage|September\s11|travel\srestrictions|lockdown|quarantine|snowstorm|natural\sdisaster|government\sshutdown)", Options)]
    private static partial Regex External();

    [GeneratedRegex(@"\b((information|documents?|documentation|statements|reports?|data|confirmations?|schedule)s?\s(from|of|by|provided\sby|to\sbe\sprovided\sby)\s(\w+\s){0,4}(third\spart(y|ies)|investees?|subsidiar(y|ies)|joint\sventures?|affiliates?|partnerships?|custodian|actuar\w+|vendors?|trustee|administrator|plan\ssponsor|service\sproviders?|appraiser)|third[-\s]party\s(valuation|information|reports?|apprais\w+|specialist|data)|awaiting\s.{0,80}\bfrom|(local\spartnerships?|investee\w*|equity\smethod)\b.{0,80}(not|delay|unable|complete))", Options)]
    private static partial Regex ThirdParty();

    [GeneratedRegex(@"\b(acqui(sition|red|ring|re)\b|merger|divestiture|dispos(al|ition)|business\scombination|initial\spublic\soffering|spin-?off|sale\sof\s(its|the|substantially|certain)|reverse\s(merger|acquisition|takeover)|de-?SPAC|refinancing|(private\splacement|credit\sfacility|financing)\s(transaction|closed|negotiat\w+)|negotiat\w+\s.{0,60}(lender|financing|credit|purchase)|reorganiz\w+|transactions?\s(completed|consummated|entered|closed|involving)|(significant|series\sof|strategic)\stransactions?|several\s(\w+\s)?transactions?)", Options)]
    private static partial Regex Transaction();

    [GeneratedRegex(@"\b((new|implement\w+|conver(sion|ting)|migrat\w+|upgrad\w+|transition\w*)\b.{0,60}\b(ERP|enterprise\sresource|accounting\s(system|software)|financial\s(reporting\s)?systems?|general\sledger|information\ssystems?|computer\ssystem|software)|systems?\s(conversion|implementation|migration))", Options)]
    private static partial Regex SystemChange();

    [GeneratedRegex(@"\b((resign\w+|depart\w+|turnover|terminat\w+|death|illness|absence|loss|vacan\w+|shortage|limited|reduc\w+|appoint\w+|new|hir(e|ing|ed)|chang\w+|insufficient)\b.{0,60}\b(chief\s(financial|executive|accounting)\sofficer|CFO|CEO|controller|accounting\s(staff|personnel|department|team)|finance\s(staff|team|department|personnel)|personnel|staff(ing)?|employees|management)|staffing|(chief\s(financial|accounting)\sofficer|CFO|controller)\b.{0,50}\b(resign\w+|depart\w+|left|illness|died|ill\b|hospital\w*)|illness|hospital(ized|ization)|in\s(the\s)?hospital|seriously\sill|medical\s(leave|emergency)|passed\saway)", Options)]
    private static partial Regex Personnel();

    [GeneratedRegex(@"\b(filer\sstatus|(became|becoming|first[-\s]time|status\sas|now|transition\w*\sto|qualif\w+\sas)\s(an?\s)?(large\s)?accelerated\sfiler|no\slonger\s(an?\s)?(smaller\sreporting|emerging\sgrowth|non-accelerated)|loss\sof\s(smaller|emerging))", Options)]
    private static partial Regex FilerStatus();

    [GeneratedRegex(@"\b((auditors?|accountants?|(public\s)?accounting\sfirm|independent\sregistered|audit(?!\scommittee)|review)\b.{0,160}\b(complet\w+|finaliz\w+|finish\w*|conclud\w+|additional\stime|more\stime|not\s(yet\s)?|unable|pending|ongoing|delay\w*|open\sitems)|(complet\w+|finaliz\w+|finish\w*|conclud\w+|delay\w*|time)\b.{0,120}\b(audits?(?!\scommittee)|auditors?|auditing|review\sby|accountants|accounting\sfirm|quarterly\sreview|independent\sreview|audit\sprocedures)\b)", Options)]
    private static partial Regex Audit();

    [GeneratedRegex(@"\b((complet(e|ing|ion)(?!(\sof)?\s((the|its|their|an|a)\s)?(\w+\s)?(audits?|reviews?|procedures|implementation|acquisition|merger|series)\b)|finaliz(e|ing|ation)|prepar(e|ing|ation)|compil(e|ing|ation)|clos(e|ing)|assembl\w+|gather\w*|finish\w*)\b.{0,140}\b(financial\s(statements?|information|data|results|reporting|reports?)|statements|disclosures?|footnotes|books|quarter|year[-\s]end|Form\s10|Form\s20|Form\s11|annual\sreport|quarterly\sreport|report|financials|closing\sprocess)|(financial\s(statements?|information|data)|disclosures?)\b.{0,100}\b(not\s(yet\s)?(been\s)?(complet\w+|finaliz\w+|available|prepared)|incomplete)|(still|yet|remain\w*)\sto\sbe\s(reconciled|completed|prepared|finali[sz]ed|consolidated)|delays?\sin\s(\w+\s){0,3}(obtaining|compiling|preparing|completing|closing))", Options)]
    private static partial Regex Statements();
}
