using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>The words by which accounting areas, causes and finders are told. Data: a line per label.</summary>
internal static partial class DisclosureLexicon
{
    private const byte Understood = 80;

    /// <summary>Areas named in sentences about the error; what only tells the effect in amounts speaks where nothing else does.</summary>
    public static IReadOnlyList<Finding<AccountingArea>> Areas(IReadOnlyList<Passage> about, string rule)
    {
        var found = Label(AreaWords, about.Where(sentence => !Topics.IsEffect(sentence.Text)), rule + ".area", area: true);
        return found.Count > 0 ? found : Label(AreaWords, about, rule + ".area", area: true);
    }

    /// <summary>Causes.</summary>
    public static IReadOnlyList<Finding<ErrorCause>> Causes(IEnumerable<Passage> sentences, string rule) => Label(CauseWords, sentences, rule + ".cause");

    /// <summary>Who found it.</summary>
    public static IReadOnlyList<Finding<ErrorIdentifier>> Identifiers(IEnumerable<Passage> sentences, string rule) => Label(IdentifierWords, sentences.Where(sentence => !IsAboutControl(sentence.Text)), rule + ".identified-by");

    private static List<Finding<TCode>> Label<TCode>((TCode Code, Regex Words)[] lexicon, IEnumerable<Passage> sentences, string rule, bool area = false)
        where TCode : struct, Enum
    {
        var found = new List<Finding<TCode>>();
        foreach (var sentence in sentences)
        {
            var text = sentence.Text;
            var end = area ? Topics.EndOfEffects(text) : text.Length;
            foreach (var (code, words) in lexicon)
            {
                if (found.Exists(finding => EqualityComparer<TCode>.Default.Equals(finding.Code, code)))
                    continue;
                var match = words.Match(text, 0, end);
                while (match.Success && (Assertion.IsNegated(text, match.Index) || (area && Topics.IsName(text, match))))
                    match = match.NextMatch();
                if (match.Success)
                    found.Add(new Finding<TCode>(code, sentence.Cite(0, text.Length, rule, Understood)));
            }
        }
        return found;
    }

    /// <summary>Whether a sentence speaks of internal control and not of the statements: who found that weak did not find the error.</summary>
    public static bool IsAboutControl(string sentence) => Control.IsMatch(sentence) && !Statements.IsMatch(sentence);

    private static readonly Regex Control = Words(@"material\sweakness(es)?|internal\scontrols?");
    private static readonly Regex Statements = Words(@"financial\sstatements|errors?|restat\w+|relied|reliance|rely");

