using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Filingwire.Extraction.Parsing.Language;

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
public static class Metrics
{
    private static readonly (string Code, string Words)[] Names =
    [
        ("cash-used-in-operating-activities", @"(?:net\s)?cash\s(?:flows?\s)?used\s(?:in|by|for)\soperat(?:ing\sactivities|ions)"),
        ("cash-provided-by-operating-activities", @"(?:net\s)?cash\s(?:flows?\s)?(?:provided\sby|from|generated\s(?:by|from))\soperat(?:ing\sactivities|ions)"),
        ("cash-and-cash-equivalents", @"(?:unrestricted\s)?cash(?:,\s|\sand\s)cash\sequivalents(?:,?\sand\s(?:short-term\sinvestments|marketable\ssecurities|restricted\scash))?|cash\sbalance|cash\son\shand"),
        ("research-and-development-expense", @"(?:research\sand\sdevelopment|R&D)(?:\s\(“?""?R&D”?""?\))?(?:\s(?:expenses?|costs?)|(?=\s*$))|expenses?\sfor\sresearch\sand\sdevelopment"),
        ("selling-general-and-administrative-expense", @"(?:selling|sales),?\s(?:marketing,\s)?(?:and\s)?general,?\sand\sadministrative(?:\s\(“?""?SG&A”?""?\))?(?:\s(?:expenses?|costs?)|(?=\s*$))|SG&A(?:\sexpenses?)?"),
        ("general-and-administrative-expense", @"general\sand\sadministrative(?:\s\(“?""?G&A”?""?\))?(?:\s(?:expenses?|costs?)|(?=\s*$))|G&A\sexpenses?"),
        ("sales-and-marketing-expense", @"(?:sales|selling)\sand\smarketing(?:\sexpenses?|(?=\s*$))"),
        ("stock-based-compensation", @"(?:stock|share)-based\scompensation(?:\s(?:expenses?|charges?))?"),
        ("total-operating-expenses", @"(?:total\s)?(?:operating\s(?:costs\sand\s)?expenses|costs\sand\sexpenses)"),
        ("cost-of-revenue", @"costs?\sof\s(?:revenues?|sales|goods\ssold|products?\ssold)"),
        ("gross-margin", @"gross\s(?:profit\s)?margins?(?:\spercentage)?"),
        ("gross-profit", @"gross\sprofits?"),
        ("loss-from-operations", @"(?:operating\sloss(?:es)?|loss(?:es)?\sfrom\s(?:continuing\s)?operations)"),
        ("income-from-operations", @"(?:operating\s(?:income|profit|earnings)|income\sfrom\s(?:continuing\s)?operations)"),
        ("net-loss-per-share", @"(?:net\s)?loss(?:es)?\sper\s(?:basic\sand\sdiluted\s|diluted\s|basic\s|common\s|ordinary\s)*share"),
        ("net-income-per-share", @"(?:(?:net\s)?(?:income|earnings)\sper\s(?:basic\sand\sdiluted\s|diluted\s|basic\s|common\s|ordinary\s)*share|EPS)"),
        ("net-loss", @"(?:consolidated\s)?(?:estimated\s)?net\s(?:comprehensive\s)?loss(?:es)?(?:\s(?:attributable|applicable|available)\sto\s(?:common\s)?(?:stock|share)holders)?"),
        ("net-income", @"(?:consolidated\s)?net\s(?:income|earnings|profits?)(?:\s\(loss\))?(?:\s(?:attributable|applicable|available)\sto\s(?:common\s)?(?:stock|share)holders)?"),
        ("loss-before-income-taxes", @"(?:pre-?tax\sloss|loss(?:es)?\sbefore\s(?:provision\sfor\s)?(?:income\s)?tax(?:es)?(?:\sexpense)?)"),
        ("income-before-income-taxes", @"(?:pre-?tax\s(?:income|profits?|earnings)|(?:income|earnings)\s(?:\(loss\)\s)?before\s(?:provision\sfor\s)?(?:income\s)?tax(?:es)?(?:\sexpense)?)"),
        ("income-tax-expense", @"(?:income\stax\s(?:expense|provision|benefit)|provision\sfor\sincome\staxes)"),
        ("adjusted-ebitda", @"(?:adjusted\s)?EBITDA"),
        ("net-interest-income", @"net\sinterest\sincome"),
        ("interest-expense", @"interest\sexpenses?"),
        ("interest-income", @"interest\sincome"),
        ("provision-for-loan-losses", @"provisions?\sfor\s(?:loan|credit)\slosses"),
        ("impairment-charge", @"(?:goodwill\s|asset\s|non-cash\s|intangible\sasset\s)*impairment\s(?:charges?|loss(?:es)?|expenses?|of\s(?:goodwill|intangible\sassets|long-lived\sassets|assets))"),
        ("change-in-fair-value", @"change\sin\s(?:the\s)?fair\svalue\sof\s(?:\w+\s){0,3}(?:warrants?|derivatives?|liabilit(?:y|ies)|notes)(?:\sliabilit(?:y|ies))?"),
        ("revenue", @"(?:total\s|net\s|consolidated\s|gross\s|product\s|service\s|rental\s|licens\w+\s)*(?:revenues?|net\ssales|sales)"),
        ("total-assets", @"total\sassets"),
        ("total-liabilities", @"total\sliabilities"),
        ("working-capital-deficit", @"working\scapital\s(?:deficit|deficiency)"),
        ("working-capital", @"working\scapital"),
        ("accumulated-deficit", @"accumulated\sdeficit"),
        ("stockholders-equity", @"(?:stockholders|shareholders)['’]?\s?(?:equity|deficit)"),
        ("inventory", @"inventor(?:y|ies)"),
        ("accounts-receivable", @"accounts\sreceivable(?:,\snet)?"),
        ("depreciation-and-amortization", @"depreciation(?:\sand\samortization)?(?:\sexpenses?)?"),
        ("amortization", @"amortization(?:\sexpenses?)?"),
        ("loss", @"loss(?:es)?(?=\sof\s(?:approximately\s)?\\?\$)"),
    ];

    private static readonly Regex Any = new(
        @"\b(?:" + string.Join('|', Names.Select((name, i) => $"(?<m{i}>{name.Words})")) + @")(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Compiled);

    private static readonly string[] Groups = [.. Names.Select((_, i) => $"m{i}")];

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
        foreach (Match match in Any.Matches(text))
        {
            var name = Array.FindIndex(Groups, group => match.Groups[group].Success);
            found.Add(new MetricMention(Names[name].Code, match.Index, match.Length));
        }
        return found;
    }
}
