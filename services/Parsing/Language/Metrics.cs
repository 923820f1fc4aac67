using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Filingwire.Parsing.Language;

/// <summary>A financial metric that a text names.</summary>
/// <param name="Code">Normalised: "net-loss"; null for several together.</param>
/// <param name="Start">First character in the passage.</param>
/// <param name="Length">Number of characters.</param>
public readonly record struct MetricMention(string? Code, int Start, int Length)
{
    /// <summary>First character after it.</summary>
    public int End => Start + Length;
}

/// <summary>Finds the financial metrics that a text names. Data: a line per metric, the longer names first.</summary>
public static partial class Metrics
{
    // A line per metric, the longer names first; the group is the code with underscores for hyphens.
    private const string Names =
        @"(?<cash_used_in_operating_activities>(?:net\s)?cash\s(?:flows?\s)?used\s(?:in|by|for)\soperat(?:ing\sactivities|ions))|"
        + @"(?<cash_provided_by_operating_activities>(?:net\s)?cash\s(?:flows?\s)?(?:provided\sby|from|generated\s(?:by|from))\s(?:\(used\sin\)\s)?operat(?:ing\sactivities|ions))|"
        + @"(?<cash_used_in_investing_activities>(?:net\s)?cash\s(?:flows?\s)?used\s(?:in|by|for)\sinvesting\sactivities)|"
        + @"(?<cash_provided_by_investing_activities>(?:net\s)?cash\s(?:flows?\s)?(?:provided\sby|from|generated\s(?:by|from))\s(?:\(used\sin\)\s)?investing\sactivities)|"
        + @"(?<cash_used_in_financing_activities>(?:net\s)?cash\s(?:flows?\s)?used\s(?:in|by|for)\sfinancing\sactivities)|"
        + @"(?<cash_provided_by_financing_activities>(?:net\s)?cash\s(?:flows?\s)?(?:provided\sby|from|generated\s(?:by|from))\s(?:\(used\sin\)\s)?financing\sactivities)|"
        + @"(?<cash_and_cash_equivalents>(?:unrestricted\s)?cash(?:,\s|\sand\s)cash\sequivalents(?:,?\sand\s(?:short-term\sinvestments|marketable\ssecurities|restricted\scash))?|cash\sbalance|cash\son\shand)|"
        + @"(?<research_and_development_expense>(?:research\sand\sdevelopment|R&D)(?:\s\(“?""?R&D”?""?\))?(?:\s(?:expenses?|costs?)|(?=\s*$))|expenses?\sfor\sresearch\sand\sdevelopment)|"
        + @"(?<selling_general_and_administrative_expense>(?:selling|sales),?\s(?:marketing,\s)?(?:and\s)?general,?\sand\sadministrative(?:\s\(“?""?SG&A”?""?\))?(?:\s(?:expenses?|costs?)|(?=\s*$))|SG&A(?:\sexpenses?)?)|"
        + @"(?<general_and_administrative_expense>general\sand\sadministrative(?:\s\(“?""?G&A”?""?\))?(?:\s(?:expenses?|costs?)|(?=\s*$))|G&A\sexpenses?)|"
        + @"(?<sales_and_marketing_expense>(?:sales|selling)\sand\smarketing(?:\sexpenses?|(?=\s*$)))|"
        + @"(?<stock_based_compensation>(?:non-?cash\s)?(?:stock|share|equity)(?:-based|\soption)?\scompensation(?:\s(?:expenses?|charges?))?)|"
        + @"(?<total_operating_expenses>(?:total\s)?(?:operating\s(?:costs\sand\s)?expenses|costs\sand\sexpenses))|"
        + @"(?<operating_and_formation_costs>(?:operating\sand\sformation|formation\sand\soperating|general\sand\sformation)\s(?:costs?|expenses?))|"
        + @"(?<severance_charge>severance(?:\s(?:charges?|costs?|expenses?|payments?))?|(?:charges?|costs?)\s(?:for|related\sto)\sseverance)|"
        + @"(?<restructuring_charge>restructuring\s(?:charges?|costs?|expenses?))|"
        + @"(?<loss_on_disposal>loss(?:es)?\son\s(?:the\s)?(?:disposal|sale)(?:\sof\s(?:the\s)?(?:\w+\s){0,2}(?:business|division|segment|subsidiary|operations|assets))?)|"
        + @"(?<loss_from_discontinued_operations>loss(?:es)?\s(?:from|on)\sdiscontinued\soperations)|"
        + @"(?<income_from_discontinued_operations>(?:income|earnings|gain)\s(?:\(loss\)\s)?(?:from|on)\sdiscontinued\soperations)|"
        + @"(?<comparable_sales>(?:comparable|same)[- ](?:store|restaurant|club)\s(?:net\s)?sales)|"
        + @"(?<loan_originations>(?:loan|mortgage)\soriginations)|"
        + @"(?<warrant_liabilities>warrant\sliabilit(?:y|ies))|"
        + @"(?<earn_out_liabilities>earn-?out\sliabilit(?:y|ies))|"
        + @"(?<right_of_use_assets>(?:operating\slease\s)?right[-‑–]of[-‑–]use\sassets?|ROU\sassets?)|"
        + @"(?<lease_liabilities>(?:operating\s)?lease\sliabilit(?:y|ies))|"
        + @"(?<deferred_revenue>deferred\srevenues?)|"
        + @"(?<deferred_lease_credits>deferred\s(?:lease\scredits?|rent))|"
        + @"(?<property_and_equipment>property(?:,\splant)?,?\sand\sequipment(?:,\snet)?)|"
        + @"(?<retained_earnings>retained\searnings)|"
        + @"(?<accrued_expenses>accrued\s(?:expenses|liabilities))|"
        + @"(?<allowance_for_loan_losses>allowances?\sfor\s(?:loan|credit)\slosses)|"
        + @"(?<valuation_allowance>valuation\sallowances?)|"
        + @"(?<cost_of_revenue>costs?\sof\s(?:revenues?|sales|goods\ssold|products?\ssold))|"
        + @"(?<gross_margin>gross\s(?:profit\s)?margins?(?:\spercentage)?)|"
        + @"(?<gross_profit>gross\sprofits?)|"
        + @"(?<loss_from_operations>(?:operating\sloss(?:es)?|loss(?:es)?\sfrom\s(?:continuing\s)?operations))|"
        + @"(?<income_from_operations>(?:operating\s(?:income|profit|earnings)|income\sfrom\s(?:continuing\s)?operations))|"
        + @"(?<net_loss_per_share>(?:net\s)?loss(?:es)?\sper\s(?:basic\sand\sdiluted\s|diluted\s|basic\s|common\s|ordinary\s){0,4}share)|"
        + @"(?<net_income_per_share>(?:(?:net\s)?(?:income|earnings)\sper\s(?:basic\sand\sdiluted\s|diluted\s|basic\s|common\s|ordinary\s){0,4}share|EPS))|"
        + @"(?<net_loss>(?:consolidated\s)?(?:estimated\s)?net\s(?:comprehensive\s)?loss(?:es)?(?:\s(?:attributable|applicable|available)\sto\s(?:common\s)?(?:stock|share)holders)?|loss(?:es)?\sfor\sthe\s(?:period|year|quarter)(?!s?\send))|"
        + @"(?<net_income>(?:consolidated\s)?net\s(?:income|earnings|profits?)(?:\s\(loss(?:es)?\))?(?:\s(?:attributable|applicable|available)\sto\s(?:the\s\w+['’]s\s)?(?:common\s)?(?:stock|share)holders)?|profit\sfor\sthe\s(?:period|year|quarter)(?!s?\send)|profits?(?=\sof\s(?:approximately\s)?(?:US)?(?:\\?\$|€|£|RMB|R\$)))|"
        + @"(?<loss_before_income_taxes>(?:pre-?tax\sloss|loss(?:es)?\sbefore\s(?:provision\sfor\s)?(?:income\s)?tax(?:es)?(?:\sexpense)?))|"
        + @"(?<income_before_income_taxes>(?:pre-?tax\s(?:income|profits?|earnings)|(?:income|earnings)\s(?:\(loss\)\s)?before\s(?:provision\sfor\s)?(?:income\s)?tax(?:es)?(?:\sexpense)?))|"
        + @"(?<income_tax_expense>(?:income\stax\s(?:expense|provision|benefit)|provision\sfor\sincome\staxes))|"
        + @"(?<adjusted_ebitda>(?:adjusted\s)?EBITDA)|"
        + @"(?<net_interest_income>net\sinterest\sincome)|"
        + @"(?<interest_expense>interest\sexpenses?)|"
        + @"(?<interest_income>interest\s(?:income|earned\son\s(?:marketable\ssecurities|investments|cash)(?:\sheld\sin\s(?:the\s)?trust(?:\saccount)?)?))|"
        + @"(?<provision_for_loan_losses>(?:additional\s)?provisions?\sfor\s(?:loan|credit)\slosses|additional\sprovisions?)|"
        + @"(?<impairment_charge>(?:goodwill\s|asset\s|non-cash\s|intangible\sasset\s){0,4}impairment\s(?:charges?|loss(?:es)?|expenses?|of\s(?:goodwill|intangible\sassets|long-lived\sassets|assets)))|"
        + @"(?<change_in_fair_value>(?:change|increase|decrease|loss|gain)s?\s(?:in|on|from)\s(?:the\s)?(?:change\sin\s)?(?:the\s)?fair\svalue\sof\s(?:the\s|its\s|our\s)?(?:[\w-]+\s){0,3}?(?:warrants?|derivatives?|liabilit(?:y|ies)|notes|consideration|instruments)(?:\sliabilit(?:y|ies))?)|"
        + @"(?<revenue>(?:total\s|net\s|consolidated\s|gross\s|product\s|service\s|rental\s|licens\w{1,5}\s){0,4}(?:revenues?|net\ssales|sales))|"
        + @"(?<total_assets>total\sassets)|"
        + @"(?<total_liabilities>total\sliabilities)|"
        + @"(?<working_capital_deficit>working\scapital\s(?:deficit|deficiency))|"
        + @"(?<working_capital>working\scapital)|"
        + @"(?<accumulated_deficit>accumulated\sdeficit)|"
        + @"(?<stockholders_equity>(?:stockholders|shareholders)['’]?\s?(?:equity|deficit))|"
        + @"(?<inventory>inventor(?:y|ies))|"
        + @"(?<accounts_receivable>accounts\sreceivable(?:,\snet)?)|"
        + @"(?<depreciation_and_amortization>depreciation(?:\sand\samortization)?(?:\sexpenses?)?)|"
        + @"(?<amortization>amortization(?:\sexpenses?)?)|"
        + @"(?<loss>loss(?:es)?(?=\sof\s(?:approximately\s)?\\?\$))";

