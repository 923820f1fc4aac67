using System.Collections.Frozen;

namespace Filingwire.Edgar.Selection;

/// <summary>
/// Which submissions are fetched. Everything stands in the ledger all the same. A selection names families; a family covers every type that
/// its name has had and the amendments of each.
/// </summary>
public sealed class FormSelection
{
    private static readonly FrozenDictionary<string, string[]> Families = new Dictionary<string, string[]>
    {
        ["3"] = ["3"],
        ["4"] = ["4"],
        ["5"] = ["5"],
        // Form 12b-25. NT NPORT-P and NT N-MFP are late fund reports and no notices.
        ["NT"] =
        [
            "NT 10-K", "NT 10-Q", "NT 20-F", "NT 11-K", "NT 10-D", "NT-NCSR", "NT-NCEN", "NT-NSAR", "NT N-SAR", "NT 10-KT", "NT 10-QT",
                "NT 15D2",
            "NTN 10K", "NTN 10Q", "NTN 20F", "NTN 11K", "NTN15D2", "NTFNCSR", "NTFNSAR", "NT-NSAR",
        ],
        ["8-K"] = ["8-K", "8-K12B", "8-K12G3", "8-K15D5"],
        ["10-K"] = ["10-K", "10-K405", "10-KT", "10-KT405", "10-KSB", "10-KSB40", "10KSB", "10KSB40", "10-KTSB", "10KTSB"],
        ["10-Q"] = ["10-Q", "10-QT", "10-QSB", "10QSB", "10-QTSB", "10QTSB"],
        ["20-F"] = ["20-F", "20-FT", "20FR12B", "20FR12G"],
        ["40-F"] = ["40-F", "40FR12B", "40FR12G"],
        ["11-K"] = ["11-K", "11-KT"],
        ["25"] = ["25", "25-NSE"],
        ["15"] = ["15", "15-12B", "15-12G", "15-15D", "15F", "15F-12B", "15F-12G", "15F-15D"],
        ["144"] = ["144"],
        // The names changed on 2024-12-18.
        ["13D"] = ["SC 13D", "SCHEDULE 13D"],
        ["13G"] = ["SC 13G", "SCHEDULE 13G"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenSet<string> types;
    private readonly FrozenSet<string> items;

    private FormSelection(IEnumerable<string> types, IEnumerable<string> items)
    {
        this.types = types.ToFrozenSet(StringComparer.Ordinal);
        this.items = items.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What is taken when nothing is said.</summary>
    public const string Default = "3,4,5,NT,8-K,10-K,10-Q,20-F,40-F,11-K,25,15,144";

    /// <summary>Nothing.</summary>
    public static FormSelection None { get; } = new([], []);

    /// <summary>The names of the families.</summary>
    public static IEnumerable<string> Known => Families.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads a selection.</summary>
    /// <param name="families">Names between commas: "4,NT,8-K".</param>
    /// <param name="currentReportItems">Of 8-Ks only those with one of these items, "4.01,4.02"; empty for all. An 8-K whose items are not
    /// known yet is taken.</param>
    /// <param name="selection">The selection.</param>
    /// <returns>The first name that is no family; null when all are.</returns>
    public static string? Read(string families, string currentReportItems, out FormSelection selection)
    {
        selection = None;
        var names = Split(families);
        if (names.FirstOrDefault(name => !Families.ContainsKey(name)) is { } unknown)
            return unknown;
        selection = new FormSelection(names.SelectMany(name => Families[name]), Split(currentReportItems));
        return null;
    }

    /// <summary>True when a submission is to be fetched.</summary>
    /// <param name="formType">As EDGAR writes it.</param>
    /// <param name="known">Item codes; empty when not known.</param>
    public bool Takes(string formType, IReadOnlyCollection<string> known)
    {
        var unamended = Unamended(formType);
        if (!types.Contains(unamended))
            return false;
        return items.Count == 0 || known.Count == 0 || !unamended.StartsWith("8-K", StringComparison.Ordinal) || known.Any(items.Contains);
    }

    /// <summary>
    /// True when the main document is all that is wanted of it: annual and quarterly reports may have a hundred megabytes, of which nearly
    /// all is exhibits and figures behind it.
    /// </summary>
    public static bool IsMainDocumentEnough(string formType) => PeriodicReports.Contains(Unamended(formType));

    private static readonly FrozenSet<string> PeriodicReports =
        new[] { "10-K", "10-Q", "20-F", "40-F", "11-K" }.SelectMany(name => Families[name]).ToFrozenSet(StringComparer.Ordinal);

    private static string Unamended(string formType) => formType.EndsWith("/A", StringComparison.Ordinal) ? formType[..^2] : formType;

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
