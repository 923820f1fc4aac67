using System.Buffers;
using System.Text.RegularExpressions;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>A reason with the words by which it is told.</summary>
/// <param name="Reason">The label.</param>
/// <param name="Words">The words.</param>
/// <param name="Stems">Pieces of words of which a sentence holds at least one, or it is not searched; separated by bars.</param>
/// <param name="MayBeNegated">What is not there or not done is the reason: "has not received", "could not complete".</param>
internal sealed record ReasonRule(LateFilingReason Reason, Regex Words, string Stems, bool MayBeNegated = false)
{
    private readonly SearchValues<string> stems = SearchValues.Create(Stems.Split('|'), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a search can find anything.</summary>
    public bool CanMatch(string text) => text.AsSpan().ContainsAny(stems);
}

/// <summary>The words by which notices tell why a report is late. Data: in the order of weight, the first that holds is the primary reason.</summary>
internal static partial class ReasonLexicon
{
    public static readonly ReasonRule[] Rules =
    [
        new(LateFilingReason.ErrorOrRestatement, Error(), "restat|relied|relian|error|misstat|irregularit|incorrectly"),
        new(LateFilingReason.InternalInvestigation, Investigation(), "investigat|inquiry|committee|irregularit|forensic|whistle"),
        new(LateFilingReason.LiquidityGoingConcernBankruptcy, Insolvency(), "going concern|chapter|bankrupt|insolven|liquidity|default|forbear|receivership|restructur|covenant|ceas|wind|debtor|reorgani"),
        new(LateFilingReason.AuditorUnpaidOrLackOfFunds, Funds(), "fund|cash|money|capital|unpaid|pay|paid|outstanding|limited|resources|auditor|liquidity|financ", MayBeNegated: true),
        new(LateFilingReason.AccountingMatterUnderReview, AccountingMatter(), "account|valuation|fair value|impair|purchase|classif|revenue|tax|embedded|derivative|warrant|allowance|reserve|provision|GAAP|generally|ASC|FAS|EITF|option|evaluat|staff|lease|adopt|complex", MayBeNegated: true),
        new(LateFilingReason.MaterialWeakness, Weakness(), "weakness|deficienc"),
        new(LateFilingReason.LitigationOrRegulatory, Regulatory(), "comment|inquir|investigat|examin|litigation|lawsuit|subpoena|legal|class action|settlement|regulat|grand jury|arbitration|injunction|consent order|enforcement|review"),
        new(LateFilingReason.CyberOrIt, Cyber(), "cyber|ransom|security|data|malware|phish|unauthori|encrypt|virus|computer|hard d|server|outage|incident|disruption|failure"),
        new(LateFilingReason.AuditorChangeOrFirstYear, AuditorChange(), "audit|account"),
        new(LateFilingReason.EdgarTechnicalOrCutoff, Edgar(), "EDGAR|agent|printer|transmi|technical|XBRL|electronic|filing|tagging"),
        new(LateFilingReason.ExternalEvent, External(), "COVID|corona|pandemic|epidemic|omicron|shelter|stay|hurricane|flood|earthquake|fire|storm|blizzard|tornado|typhoon|evacuat|war|power|September 11|terror|travel|lockdown|quarantine|disaster|shutdown|explosion|water|theft|disruption"),
        new(LateFilingReason.ThirdPartyInformation, ThirdParty(), "receiv|deliver|provid|furnish|obtain|suppl|issu|complet|return|respon|sent|wait|pending|delay|third|access|correct|unable|inabil|available|slow|yet|forward|remit|secur|gather|receipt", MayBeNegated: true),
        new(LateFilingReason.Transaction, Transaction(), "acqui|merger|divest|dispos|sale|sold|combination|offering|statement|spin|discontinued|reverse|SPAC|refinanc|private|tender|change|financ|negotiat|waiver|amend|extension|modif|reorgani|restructur|transaction|purchase|lender"),
        new(LateFilingReason.SystemChange, SystemChange(), "system|software|platform|ERP|ledger|enterprise"),
        new(LateFilingReason.Personnel, Personnel(), "officer|CFO|CEO|controller|treasurer|bookkeeper|director|staff|personnel|employee|team|group|department|function|illness|hospital|ill|leave|emergency|passed|furlough"),
        new(LateFilingReason.FilerStatusChange, FilerStatus(), "filer|reporting|emerging"),
        new(LateFilingReason.AuditOrReviewIncomplete, Audit(), "audit|account|review|independen", MayBeNegated: true),
        new(LateFilingReason.StatementsIncomplete, Statements(), "e", MayBeNegated: true),
        new(LateFilingReason.EdgarTechnicalOrCutoff, Cutoff(), "5:30|cut|minutes"),
    ];

