using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;

namespace Filingwire.Ownership.Storage;

/// <summary>Queries for filings, each on one of the indexes of <see cref="Collections.Reports"/>.</summary>
internal static class ReportQuery
{
    /// <summary>Most filings report a few days.</summary>
    public const int LongDays = 31;

    /// <summary>The filings on an issuer, by an owner or both, of an issuer known by name also those that give its CIK; newest activity first.</summary>
    /// <param name="issuer">Null for all of the owner's.</param>
    /// <param name="owner">Null for all of the issuer's.</param>
    /// <param name="from">First day that the latest activity may fall on; null for no limit.</param>
    /// <param name="to">Last day that the earliest activity may fall on; null for no limit.</param>
    public static DocumentQuery Of(IssuerKey? issuer, OwnerKey? owner, DateOnly? from = null, DateOnly? to = null)
    {
        var query = DocumentQuery.All.OrderByDescending("latest");
        if (issuer is { } about)
            query = query.Where(about.IsProvisional ? "issuerName" : "issuer", about.ToString());
        if (from is { } first)
            query = query.AtLeast("latest", first);
        if (owner is { } by)
            query = query.Where("owners", by.ToString());
        return to is { } last ? query.AtMost("earliest", last) : query;
    }

    /// <summary>The filings on an issuer with activity in a window, but for those of <see cref="Long"/> that end long after it.</summary>
    public static DocumentQuery Near(IssuerKey issuer, DateOnly? from, DateOnly to) => Of(issuer, null, from, to).AtMost("latest", to.AddDays(LongDays));

    /// <summary>The filings on an issuer with activity in a window whose activity covers a long time: few, such as annual statements.</summary>
    public static DocumentQuery Long(IssuerKey issuer, DateOnly? from, DateOnly to) => DocumentQuery.All
        .Where("issuer", issuer.ToString()).AtLeast("longLatest", from ?? DateOnly.MinValue).AtMost("earliest", to).OrderByDescending("longLatest");

    /// <summary>True when more than <see cref="LongDays"/> lie between a filing's first and last activity.</summary>
    public static bool IsLong(OwnershipReport report) =>
        report.LatestActivity is { } latest && report.EarliestActivity is { } earliest && latest.DayNumber - earliest.DayNumber > LongDays;

    /// <summary>Those of the filings of <see cref="Of"/> that may hold one of some codes; a few others may be among them.</summary>
    public static DocumentQuery WithCodes(this DocumentQuery query, IssuerKey? issuer, OwnerKey? owner, IReadOnlyCollection<string> codes) =>
        issuer is { IsProvisional: false } about && owner is null ? query.WhereAny("codes", [.. codes.Select(code => CompositeKey.Of(about.ToString(), code))]) : query;

    /// <summary>Those of the filings of <see cref="Of"/> that may have missed a due date on or after a day; a few others may be among them.</summary>
    public static DocumentQuery Missed(this DocumentQuery query, DateOnly? from) => query.AtLeast("missed", from ?? DateOnly.MinValue).OrderByDescending("missed");
}