    private static Regex Words(string pattern) => new(@"\b(" + pattern + @")\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly (AccountingArea Code, Regex Words)[] AreaWords =
    [
        (AccountingArea.WarrantsAndEmbeddedDerivatives, Words(@"warrants?(?!\sthe\b)|embedded\s(derivatives?|conversion)|beneficial\sconversion|conversion\s(feature|option)s?|derivative\sliabilit(y|ies)|earn-?out\s(shares|liabilit\w+)|bifurcat\w+")),
        (AccountingArea.TemporaryEquityAndShareClassification, Words(@"temporary\sequity|permanent\sequity|mezzanine|ASC\s480|redeemable\s(\w+\s){0,2}(shares|stock)|subject\sto\s(possible\s)?redemption|classification\sof\s(\w+\s){0,4}(shares|stock)")),
        (AccountingArea.Revenue, Words(@"revenues?(\srecognition)?(?!\sexcluding)|net\ssales|sales\s(cut-?off|returns?|transactions?|incentives|allowances)|cut-?off|customer\s(incentives|contracts|rebates|deposits)|deferred\srevenue|ASC\s(Topic\s)?606|principal\s(versus|or|vs\.?)\sagent|gross\s(versus|or)\snet|percentage[-\s]of[-\s]completion|bill[-\s]and[-\s]hold|side\s(letters?|agreements?|arrangements?)|channel\sstuffing|long-term\scontracts?|estimates?\sat\scompletion|sell-?through|consignment|multiple[-\s]element")),
        (AccountingArea.CostOfSalesInventory, Words(@"inventor(y|ies)|costs?\sof\s(sales|goods|revenues?|product)|(vendor|supplier|cooperative|co-op)\s(allowances?|rebates?|consideration|funding|advertising)|work[-\s]in[-\s]process|overhead\sabsorption|raw\smaterials")),
        (AccountingArea.Expense, Words(@"(operating|research\sand\sdevelopment|product\sdevelopment|development|selling|administrative|non-?interest|payroll|advertising|exploration|marketing|professional|start-?up|organization|software)\s(expenses?|costs?|fees)|capitali[sz](ed|ation|ing)\s(of\s)?(\w+\s){0,3}(costs|expenses|commissions|interest)|expenses?\sin\sthe\s(wrong|incorrect|proper)\speriod")),
        (AccountingArea.LiabilitiesAccrualsReserves, Words(@"accru(als?|ed|ing)(?!\sinterest\sincome)|accounts\spayable|reserves?|provisions?\sfor(?!\s(income\s)?tax)|liabilities\sfor|un(der)?-?(recorded|accrued)\s(liabilit(y|ies)|expenses?)|rebate|warranty|self-?insurance|asset\sretirement\sobligations?|incurred\sbut\snot\sreported|IBNR")),
        (AccountingArea.ReceivablesLoansInvestmentsCash, Words(@"(accounts|notes|loans?|finance|trade)\sreceivables?|receivables|allowances?\sfor\s(doubtful|loan|credit|bad)|bad\sdebts?|uncollectib\w+|collectab?ib?ility|provisions?\sfor\s(loan|credit|doubtful|bad)|CECL|charge-?offs?|loans\sheld\sfor\ssale|other-than-temporary|loan\sloss|marketable\ssecurities|investments?\sin\s(securities|affiliates)|restricted\scash|cash\sand\scash\sequivalents|construction\sin\sprogress\sdeposits")),
        (AccountingArea.Debt, Words(@"convertible\s(debts?|notes?|debentures?|bonds?)|notes?\spayable|debt\s(discount|issuance|extinguishment|modification|classification|covenants?|service)|indebtedness|interest\sexpenses?|debentures?|mortgage\s(loans?|notes?)|(term|bridge|senior)\sloans?|credit\s(facility|agreement)|due\son\sdemand|borrowings|lender|troubled\sdebt")),
        (AccountingArea.StockAndExecutiveCompensation, Words(@"(share|stock|equity)-?\s?based\s(compensation|payments?|awards?)|stock\scompensation|measurement\sdates?|backdat\w+|option\s(awards?|pricing|expense)|stock\soptions?|option\sgrants?|compensation\sexpenses?|restricted\sstock|ASC\s718|executive\scompensation|deferred\scompensation")),
        (AccountingArea.IncomeTax, Words(@"income\stax(es)?|deferred\s(income\s)?tax(es)?|tax\s(provision|benefit|expense|liabilit\w+|assets?|accounting|basis|positions?|rate)|effective\stax\srate|FIN\s48|transfer\spricing|valuation\sallowance|NOLs?")),
        (AccountingArea.CashFlowClassification, Words(@"statements?\sof\scash\sflows?|cash\sflows?\s(classification|statement|presentation)|classification\sof\s(certain\s)?cash\sflows?|cash\s(out|in)flows|(operating|investing|financing)\s(cash\sflows?|activities)")),
        (AccountingArea.BalanceSheetClassification, Words(@"balance\ssheet\s(classification|presentation)|(classif|present|report|record)\w+\s(\w+\s){0,6}as\s(a\s)?(current|non-?current|long-?term|short-?term|due\son\sdemand)|(current|non-?current|long-?term)\sliabilit(y|ies)|misclassif\w+|classification\serrors?|reclassif\w+\s(\w+\s){0,8}(current|long-?term|short-?term|balance\ssheet)|current\sversus\s(non-?current|long-?term)")),
        (AccountingArea.AcquisitionDisposalReorganization, Words(@"purchase\s(price|accounting)|business\scombinations?|reverse\s(acquisition|merger|recapitali[sz]ation)|recapitali[sz]ation|(accounting\sfor|relat\w+\sto)\s(the|its|an|certain)\s(\w+\s){0,3}(acquisitions?|merger|dispositions?)|bargain\spurchase|contingent\sconsideration|discontinued\soperations")),
        (AccountingArea.ConsolidationVieFx, Words(@"non-?controlling\sinterests?|minority\sinterests?|consolidat(ion|e|ing)\s(of|the|certain)|(not|failed\sto|should\shave\sbeen)\s(been\s)?consolidat\w+|deconsolidat\w+|equity\smethod|variable\sinterest\sentit(y|ies)|VIEs?|foreign\s(currency|exchange)|currency\stranslation|intercompany")),
        (AccountingArea.RelatedPartyForeignSubsidiary, Words(@"related[-\s]part(y|ies)|(foreign|overseas|international|Chinese|PRC|Japanese|Mexican|Brazilian|Italian|UK|U\.K\.|British|Irish|French|Spanish|Dutch|Swiss|Polish|Israeli|Russian|Taiwanese|Australian|Canadian|Korean|Indian|German|Argentine|European|Asian)\s(operating\s|sales\s)?(subsidiar(y|ies)|operations|affiliates?|business)|affiliates?\sof\s(its|our|the)|transactions?\swith\s(its|our|an?)\s(\w+\s){0,2}(officers?|directors?|affiliates?|shareholders?|stockholders?)")),
        (AccountingArea.PpeIntangibleImpairment, Words(@"impair(ments?|ed)|goodwill|intangible(\sassets?)?|depreciation|amortization|fixed\sassets|mineral\s(property|properties|rights)|exploration\scosts|oil\sand\sgas\sproperties|proved\sreserves|full\scost|useful\sli(fe|ves)|property,?\s(plant\s)?and\sequipment|construction\sin\sprogress|long-lived\sassets")),
        (AccountingArea.Lease, Words(@"leases?|leased|rent\sholidays?|landlord|tenant\simprovement\w*|ASC\s842|lease\saccounting|rent\sexpense|leasehold")),
        (AccountingArea.DerivativeHedge, Words(@"hedg(e|es|ing)|swaps?|cash\sflow\shedge\w*|SFAS\s133|FAS\s133|(?<!embedded\s)derivative\s(instruments?|transactions?|accounting)|SFAS\s(No\.\s)?133")),
        (AccountingArea.EpsShareCount, Words(@"(earnings|loss|income)\sper\s(\w+\s)?share|weighted[-\s]average\s(number\sof\s)?(shares|\w+\sshares)|share\scount|two-class\smethod|diluted\sshares")),
        (AccountingArea.PensionBenefit, Words(@"pensions?|post-?retirement|benefit\splans?|retirement\splans?")),
        (AccountingArea.ContingencyCommitment, Words(@"contingenc(y|ies)|contingent\sliabilit(y|ies)|legal\ssettlements?|litigation\saccrual|loss\scontingenc\w+")),
        (AccountingArea.SegmentDisclosure, Words(@"segment\s(reporting|disclosures?|information)|reportable\ssegments?")),
    ];

    private static readonly (ErrorCause Code, Regex Words)[] CauseWords =
    [
        (ErrorCause.FraudOrMisconduct, Words(@"fraud\w*|misconduct|intentional(ly)?|irregularit(y|ies)|embezzl\w+|falsif\w+|fictitious|backdat\w+|collu\w+|override\sof\scontrols|manipulat\w+|manual\sjournal\sentries|fabricat\w+|forge(d|ry)|conceal\w+|misappropriat\w+|kickbacks?|brib\w+")),
        (ErrorCause.RegulatoryInterpretation, Words(@"SEC\sStaff\sStatement|staff\sstatement\son\saccounting|(statement|guidance|interpretation)\s(issued\s)?(by|from|of)\sthe\s(staff\sof\sthe\s)?(SEC|Securities\sand\sExchange\sCommission|Division\sof\sCorporation)|Acting\sDirector\sof\sthe\sDivision")),
        (ErrorCause.AuditorStatus, Words(@"(auditor|accountant|accounting\sfirm|BF\sBorgers)\b.{0,120}\b(not\sregistered|barred|suspended|revoked|denied\sthe\sprivilege|not\sindependent|independence|permanently)|PCAOB\b.{0,60}\brevok\w+|lack\sof\sindependence")),
        (ErrorCause.InterimNotReviewed, Words(@"(not|never)\s(been\s)?reviewed\sby|without\s(a|the)\s(\w+\s)?review\s(by|of)|had\snot\scompleted\s(its|their|the)\s(SAS\s100\s)?review|review\s(was|had)\snot\s(been\s)?complet\w+")),
        (ErrorCause.ClericalOrData, Words(@"clerical|mathematical|computational|spreadsheet|calculation\serrors?|data\s(entry|input)|typographical|formula|arithmetic|transposition|double[-\s]count\w+")),
        (ErrorCause.SystemOrProcess, Words(@"(system|software|ERP)\s(error|conversion|implementation|migration|limitation)s?|reconcil\w+\s(process|procedures|errors)|cut-?off\s(procedures|errors)|process\s(error|failure)s?")),
        (ErrorCause.RuleMisapplication, Words(@"incorrectly\s(applied|recogni[sz]ed|recorded|capitalized|classified|accounted|calculated|presented|reported|included|excluded)|misappli\w+|mis-?interpret\w+|improper(ly)?\s(appli\w+|recogni\w+|account\w+|classif\w+|record\w+|capitaliz\w+)|inconsistent\swith\s(U\.?S\.?\s)?(generally|GAAP)|not\sin\s(accordance|compliance|conformity)\swith\s(U\.?S\.?\s)?(generally|GAAP)|misidentif\w+|application\sof\s(accounting\s(principles|guidance|standards)|GAAP|ASC)|should\shave\sbeen\s(accounted|classified|recorded|recognized|presented|expensed|capitalized)|re-?evaluat\w+\s(the\s(\w+['’]s\s)?|its\s)?accounting|error\sin\s(the\s)?(accounting|application)|accounting\streatment\s(of|for)\s.{0,120}\b(error|incorrect\w*|improper\w*|capitalized)")),
    ];

    private static readonly (ErrorIdentifier Code, Regex Words)[] IdentifierWords =
    [
        (ErrorIdentifier.AuditCommitteeInvestigation, Words(@"(audit\scommittee|special\scommittee|independent|internal)(['’]s)?\s.{0,80}\b(investigation|inquiry)\b.{0,120}\b(discover\w+|identif\w+|reveal\w+|found|uncover\w+|conclud\w+|determin\w+)|as\sa\sresult\sof\s(the|an|its)\s(\w+\s){0,3}(investigation|inquiry)|extensive\sreview\sdirected\sby")),
        (ErrorIdentifier.SecStaff, Words(@"comment\sletters?\s.{0,60}(SEC|Commission|staff)|comments?\s(\w+\s){0,3}(from|by|of)\s(the\s)?(staff|SEC|Securities|Commission)|(SEC|Commission|staff)['’]?s?\s.{0,40}comment|in\sresponse\sto\s(comments|inquiries)\s(from|of)|request\sof.{0,40}\bstaff\sof\sthe\s(SEC|Securities)")),
        (ErrorIdentifier.SuccessorAuditor, Words(@"(new|successor|current|newly\s(engaged|appointed))\s(independent\s)?(registered\s)?(public\s)?(auditors?|accounting\sfirm|accountants?)\s.{0,80}\b(identif\w+|discover\w+|advis\w+|inform\w+|notif\w+|rais\w+)")),
        (ErrorIdentifier.Auditor, Words(@"(?<!\b(new|successor|appointed|engaged)\s(independent\s)?)(independent\s(registered\s)?(public\s)?(auditors?|accounting\sfirm|accountants?)|auditors?|LLP)(,\s[^,]{2,40},)?\s(has\s|have\s|had\s)?(also\s)?(advised|informed|notified|identified|discovered|raised|brought)|(advised|informed|notified)\s(\w+\s){0,3}by\s(its|the|our)\s(former\s|prior\s)?(independent|auditors?|registered)|(advised|informed|notified)\sby\s[^;]{2,80}?,\s(its|the\scompany['’]s|our)\s(former\s|then\s)?(independent|auditors?)|letter\sfrom\s(its|the|our)\s(former\s)?(independent|auditors?)")),
        (ErrorIdentifier.ThirdParty, Words(@"(identified|discovered|brought\sto)\s.{0,60}\bby\s(a\s)?(third\sparty|whistle-?blower|short\sseller|consultant|customer)")),
        (ErrorIdentifier.Company, Words(@"(the\s)?(company|management|registrant|we|board(\sof\sdirectors)?|audit\scommittee|partnership|trust)(['’]s)?(\sof\sthe\scompany)?(,\s([^,]{0,160},){1,3}?)?(\s(?!not\b|yet\b|whether\b)\w+){0,4}?\s(identified|(determined|concluded)(?!\swhether)|discovered|detected|became\saware|found|advised\sthe)")),
    ];
}