    /// <summary>A sentence about errors speaks of acquisitions and people as part of them.</summary>
    public static bool IsAboutError(string text) => Error().IsMatch(text);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Auditor = @"(auditors?|(independent\s)?(registered\s)?(certified\s)?(public\s)?account(ing\sfirm|ants?)|audit\sfirm)";

    [GeneratedRegex(@"\b(restat(e|ed|ing|ements?)\b(?!\s(certificate|articles|bylaws|charter|agreement|plan|credit))(?<!amended\sand\srestated)|no\slonger\sbe\srelied|not\sbe\srelied|non-reliance|(accounting\s)?errors?\s(in|related|relating|identified|that)|misstatements?|irregularit(y|ies)"
        + @"|(identified|discovered|detected|correct(ion\sof)?)\s(an?\s|certain\s|the\s|these\s|immaterial\s|material\s|potential\s|possible\s|accounting\s){0,4}errors?|incorrectly\s(recorded|applied|recogni[sz]ed|accounted|classified))", Options)]
    private static partial Regex Error();

    [GeneratedRegex(@"\b((internal|independent|special|audit\scommittee)\s(\w+\s){0,3}(investigation|inquiry)|special\scommittee\b.{0,120}\b(investigat|review)\w{0,4}|investigation\s(by|of|into|conducted|being)|irregularities|audit\scommittee['’]?s?\s(\w+\s){0,3}(investigation|inquiry)|(audit|special)\scommittee\b.{0,80}\b(is\sconducting|has\scommenced|initiated|commenced|undert\w{2,5})\b.{0,40}\b(review|investigation|inquiry)|investigation\sis\s(ongoing|continuing)|forensic\s(accountants?|review|investigation|audit)|whistle-?blower)", Options)]
    private static partial Regex Investigation();

    [GeneratedRegex(@"\b((evaluat\w{1,4}|assess\w{0,4}|analy[sz]\w{1,4}|conclu\w{1,5}|determin\w{1,5}|consider\w{1,6}|uncertaint\w{1,3}|relat\w{1,3}|disclosures?)\b.{0,100}\bgoing\sconcern|chapter\s(7|11)\b|bankruptcy|insolven\w{1,3}|liquidity\s(issues|constraints|concerns|problems|position|difficulties)|events?\sof\sdefault|forbearance|receivership|restructuring\sof\s(its|the)\s(debt|indebtedness)|covenant\s(default|violation|compliance|breach)|not\sin\scompliance\b.{0,60}\bcovenants?|covenants?\b.{0,80}\bnot\sin\scompliance|ceas\w{1,3}\soperations|wind(ing)?\s(down|up)|debtors?[-\s]in[-\s]possession|reorganization\splan|plan\sof\sreorganization)", Options)]
    private static partial Regex Insolvency();

    [GeneratedRegex(@"\b(lack(s|ed|ing)?(\sof)?\s(\w+\s){0,3}(funds|funding|resources|capital|cash|liquidity|money)|insufficient\s(\w+\s)?(funds|capital|cash|financial\sresources|liquidity)|(not|n['’]t)\s(yet\s)?have\s(the\s|sufficient\s|adequate\s|enough\s){0,2}(\w+\s)?(funds|cash|money|capital|resources)|unpaid\s(\w+\s){0,2}(fees|invoices|balances?)|(unable|inability|failure|not\sbeen\sable|not)\s(to\s)?(\w+\s){0,2}(pay|paid|compensate)\s.{0,80}(audit|account)|outstanding\s(audit\s|balances?|invoices?|fees)\b.{0,60}(fees|audit\w{0,3}|account\w{0,5})|limited\s(financial|cash|capital|funds)(\sresources)?|(financial|cash|working\scapital|funding|cash\sflow)\s(constraints?|difficult(y|ies)|shortages?|limitations)|has\snot\sengaged\s(an|a\snew)\s|no\s(independent\s)?auditor|(raise|raising|obtain|secure)\s(\w+\s){0,3}(funds|funding|financing|capital)\b.{0,60}\b(pay|audit|complete|fil))", Options)]
    private static partial Regex Funds();

