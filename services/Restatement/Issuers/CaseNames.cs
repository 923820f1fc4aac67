using System.Diagnostics.CodeAnalysis;
using Filingwire.Restatement.LateFilings;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Restatement.Issuers;

/// <summary>Resource names of cases: the issuer's key, a dot, and the case within the issuer. What they name can be found from them alone.</summary>
public static class CaseNames
{
    private const string LateFilings = "lateFilings/";
    private const string RestatementCases = "restatementCases/";

    /// <summary>"lateFilings/1279704.10-q.2024-06-30".</summary>
    public static string Of(IssuerKey issuer, ReportKey report) => $"{LateFilings}{issuer}.{report.Text}";

    /// <summary>"restatementCases/1279704.0001193125-24-200000.1".</summary>
    public static string OfRestatement(IssuerKey issuer, string disclosure) => $"{RestatementCases}{issuer}.{disclosure}";

    /// <summary>Reads a late filing's name.</summary>
    public static bool TryParse([NotNullWhen(true)] string? name, out IssuerKey issuer, out ReportKey report)
    {
        report = new ReportKey(null, null, null);
        return TrySplit(name, LateFilings, out issuer, out var rest) && ReportKey.TryParse(rest, out report);
    }

    /// <summary>Reads a restatement case's name.</summary>
    public static bool TryParseRestatement([NotNullWhen(true)] string? name, out IssuerKey issuer, out string disclosure) =>
        TrySplit(name, RestatementCases, out issuer, out disclosure);

    private static bool TrySplit([NotNullWhen(true)] string? name, string collection, out IssuerKey issuer, out string rest)
    {
        issuer = default;
        rest = "";
        if (name is null || !name.StartsWith(collection, StringComparison.Ordinal))
            return false;
        var id = name[collection.Length..];
        var dot = id.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || dot == id.Length - 1)
            return false;
        rest = id[(dot + 1)..];
        return IssuerKey.TryParse(id[..dot], out issuer);
    }
}
