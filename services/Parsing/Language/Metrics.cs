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
        + @"(?<cash_provided_by_operating_activities>(?:net\s)?cash\s(?:flows?\s)?(?:provided\sby|from|generated\s(?:by|from))\soperat(?:ing\sactivities|ions))|"
        + @"(?<cash_and_cash_equivalents>(?:unrestricted\s)?cash(?:,\s|\sand\s)cash\sequivalents(?:,?\sand\s(?:short-term\sinvestments|marketable\ssecurities|restricted\scash))?|cash\sbalance|cash\son\shand)|"
        + @"(?<research_and_development_expense>(?:research\sand\sdevelopment|R&D)(?:\s\(“?""?R&D”?""?\))?(?:\s(?:expenses?|costs?)|(?=\s*$))|expenses?\sfor\sresearch\sand\sdevelopment)|"
        + @"(?<selling_general_and_administrative_expense>(?:selling|sales),?\s(?:marketing,\s)?(?:and\s)?general,?\sand\sadministrative(?:\s\(“?""?SG&A”?""?\))?(?:\s(?:expenses?|costs?)|(?=\s*$))|SG&A(?:\sexpenses?)?)|"
        + @"(?<general_and_administrative_expense>general\sand\sadministrative(?:\s\(“?""?G&A”?""?\))?(?:\s(?:expenses?|costs?)|(?=\s*$))|G&A\sexpenses?)|"
        + @"(?<sales_and_marketing_expense>(?:sales|selling)\sand\smarketing(?:\sexpenses?|(?=\s*$)))|"
        + @"(?<stock_based_compensation>(?:stock|share)-based\scompensation(?:\s(?:expenses?|charges?))?)|"
        + @"(?<total_operating_expenses>(?:total\s)?(?:operating\s(?:costs\sand\s)?expenses|costs\sand\sexpenses))|"
        + @"(?<cost_of_revenue>costs?\sof\s(?:revenues?|sales|goods\ssold|products?\ssold))|"
        + @"(?<gross_margin>gross\s(?:profit\s)?margins?(?:\spercentage)?)|"
        + @"(?<gross_profit>gross\sprofits?)|"
        + @"(?<loss_from_operations>(?:operating\sloss(?:es)?|loss(?:es)?\sfrom\s(?:continuing\s)?operations))|"
        + @"(?<income_from_operations>(?:operating\s(?:income|profit|earnings)|income\sfrom\s(?:continuing\s)?operations))|"
        + @"(?<net_loss_per_share>(?:net\s)?loss(?:es)?\sper\s(?:basic\sand\sdiluted\s|diluted\s|basic\s|common\s|ordinary\s)*share)|"
        + @"(?<net_income_per_share>(?:(?:net\s)?(?:income|earnings)\sper\s(?:basic\sand\sdiluted\s|diluted\s|basic\s|common\s|ordinary\s)*share|EPS))|"
        + @"(?<net_loss>(?:consolidated\s)?(?:estimated\s)?net\s(?:comprehensive\s)?loss(?:es)?(?:\s(?:attributable|applicable|available)\sto\s(?:common\s)?(?:stock|share)holders)?)|"
        + @"(?<net_income>(?:consolidated\s)?net\s(?:income|earnings|profits?)(?:\s\(loss\))?(?:\s(?:attributable|applicable|available)\sto\s(?:common\s)?(?:stock|share)holders)?)|"
        + @"(?<loss_before_income_taxes>(?:pre-?tax\sloss|loss(?:es)?\sbefore\s(?:provision\sfor\s)?(?:income\s)?tax(?:es)?(?:\sexpense)?))|"
        + @"(?<income_before_income_taxes>(?:pre-?tax\s(?:income|profits?|earnings)|(?:income|earnings)\s(?:\(loss\)\s)?before\s(?:provision\sfor\s)?(?:income\s)?tax(?:es)?(?:\sexpense)?))|"
        + @"(?<income_tax_expense>(?:income\stax\s(?:expense|provision|benefit)|provision\sfor\sincome\staxes))|"
        + @"(?<adjusted_ebitda>(?:adjusted\s)?EBITDA)|"
        + @"(?<net_interest_income>net\sinterest\sincome)|"
        + @"(?<interest_expense>interest\sexpenses?)|"
        + @"(?<interest_income>interest\sincome)|"
        + @"(?<provision_for_loan_losses>provisions?\sfor\s(?:loan|credit)\slosses)|"
        + @"(?<impairment_charge>(?:goodwill\s|asset\s|non-cash\s|intangible\sasset\s)*impairment\s(?:charges?|loss(?:es)?|expenses?|of\s(?:goodwill|intangible\sassets|long-lived\sassets|assets)))|"
        + @"(?<change_in_fair_value>change\sin\s(?:the\s)?fair\svalue\sof\s(?:\w+\s){0,3}(?:warrants?|derivatives?|liabilit(?:y|ies)|notes)(?:\sliabilit(?:y|ies))?)|"
        + @"(?<revenue>(?:total\s|net\s|consolidated\s|gross\s|product\s|service\s|rental\s|licens\w+\s)*(?:revenues?|net\ssales|sales))|"
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
        "inventory", "accounts-receivable",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a metric stands at an instant: "total assets for the year ended December 31" are those of that day.</summary>
    public static bool IsBalance(string? code) => code is not null && Balances.Contains(code);

    /// <summary>Whether a metric is an amount per share.</summary>
    public static bool IsPerShare(string? code) => code is not null && code.EndsWith("-per-share", StringComparison.Ordinal);

    /// <summary>The metric that an amount per share is of; null when there is none: "net income of $79 million, or $0.45 per share".</summary>
    public static string? PerShare(string? code) => IsPerShare(code) ? code : code switch { "net-income" or "net-loss" => code + "-per-share", _ => null };

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