    [GeneratedRegex(@"\b(re-?evaluat\w{1,4}|accounting\s(treatment|matters?|issues?|implications|consequences|analys[ie]s|for\s(certain|the|its|our|a|an|leases?|income|warrants|revenue|derivative\w*|complex))|technical\saccounting|valuations?(\s(of|allowance|analys[ie]s|reports?|work|process|could|has|have|is|for)|\b.{0,40}\b(complet|not))|fair\svalues?(\s(of|measurements?|analys[ie]s|determination))?|impairment\s(analys[ie]s|test\w{0,3}|charges?|of|assessments?|evaluations?|review)|(goodwill|asset|long-lived)\s(\w+\s){0,2}impairments?|determin\w{1,5}\sthe\s(appropriate\s|proper\s|correct\s)?accounting|(proper|appropriate)\s(accounting|treatment|classification)|review\sof\s(certain|its|the)\saccounting|purchase\s(price\s)?(accounting|allocation)|classification\sof\s(certain|its|the)|revenue\srecognition|recogni[sz]\w{1,5}\s(of\s)?revenues?|stock\soption\s(grants?|practices)|new\saccounting\s(standards?|pronouncements?|guidance)|adopt(ion|ed|ing)\s(of\s)?(ASC|ASU|SFAS|FIN|IFRS|the\snew)|(ASC|SFAS|FAS|EITF)\s(Topic\s)?(No\.\s)?\d{2,3}|(income|deferred)\stax(es)?\s(provision|accounting|matters?|expense|assets?|liabilit\w{1,3}|position|calculation|return)|provision\sfor\s(income\s)?tax(es)?|tax\s(provision|matters?|positions?|accounting|implications|consequences)|embedded\s(conversion|derivative)|derivative\s(instruments?|liabilit\w{1,3}|accounting)|complex\s(financial\s|accounting\s)?(instruments|transactions|accounting|issues)|warrants?\b.{0,60}\b(account|valu|classif)\w{1,6}|(allowance|reserves?|provision)\sfor\s(loan|credit|doubtful|losses)|staff\sstatement|lease\saccounting|accounting\sfor\sleases|(conversion|conform\w{1,3}|convert\w{0,3})\b.{0,80}\b(GAAP|generally\saccepted))", Options)]
    private static partial Regex AccountingMatter();

    [GeneratedRegex(@"\b(material\sweakness(es)?|significant\sdeficienc(y|ies)|deficienc(y|ies)\sin\s(its|our|the)\sinternal\scontrols?|control\sdeficienc(y|ies))", Options)]
    private static partial Regex Weakness();

    [GeneratedRegex(@"\b((SEC|Commission|Department\sof\sJustice|FDIC|FDA|NYSE|Nasdaq|OCC|Federal\sReserve|regulator\w{0,3}|government\w{0,3}|Comptroller|Insurance\sDepartment|Division\sof\sCorporation\sFinance)\b.{0,80}\b(comments?|comment\sletter|subpoena|inquir(y|ies)|investigation|enforcement|examin(ation|ers)|review)|comment\sletter|(comments|inquir(y|ies))\sfrom\sthe\s(staff|SEC|Commission)|litigation|lawsuits?|subpoena|legal\sproceedings?|class\saction|settlement\snegotiations|(regulatory|bank|safety\sand\ssoundness)\s(matters?|examinations?|approval)|examination\sby|examiners|grand\sjury|arbitration|injunction|consent\sorder)", Options)]
    private static partial Regex Regulatory();

    [GeneratedRegex(@"\b(cyber\w{0,8}(\s?(security|attack|incident))?|ransomware|security\s(breach|incident)|data\s(breach|loss)|malware|phishing|unauthori[sz]ed\s(access|activity|party)|encrypt\w{1,4}|computer\s(virus|failure|crash|problems?|malfunction)|hard\s(drive|disk)|server\s(failure|outage|crash)|(information\stechnology|IT|network|systems?)\s(incident|outage|disruption|failure)s?)", Options)]
    private static partial Regex Cyber();

