using System.Globalization;
using Filingwire.Contracts.Identifiers;
using Filingwire.Hosting.Stores;

namespace Filingwire.Ownership.Storage;

/// <summary>
/// Queries for filings. The store has an index on each field by itself, so what is asked for together stands in one field: the issuer and the day. The issuer
/// alone would find too much, and the day alone far too much.
/// </summary>
internal static class ReportQuery
{
    /// <summary>The filings on an issuer, by an owner or both, of an issuer known by name also those that give its CIK; newest activity first.</summary>
    /// <param name="issuer">Null for all of the owner's.</param>
    /// <param name="owner">Null for all of the issuer's.</param>
    /// <param name="from">First day that the latest activity may fall on; null for no limit.</param>
    /// <param name="to">Last day that the earliest activity may fall on; null for no limit.</param>
    public static DocumentQuery Of(IssuerKey? issuer, OwnerKey? owner, DateOnly? from = null, DateOnly? to = null)
    {
        var query = DocumentQuery.All;
        if (issuer is { } about)
        {
            var field = about.IsProvisional ? "activityOfName" : "activity";
            query = query.AtLeast(field, OfDay(about.ToString(), from)).AtMost(field, OfDay(about.ToString(), DateOnly.MaxValue)).OrderByDescending(field);
        }
        else
        {
            query = query.OrderByDescending("latest");
            if (from is { } first)
                query = query.AtLeast("latest", first);
        }
        if (owner is { } by)
            query = query.Where("owners", by.ToString());
        return to is { } last ? query.AtMost("earliest", last) : query;
    }

    /// <summary>Those of the filings of <see cref="Of"/> that may hold one of some codes; a few others may be among them.</summary>
    public static DocumentQuery WithCodes(this DocumentQuery query, IssuerKey? issuer, OwnerKey? owner, IReadOnlyCollection<string> codes) =>
        issuer is { IsProvisional: false } about && owner is null ? query.WhereAny("codes", [.. codes.Select(code => OfCode(about.ToString(), code))]) : query;

    /// <summary>Those of the filings of <see cref="Of"/> that may have missed a due date on or after a day; a few others may be among them.</summary>
    public static DocumentQuery Missed(this DocumentQuery query, IssuerKey? issuer, DateOnly? from) => issuer is { IsProvisional: false } about
        ? query.AtLeast("missed", OfDay(about.ToString(), from)).AtMost("missed", OfDay(about.ToString(), DateOnly.MaxValue)).OrderByDescending("missed")
        : query.AtLeast("missed", "");

    /// <summary>An issuer and a day, ordered by day within the issuer; no day before all days.</summary>
    public static string OfDay(string issuer, DateOnly? day) => string.Create(CultureInfo.InvariantCulture, $"{issuer}|{day:yyyy-MM-dd}");

    /// <summary>An issuer and a transaction code.</summary>
    public static string OfCode(string issuer, string code) => $"{issuer}|{code}";
}
