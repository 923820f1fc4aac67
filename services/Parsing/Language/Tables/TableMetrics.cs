using System.Text.RegularExpressions;

namespace Filingwire.Parsing.Language.Tables;

/// <summary>What tables do with metrics: losses in brackets or not, amounts per share, numbers of shares.</summary>
internal static partial class TableMetrics
{
    private static readonly (string Loss, string Income)[] Opposites =
    [
        ("net-loss", "net-income"), ("loss-from-operations", "income-from-operations"), ("loss-before-income-taxes", "income-before-income-taxes"), ("net-loss-per-share", "net-income-per-share"),
    ];

    /// <summary>A row labelled as a loss whose numbers stand in brackets in one column only is a result, negative where it is a loss.</summary>
    public static string CodeOf(string code, IReadOnlyList<TableNumber> numbers)
    {
        var values = numbers.Where(number => !number.IsPercent && number.Low is not null).Take(2).ToList();
        var mixed = values.Any(number => number.Low < 0) && values.Any(number => number.Low > 0);
        return mixed && Array.Find(Opposites, pair => pair.Loss == code) is { Income: { } income } ? income : code;
    }

    /// <summary>Whether a row labelled as a loss holds results, some of them profits.</summary>
    public static bool IsResult(string code, IReadOnlyList<TableNumber> numbers) => CodeOf(code, numbers) != code;

    /// <summary>Whether the metric is the size of a loss or of an outflow.</summary>
    public static bool IsLoss(string code) => code is "cash-used-in-operating-activities" or "working-capital-deficit" or "accumulated-deficit" or "loss" || Array.Exists(Opposites, pair => pair.Loss == code);

    /// <summary>Whether a row holds amounts per share.</summary>
    public static bool IsPerShare(string label, string? code) => Metrics.IsPerShare(code) || PerShare().IsMatch(label);

    /// <summary>Whether a row holds numbers of shares.</summary>
    public static bool IsShares(string label) => Shares().IsMatch(label);

    [GeneratedRegex(@"\bper\s+(?:\w+\s+){0,4}share\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PerShare();

    [GeneratedRegex(@"^shares\s+used\b|\bshares\b.{0,30}\boutstanding\b|\bweighted[-\s]average\b|\bnumber\s+of\s+(?:\w+\s+)?shares\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shares();
}
