using System.Collections.Frozen;
using System.Text;

namespace Filingwire.Parsing.Envelopes;

/// <summary>The names of header lines. Captions and tags that mean the same get the tag's name.</summary>
internal static class HeaderNames
{
    private const int LongestName = 60;

    private static readonly FrozenDictionary<string, string> Tags = new Dictionary<string, string>
    {
        ["CONFORMED-SUBMISSION-TYPE"] = "TYPE",
        ["CONFORMED-PERIOD-OF-REPORT"] = "PERIOD",
        ["FILED-AS-OF-DATE"] = "FILING-DATE",
        ["ITEM-INFORMATION"] = "ITEMS",
        ["COMPANY-CONFORMED-NAME"] = "CONFORMED-NAME",
        ["CENTRAL-INDEX-KEY"] = "CIK",
        ["STANDARD-INDUSTRIAL-CLASSIFICATION"] = "ASSIGNED-SIC",
        ["EIN"] = "IRS-NUMBER",
        ["SEC-ACT"] = "ACT",
        ["SEC-FILE-NUMBER"] = "FILE-NUMBER",
        ["STREET-1"] = "STREET1",
        ["STREET-2"] = "STREET2",
        ["BUSINESS-PHONE"] = "PHONE",
        ["DATE-OF-NAME-CHANGE"] = "DATE-CHANGED",
        ["OWNER-CONFORMED-NAME"] = "CONFORMED-NAME",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, PartyRole> Roles = new Dictionary<string, PartyRole>
    {
        ["ISSUER"] = PartyRole.Issuer,
        ["REPORTING-OWNER"] = PartyRole.ReportingOwner,
        ["FILER"] = PartyRole.Filer,
        ["SUBJECT-COMPANY"] = PartyRole.SubjectCompany,
        ["FILED-BY"] = PartyRole.FiledBy,
        ["FILED-FOR"] = PartyRole.Other,
        ["SERIAL-COMPANY"] = PartyRole.Other,
        ["DEPOSITOR"] = PartyRole.Other,
        ["SECURITIZER"] = PartyRole.Other,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Rules = Tags.Values
        .Concat(["ACCESSION-NUMBER", "ACCEPTANCE-DATETIME", "ORGANIZATION-NAME", "STATE-OF-INCORPORATION", "FISCAL-YEAR-END", "FORM-TYPE", "FILM-NUMBER", "CITY", "STATE", "ZIP", "FORMER-CONFORMED-NAME", "PUBLIC-DOCUMENT-COUNT"])
        .Distinct().ToFrozenDictionary(name => name, name => "header." + name.ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The name of a line's caption or tag, upper case with hyphens.</summary>
    public static string Of(ReadOnlySpan<byte> written)
    {
        var name = Encoding.Latin1.GetString(written[..Math.Min(written.Length, LongestName)].Trim(" \t"u8)).ToUpperInvariant().Replace(' ', '-');
        return Tags.GetValueOrDefault(name, name);
    }

    /// <summary>The role of the party whose block the name opens; null when it opens none.</summary>
    public static PartyRole? Role(string name) => Roles.TryGetValue(name, out var role) ? role : null;

    /// <summary>The rule that reads the line.</summary>
    public static string Rule(string name) => Rules.TryGetValue(name, out var rule) ? rule : "header." + name.ToLowerInvariant();
}