    [GeneratedRegex(@"\b((new|newly\s\w+|successor|replacement)\s(\w+\s){0,3}" + Auditor + @"|(chang\w{1,3}|replac\w{1,5}|appoint\w{1,5}|engag\w{1,5}|retain\w{1,5}|select\w{1,4}|resign\w{1,5}|resignation\sof|dismiss\w{1,4}|terminat\w{1,4}|hir(ed|ing)|switch\w{1,3}|transition\w{0,4})\b(?!\s(special\s)?counsel)[^;,.]{0,60}\b" + Auditor + @"|" + Auditor + @"\b.{0,80}\b(resign\w{0,5}|dismiss\w{1,4}|was\s(engaged|replaced|appointed|terminated)|were\s(engaged|replaced|dismissed)|retained\son|denied\sthe\sprivilege|barred|revoked)|first[-\s]year\s(audit|" + Auditor + @")|re-?audit\w{0,3})", Options)]
    private static partial Regex AuditorChange();

    [GeneratedRegex(@"\b(EDGAR\b.{0,80}|filing\sagent|financial\sprinter|printer['’]s?|transmission|technical\s(difficult\w{1,3}|problems?|issues?)|edgari[sz]\w{1,5}|(i?XBRL)\s|(XBRL|tagging)\b.{0,40}\b(complet|delay|error)|electronic\s(filing|transmission|submission)|filing\s(software|system|codes))", Options)]
    private static partial Regex Edgar();

    [GeneratedRegex(@"\b(after\s5:30|5:30\s?p\.?\s?m|after\sthe\s(filing\s)?cut-?off|(several|few|\d+)\sminutes)", Options)]
    private static partial Regex Cutoff();

    [GeneratedRegex(@"\b(COVID(-19)?|coronavirus|pandemic|epidemic|Omicron|shelter[-\s]in[-\s]place|stay[-\s]at[-\s]home|hurricane|flood\w{0,4}|earthquake|fire\s(at|in|that|which|destroyed|damaged)|wildfires?|ice\sstorm|storm|blizzard|tornado|typhoon|tropical\sstorm|evacuat\w{1,4}|war\sin|power\s(outage|failure)|September\s11|terrorist|travel\srestrictions|lockdowns?|quarantine|snowstorm|natural\sdisaster|government\sshutdown|explosion|water\sdamage|theft\sof|market\sdisruptions?|disruptions?\sin\sthe\s(\w+\s){0,3}markets?)", Options)]
    private static partial Regex External();

    private const string Wait = @"(not\s(yet\s)?(been\s)?(\w+\s)?(receiv|deliver|provid|furnish|obtain|suppl|issu|reissu|return|respond|sent|made\savailable|available|forward|remit)\w{0,4}|await\w{0,3}|waiting\s(for|on|to)|pending\s(the\s)?receipt|delay\w{0,3}\s(in\s)?(receiv|receipt|obtain|deliver|provid|furnish)\w{0,4}|late\s(receipt|delivery)|receipt\sof|has\syet\sto|have\syet\sto|until\b.{0,80}\b(received|provided|delivered|obtained)|(inability|unable)\sto\s(timely\s)?(obtain|receive|secure|gather)|needs?\sto\sobtain|time\sto\sobtain|to\sbe\s(received|provided|furnished)|slow\sto|only\srecently\s(received|provided))";
    private const string Party = @"(third[-\s]part(y|ies)|investees?|subsidiar(y|ies)|joint\sventures?|affiliates?|(local\s|operating\s|investment\s|underlying\s|portfolio\s){0,2}(partnerships?|funds?|companies)|investment\sfunds?|custodian|actuar\w{1,4}|vendors?|trustee|administrator|plan\ssponsor|record-?keeper|service\sproviders?|servicers?|appraisers?|valuation\s(firm|specialists?|experts?)|banks?|lenders?|customers?|suppliers?|operators?|sub-?advis[eo]rs?|tenants?|sellers?|consultants?|outside\scounsel|legal\scounsel|attorneys?|(predecessor|former|prior)\s(\w+\s){0,3}(auditors?|accountants?|accounting\sfirm)|insurers?|reinsurers?|engineers?|counterpart(y|ies)|clearing|brokers?)";

