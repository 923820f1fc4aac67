using System.Collections.Frozen;

namespace Filingwire.Restatement.Deadlines;

/// <summary>Which report a submission type is, for the purpose of deadlines: "10-K405", "10-KSB" and "10-KT" are all annual reports on 10-K.</summary>
public static class PeriodicReports
{
    private static readonly FrozenDictionary<string, string> ReportOf = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["10-K"] = "10-K", ["10-K405"] = "10-K", ["10-KT"] = "10-K", ["10-KT405"] = "10-K",
        ["10-KSB"] = "10-K", ["10-KSB40"] = "10-K", ["10KSB"] = "10-K", ["10KSB40"] = "10-K", ["10-KTSB"] = "10-K",
        [ReportTerm.PartIII.ToUpperInvariant()] = ReportTerm.PartIII,
        ["10-Q"] = "10-Q", ["10-QT"] = "10-Q", ["10-QSB"] = "10-Q", ["10QSB"] = "10-Q", ["10-QTSB"] = "10-Q",
        ["20-F"] = "20-F", ["20-FT"] = "20-F",
        ["11-K"] = "11-K", ["11-KT"] = "11-K",
        ["10-D"] = "10-D",
        ["N-CEN"] = "N-CEN",
        ["N-CSR"] = "N-CSR", ["N-CSRS"] = "N-CSR",
        ["N-SAR"] = "N-SAR", ["NSAR-A"] = "N-SAR", ["NSAR-B"] = "N-SAR", ["NSAR-AT"] = "N-SAR", ["NSAR-BT"] = "N-SAR", ["NSAR-U"] = "N-SAR",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The report, "10-K" …; null for what is no periodic report with a deadline. "/A" is ignored.</summary>
    public static string? Of(string? formType)
    {
        if (formType is null)
            return null;
        var type = formType.Trim().ToUpperInvariant();
        return ReportOf.GetValueOrDefault(type.EndsWith("/A", StringComparison.Ordinal) ? type[..^2] : type);
    }

    /// <summary>True for the types of transition reports, "10-KT".</summary>
    public static bool IsTransition(string? formType) =>
        formType?.Trim().ToUpperInvariant().Replace("/A", "", StringComparison.Ordinal) is "10-KT" or "10-KT405" or "10-KTSB" or "10-QT" or "10-QTSB" or "20-FT" or "11-KT" or "NSAR-AT" or "NSAR-BT";

    /// <summary>True for the small-business forms, whose terms never depended on filer status.</summary>
    public static bool IsSmallBusinessForm(string formType) =>
        formType.StartsWith("10-KSB", StringComparison.Ordinal) || formType.StartsWith("10KSB", StringComparison.Ordinal)
        || formType.StartsWith("10-QSB", StringComparison.Ordinal) || formType.StartsWith("10QSB", StringComparison.Ordinal);

    /// <summary>The short-form registration whose use the report's timeliness decides; null when none.</summary>
    public static (string Form, string Rule)? ShortForm(string report) => report switch
    {
        "10-K" or "10-Q" => ("S-3", "Form S-3, General Instruction I.A.3(b)"),
        "20-F" => ("F-3", "Form F-3, General Instruction I.A.2"),
        "10-D" => ("SF-3", "Form SF-3, General Instruction I.A.2"),
        _ => null,
    };
}