    private static readonly string[] Groups = [.. Any().GetGroupNames().Skip(1)];

    private static readonly string[] Codes = [.. Groups.Select(group => group.Replace('_', '-'))];

    private static readonly FrozenSet<string> Balances = new[]
    {
        "cash-and-cash-equivalents", "total-assets", "total-liabilities", "working-capital", "working-capital-deficit", "accumulated-deficit", "stockholders-equity",
        "inventory", "accounts-receivable", "warrant-liabilities", "earn-out-liabilities", "right-of-use-assets", "lease-liabilities", "deferred-revenue", "deferred-lease-credits",
        "property-and-equipment", "retained-earnings", "accrued-expenses", "allowance-for-loan-losses", "valuation-allowance",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a metric stands at an instant: "total assets for the year ended December 31" are those of that day.</summary>
    public static bool IsBalance(string? code) => code is not null && Balances.Contains(code);

    private static readonly (string Loss, string Income)[] Opposites =
    [
        ("net-loss", "net-income"), ("loss", "net-income"), ("loss-from-operations", "income-from-operations"), ("loss-before-income-taxes", "income-before-income-taxes"),
        ("net-loss-per-share", "net-income-per-share"), ("loss-from-discontinued-operations", "income-from-discontinued-operations"),
        ("cash-used-in-operating-activities", "cash-provided-by-operating-activities"),
    ];

    /// <summary>Whether two names are of one result, such as a net loss and net income.</summary>
    public static bool IsSameResult(string? one, string? other) => one is not null && other is not null && (one == other || IsOpposite(one, other) || (one, other) is ("loss", "net-loss") or ("net-loss", "loss"));

    /// <summary>Whether one is the loss of which the other is the profit.</summary>
    public static bool IsOpposite(string? one, string? other) => Array.Exists(Opposites, pair => (pair.Loss == one && pair.Income == other) || (pair.Loss == other && pair.Income == one));

    /// <summary>Whether a metric is the size of a loss.</summary>
    public static bool IsLoss(string? code) => Array.Exists(Opposites, pair => pair.Loss == code);

    /// <summary>Whether a metric is an amount per share.</summary>
    public static bool IsPerShare(string? code) => code is not null && code.EndsWith("-per-share", StringComparison.Ordinal);

    /// <summary>The metric that an amount per share is of; null when there is none: "net income of $79 million, or $0.45 per share".</summary>
    public static string? PerShare(string? code) => IsPerShare(code) ? code : code switch { "net-income" or "net-loss" => code + "-per-share", "loss" => "net-loss-per-share", _ => null };

    /// <summary>All metrics in a text, in order.</summary>
    public static IReadOnlyList<MetricMention> FindAll(string text)
    {
        var found = new List<MetricMention>();
        foreach (Match match in Any().Matches(text))
            found.Add(new MetricMention(Codes[Array.FindIndex(Groups, group => match.Groups[group].Success)], match.Index, match.Length));
        return found;
    }

    [GeneratedRegex(@"\b(?:" + Names + @")(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Any();
}
