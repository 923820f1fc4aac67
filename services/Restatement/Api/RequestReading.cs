using System.Globalization;
using Filingwire.Contracts.Evidence;
using Filingwire.Hosting.Errors;
using Filingwire.Restatement.Issuers;
using Filingwire.Restatement.LateFilings;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Restatement.Api;

/// <summary>Reads what requests hold; what is wrong ends the call with INVALID_ARGUMENT, the reason and the field.</summary>
internal static class RequestReading
{
    public static IssuerKey Issuer(string name, string field = "issuer") => IssuerKey.TryParseResourceName(name, out var issuer)
        ? issuer
        : throw RequestException.Invalid("ISSUER_NAME_MALFORMED", field, "An issuer is issuers/{CIK} or issuers/n-{name}.");

    public static IssuerKey? OptionalIssuer(string name) => name.Length == 0 ? null : Issuer(name);

    public static DateOnly Date(string text, string field) => WireText.Date(text) is { Year: >= 1900 and <= 2100 } day
        ? day
        : throw RequestException.Invalid("DATE_MALFORMED", field, "A date is written 2024-08-14 and lies between 1900 and 2100.");

    public static DateOnly? OptionalDate(bool present, string text, string field) => present ? Date(text, field) : null;

    /// <summary>Values of a filter as the domain's codes, which have the wire's numbers.</summary>
    public static IReadOnlyList<string> Codes<TWire, TDomain>(IEnumerable<TWire> values, string field)
        where TWire : struct, Enum
        where TDomain : struct, Enum =>
        [.. values.Select(value => Convert.ToInt32(value, CultureInfo.InvariantCulture) is > 0 and var number && Enum.IsDefined(typeof(TDomain), number)
            ? ((TDomain)Enum.ToObject(typeof(TDomain), number)).Camel()
            : throw RequestException.Invalid("FILTER_VALUE_UNKNOWN", field, $"{value} cannot be filtered by."))];

    public static (IssuerKey Issuer, ReportKey Report) LateFiling(string name) => CaseNames.TryParse(name, out var issuer, out var report)
        ? (issuer, report)
        : throw RequestException.Invalid("LATE_FILING_NAME_MALFORMED", "name", "A late filing is lateFilings/{late_filing}.");

    public static (IssuerKey Issuer, string Disclosure) RestatementCase(string name) => CaseNames.TryParseRestatement(name, out var issuer, out var disclosure)
        ? (issuer, disclosure)
        : throw RequestException.Invalid("RESTATEMENT_CASE_NAME_MALFORMED", "name", "A restatement case is restatementCases/{restatement_case}.");
}