    [GeneratedRegex(@"\b((" + Wait + @")\b.{0,160}\b" + Party + @"|" + Party + @"\b(?!['’]s\sfinancial).{0,140}\b" + Wait + @"|" + Wait + @"\s.{0,100}\b(from|by)\b.{0,60}\b(information|documents?|documentation|statements|reports?|data|confirmations?|certificates?|opinions?|consents?|K-1s?)|(information|documents?|documentation|statements|reports?|data|confirmations?|schedules?|certificates?|workpapers|work\spapers|consents?)\s(from|of|by|provided\sby|to\sbe\sprovided\sby)\s(\w+\s){0,4}" + Party + @"\b.{0,60}\b" + Wait + @"|third[-\s]party\s(valuation\sreports?|information|reports?|appraisals?|data)|await\w{0,3}\s.{0,80}\bfrom|corrected\s(\w+['’]?s?\s){0,2}(certificate|statement|report|data)|(local\spartnerships?|investee\w{0,1}|equity\smethod)\b.{0,80}(not|delay|unable|complete)|unable\sto\sobtain\s(\w+\s){0,5}(information|documents|documentation|confirmations?|data|statements|consent)|not\s(yet\s)?(had|have|been\sgiven|been\sgranted)\s(physical\s)?access\sto|access\sto\s(the\s)?(\w+\s){0,2}(workpapers|work\spapers))", Options)]
    private static partial Regex ThirdParty();

    [GeneratedRegex(@"\b(acqui(sitions?|red|ring|re)\b|mergers?|divest(ed|iture|ment|ing)|dispos(al|ition|ed)|(completed|completion\sof|closed|announced|pending|proposed|recent)\s(the\s)?sale\s|sold\s(its|the|substantially|all)|business\scombinations?|initial\spublic\soffering|(registration\sstatement|proxy\sstatement)|spin-?off|sale\sof\s(its|the|substantially|certain|all)|discontinued\soperations?|reverse\s(merger|acquisition|takeover)|de-?SPAC|refinanc\w{1,3}|going\sprivate|tender\soffer|change\s(in|of)\s(control|ownership)|(private\splacement|credit\sfacility|financing)\s(transaction|closed|negotiat\w{1,4})|negotiat\w{1,5}\s.{0,80}(lenders?|financing|credit|purchase|waiver|noteholders|amendment)|(amend\w{0,5}|waiver|extension|modification)\b.{0,60}\b(credit|loan|senior|debt|note|indenture)\s(agreement|facility|purchase)?|reorgani[sz]\w{1,6}|restructuring|transactions?\s(completed|consummated|entered|closed|involving)|(significant|series\sof|strategic|recent)\stransactions?|several\s(\w+\s)?transactions?|purchase\sprice\sallocation|change\s(in|of)\s(its\s|the\s)?fiscal\syear)", Options)]
    private static partial Regex Transaction();

    [GeneratedRegex(@"\b((new|implement\w{0,5}|conver(sion|ting|ted)|migrat\w{1,4}|upgrad\w{1,3}|transition\w{0,4}|install\w{0,6}|cut-?over|chang\w{1,3}|replac\w{1,5}|integrat\w{1,4})\b.{0,80}\b(ERP|enterprise\sresource|accounting\s(system|software|platform)|financial\s(reporting\s)?(systems?|software)|general\sledger|information\ssystems?|computer\ssystems?|(billing|payroll|inventory|servicing|management|reporting|processing|consolidation|software|operating)\s(systems?|platform|software)|software|platform)|(ERP|accounting|information|computer|servicing|financial|billing)\s?systems?\s(conversion|implementation|migration|upgrade)|systems?\s(conversion|implementation|migration))", Options)]
    private static partial Regex SystemChange();

    private const string Staff = @"(chief\s(financial|executive|accounting|operating)\sofficer|CFO|CEO|(corporate\s|assistant\s|financial\s)?controller|treasurer|bookkeeper|director\sof\s(financial\sreporting|finance|accounting)|(accounting|finance|financial)(\sand\s(finance|accounting))?\s(staff|personnel|department|team|employees|group|function)|key\s(\w+\s)?(personnel|employees?|staff)|personnel|staff(ing)?|employees)";

