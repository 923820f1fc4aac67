using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>The words by which accounting areas, causes and finders are told. Data: a line per label.</summary>
internal static partial class DisclosureLexicon
{
    private const byte Understood = 80;

    /// <summary>Areas named in sentences about the error.</summary>
    public static IReadOnlyList<Finding<AccountingArea>> Areas(IEnumerable<Passage> about, string rule) => Label(AreaWords, about, rule + ".area");

    /// <summary>Causes.</summary>
    public static IReadOnlyList<Finding<ErrorCause>> Causes(IEnumerable<Passage> sentences, string rule) => Label(CauseWords, sentences, rule + ".cause");

    /// <summary>Who found it.</summary>
    public static IReadOnlyList<Finding<ErrorIdentifier>> Identifiers(IEnumerable<Passage> sentences, string rule) => Label(IdentifierWords, sentences.Where(sentence => !IsAboutControl(sentence.Text)), rule + ".identified-by");

    private static List<Finding<TCode>> Label<TCode>((TCode Code, Regex Words)[] lexicon, IEnumerable<Passage> sentences, string rule)
        where TCode : struct, Enum
    {
        var found = new List<Finding<TCode>>();
        foreach (var sentence in sentences)
        {
            foreach (var (code, words) in lexicon)
            {
                if (found.Exists(finding => EqualityComparer<TCode>.Default.Equals(finding.Code, code)))
                    continue;
                var match = words.Match(sentence.Text);
                if (match.Success && !Assertion.IsNegated(sentence.Text, match.Index))
                    found.Add(new Finding<TCode>(code, sentence.Cite(0, sentence.Text.Length, rule, Understood)));
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
        (AccountingArea.WarrantsAndEmbeddedDerivatives, Words(@"warrants?|embedded\s(derivatives?|conversion)|beneficial\sconversion|conversion\s(feature|option)s?")),
        (AccountingArea.TemporaryEquityAndShareClassification, Words(@"temporary\sequity|mezzanine|redeemable\s(\w+\s){0,2}(shares|stock)|subject\sto\s(possible\s)?redemption|classification\sof\s(\w+\s){0,4}(shares|stock)")),
        (AccountingArea.Revenue, Words(@"revenues?(\srecognition)?|net\ssales|sales\scut-?off|customer\s(incentives|contracts)|deferred\srevenue")),
        (AccountingArea.CostOfSalesInventory, Words(@"inventor(y|ies)|costs?\sof\s(sales|goods|revenues?|product)|vendor\s(allowances|rebates)")),
        (AccountingArea.Expense, Words(@"(operating|research\sand\sdevelopment|product\sdevelopment|development|selling|administrative|non-?interest|payroll|advertising)\s(expenses?|costs?)|capitaliz(ed|ation)\s(of\s)?(\w+\s){0,3}(costs|expenses)")),
        (AccountingArea.LiabilitiesAccrualsReserves, Words(@"accru(als?|ed)(?!\sinterest\sincome)|accounts\spayable|reserves?|provisions?\sfor(?!\s(income\s)?tax)|liabilities\sfor|unrecorded\sliabilit(y|ies)|rebate|warranty\sliabilit\w+")),
        (AccountingArea.ReceivablesLoansInvestmentsCash, Words(@"(accounts|notes|loans?)\sreceivable|allowance\sfor\s(doubtful|loan|credit)|loan\sloss|marketable\ssecurities|investments?\sin\s(securities|affiliates)|restricted\scash|cash\sand\scash\sequivalents|construction\sin\sprogress\sdeposits")),
        (AccountingArea.Debt, Words(@"convertible\s(debts?|notes?|debentures?|bonds?)|notes?\spayable|debt\s(discount|issuance|extinguishment|modification|classification)|indebtedness|interest\sexpenses?|debentures?")),
        (AccountingArea.StockAndExecutiveCompensation, Words(@"(share|stock|equity)-?\s?based\s(compensation|payments?|awards?)|stock\soptions?|option\sgrants?|compensation\sexpenses?|restricted\sstock|ASC\s718|executive\scompensation|deferred\scompensation")),
        (AccountingArea.IncomeTax, Words(@"income\stax(es)?|deferred\stax(es)?|tax\s(provision|benefit|expense|liabilit\w+|assets?)|valuation\sallowance|NOLs?")),
        (AccountingArea.CashFlowClassification, Words(@"statements?\sof\scash\sflows?|cash\sflows?\s(classification|statement|presentation)|classification\sof\s(certain\s)?cash\sflows?")),
        (AccountingArea.BalanceSheetClassification, Words(@"balance\ssheet\sclassification|classif\w+\sas\s(a\s)?(current|non-?current|long-?term)|reclassif\w+|current\sversus\s(non-?current|long-?term)")),
        (AccountingArea.AcquisitionDisposalReorganization, Words(@"purchase\s(price|accounting)|business\scombinations?|(accounting\sfor|relat\w+\sto)\s(the|its|an|certain)\s(\w+\s){0,3}(acquisitions?|merger|dispositions?)|bargain\spurchase|contingent\sconsideration|discontinued\soperations")),
        (AccountingArea.ConsolidationVieFx, Words(@"non-?controlling\sinterests?|minority\sinterests?|consolidat(ion|e)\sof|deconsolidat\w+|variable\sinterest\sentit(y|ies)|VIEs?|foreign\s(currency|exchange)|currency\stranslation|intercompany")),
        (AccountingArea.RelatedPartyForeignSubsidiary, Words(@"related[-\s]part(y|ies)|foreign\ssubsidiar(y|ies)|(Chinese|Mexican|Brazilian|Italian|UK|Canadian|Korean|Indian|German)\ssubsidiar(y|ies)")),
        (AccountingArea.PpeIntangibleImpairment, Words(@"impairments?|goodwill|intangible(\sassets?)?|depreciation|amortization|fixed\sassets|property,?\s(plant\s)?and\sequipment|construction\sin\sprogress|long-lived\sassets")),
        (AccountingArea.Lease, Words(@"leases?|ASC\s842|lease\saccounting|rent\sexpense|leasehold")),
        (AccountingArea.DerivativeHedge, Words(@"hedg(e|es|ing)|swaps?|(?<!embedded\s)derivative\s(instruments?|transactions?|accounting)|SFAS\s(No\.\s)?133")),
        (AccountingArea.EpsShareCount, Words(@"(earnings|loss|income)\sper\s(\w+\s)?share|weighted[-\s]average\s(number\sof\s)?(shares|\w+\sshares)|share\scount|shares\soutstanding")),
        (AccountingArea.PensionBenefit, Words(@"pensions?|post-?retirement|benefit\splans?|retirement\splans?")),
        (AccountingArea.ContingencyCommitment, Words(@"contingenc(y|ies)|contingent\sliabilit(y|ies)|commitments|legal\ssettlement|loss\scontingenc\w+")),
        (AccountingArea.SegmentDisclosure, Words(@"segment\s(reporting|disclosures?|information)|reportable\ssegments?")),
    ];

    private static readonly (ErrorCause Code, Regex Words)[] CauseWords =
    [
        (ErrorCause.FraudOrMisconduct, Words(@"fraud\w*|misconduct|intentional(ly)?|irregularit(y|ies)|embezzl\w+|falsif\w+|fictitious|backdat\w+|collu\w+|override\sof\scontrols|manipulat\w+")),
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
        (ErrorIdentifier.Company, Words(@"(the\s)?(company|management|registrant|we|board(\sof\sdirectors)?|audit\scommittee|partnership|trust)(['’]s)?(\sof\sthe\scompany)?(,\s.{0,160}?,)?(\s(?!not\b|yet\b|whether\b)\w+){0,4}?\s(identified|(determined|concluded)(?!\swhether)|discovered|detected|became\saware|found|advised\sthe)")),
    ];
}
