using System.Text.RegularExpressions;
using Filingwire.Ownership.Ledger.Facts;

namespace Filingwire.Ownership.Ledger.Meanings;

/// <summary>How far a report shows that its issuer is a foreign private issuer; no box of the forms says so.</summary>
public enum ForeignIssuerBasis
{
    /// <summary>Nothing shows it.</summary>
    None,

    /// <summary>The form gives a foreign trading symbol, which an issuer that is listed abroad may have without being one.</summary>
    ForeignSymbol,

    /// <summary>The remarks or a footnote say so.</summary>
    Stated,
}

/// <summary>
/// Foreign private issuers. Their directors and officers report under Section 16(a) from 2026-03-18 (Holding Foreign Insiders Accountable Act, Release
/// 34-104903; the date is known from secondary sources, certainty 80 %). Holders of more than ten percent stay exempt, and nobody is subject to Section 16(b) (Rule 3a12-3(b)).
/// </summary>
public static partial class ForeignIssuer
{
    /// <summary>The first day on which their directors and officers are subject to Section 16(a).</summary>
    public static readonly DateOnly InsidersReportSince = new(2026, 3, 18);

    /// <summary>What a report shows; nothing for one filed before the day, when insiders of such issuers filed none.</summary>
    public static ForeignIssuerBasis BasisOf(OwnershipReport report)
    {
        if (report.Filed.Date is { } filed && filed < InsidersReportSince)
            return ForeignIssuerBasis.None;
        if (report.Footnotes.Select(note => note.Text.Value).Append(report.Remarks).Any(text => text is not null && SaysSo(text)))
            return ForeignIssuerBasis.Stated;
        return report.ForeignTradingSymbol is null ? ForeignIssuerBasis.None : ForeignIssuerBasis.ForeignSymbol;
    }

    /// <summary>True when none of the owners is a director or an officer, so that Rule 3a12-3(b) goes on to exempt them all.</summary>
    public static bool AreExempt(IReadOnlyList<ReportedOwner> owners) =>
        owners.All(owner => owner is { IsTenPercentOwner: true, IsDirector: not true, IsOfficer: not true });

    private static bool SaysSo(string text) =>
        text.Contains("foreign", StringComparison.OrdinalIgnoreCase) && (ActName().IsMatch(text) || (IssuerKind().IsMatch(text) && !NoLonger().IsMatch(text)));

    [GeneratedRegex(@"\bHolding\s+Foreign\s+Insiders\s+Accountable\s+Act\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActName();

    [GeneratedRegex(@"\bforeign\s+private\s+issuers?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IssuerKind();

    [GeneratedRegex(@"\b(?:ceas\w+|no\s+longer|lost|not|former\w*)\b[^.;]{0,60}\bforeign\s+private\s+issuer", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoLonger();
}