    [GeneratedRegex(@"\b((resign\w{0,5}|depart\w{0,4}|turnover|terminat\w{1,4}|death|illness|absence|loss|los[et]|vacan\w{1,3}|shortages?|limited|reduc\w{1,5}|appoint\w{1,5}|new|hir(e|ing|ed)|chang\w{1,3}|insufficient|small|furlough\w{0,3}|replac\w{1,5}|lack\sof|unavailab\w{1,5}|medical|retire\w{0,4}|transition\w{0,3}|layoffs?)\b[^;,.]{0,50}\b" + Staff + @"|" + Staff + @"\b.{0,60}\b(resign\w{1,5}|depart\w{1,4}|left|illness|died|ill\b|hospital\w{0,6}|vacan\w{1,3}|retire\w{1,4}|turnover|shortages?|furlough\w{0,3}|passed|quit|on\sleave)|staffing\s(shortages?|constraints?|changes?|limitations?|issues)|illness|hospital(ized|ization)|in\s(the\s)?hospital|seriously\sill|(medical|maternity|family)\s(leave|emergency)|passed\saway|furloughed)", Options)]
    private static partial Regex Personnel();

    [GeneratedRegex(@"\b(filer\sstatus|(became|becoming|first[-\s]time|status\sas|now|transition\w{0,4}\sto|qualif\w{1,4}\sas)\s(an?\s)?(large\s)?accelerated\sfiler|no\slonger\s(an?\s)?(smaller\sreporting|emerging\sgrowth|non-accelerated)|loss\sof\s(smaller|emerging))", Options)]
    private static partial Regex FilerStatus();

    [GeneratedRegex(@"\b((auditors?|accountants?|(public\s)?accounting\sfirm|independent\sregistered|audit(?!\scommittee)|(quarterly|independent|SAS\s100|auditor['’]?s?)\sreview)\b.{0,160}\b(complet\w{1,4}|finali[sz]\w{1,3}|finish\w{0,3}|conclud\w{1,3}|additional\s(time|procedures|audit)|more\stime|not\s(yet\s)?|unable|pending|ongoing|delay\w{0,3}|open\sitems|requested|must\s(re-?)?audit|begin|began|commence\w{0,2}|requires?|backlog|workload)|(complet\w{1,4}|finali[sz]\w{1,3}|finish\w{0,3}|conclud\w{1,3}|delay\w{0,3}|time)\b.{0,120}\b(audits?(?!\scommittee)|auditors?|auditing|review\sby|accountants|accounting\sfirm|quarterly\sreview|independent\sreview|audit\sprocedures)\b|additional\saudit\sprocedures|auditor\sindependence|independence\sof\s(its|the|our)\s(auditors?|accountants?))", Options)]
    private static partial Regex Audit();

    [GeneratedRegex(@"\b((complet(e|ing|ion|ed)(?!(\sof)?\s((the|its|their|an|a)\s)?(\w+\s)?(audits?|reviews?|procedures|implementation|acquisition|merger|series|sale)\b)|finali[sz](e|ing|ation)|prepar(e|ing|ation)|compil(e|ing|ation)|clos(e|ing)|assembl\w{1,3}|gather\w{0,3}|finish\w{0,3}|disseminat\w{1,4})\b.{0,140}\b(financial\s(statements?|information|data|results|reporting|reports?)|statements|disclosures?|footnotes|books|quarter|year[-\s]end|Form\s10|Form\s20|Form\s11|annual\sreport|quarterly\sreport|report|financials|closing\sprocess|information)|(financial\s(statements?|information|data)|disclosures?|books|financials)\b.{0,100}\b(not\s(yet\s)?(been\s)?(complet\w{1,3}|finali[sz]\w{1,3}|available|prepared)|incomplete)|(still|yet|remain\w{0,3})\sto\sbe\s(reconciled|completed|prepared|finali[sz]ed|consolidated)|delays?\sin\s(\w+\s){0,3}(obtaining|compiling|preparing|completing|closing)|not\s(yet\s)?(been\s)?completed|longer\sthan\s(was\s|originally\s|initially\s)?(anticipated|expected)|time\sconstraints|consolidat(e|ing|ion)\s(of\s)?(the\s|its\s)?(results|accounts|books|subsidiar\w{1,3}|financial))", Options)]
    private static partial Regex Statements();
}
