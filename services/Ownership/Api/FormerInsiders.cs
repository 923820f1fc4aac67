using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Storage;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;

namespace Filingwire.Ownership.Api;

/// <summary>Finds the owners who have left: whose latest report on the issuer has the exit box ticked.</summary>
internal sealed class FormerInsiders(OwnershipStore store)
{
    /// <summary>Those of some owners of an issuer who had left at the end of a day, with the report that says so.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <param name="owners">The owners.</param>
    /// <param name="asOf">The day; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyDictionary<OwnerKey, OwnershipReport>> AmongAsync(
        IssuerKey issuer, IReadOnlyCollection<OwnerKey> owners, DateOnly? asOf, CancellationToken cancellation)
    {
        var marks = owners.ToDictionary(owner => Marks.Tenure(issuer.ToString(), owner.ToString()), StringComparer.Ordinal);
        var exits = (await store.MarkedAsync(marks.Keys, DocumentQuery.All, cancellation)).Select(document => document.Value)
            .Where(document => document.Report.NotSubjectToSection16 == true && IsUntil(document.Report, asOf)).ToList();
        var left = new Dictionary<OwnerKey, OwnershipReport>();
        foreach (var own in exits.SelectMany(document => document.MarkTags.Where(marks.ContainsKey), (document, mark) => (Owner: marks[mark], document.Report)).GroupBy(x => x.Owner, x => x.Report))
        {
            // A later report without the tick says that the owner is an insider again, or still.
            var since = await store.AllAsync(ReportQuery.Of(issuer, own.Key, own.Max(report => report.LatestActivity)), cancellation);
            var latest = own.Concat(since.Documents.Where(document => document.Value.OwnerKeys.Contains(own.Key)).Select(document => document.Value.Report).Where(report => IsUntil(report, asOf)))
                .Max(Comparer<OwnershipReport>.Create(FilingOrder.Compare))!;
            if (latest.NotSubjectToSection16 == true)
                left[own.Key] = latest;
        }
        return left;
    }

    private static bool IsUntil(OwnershipReport report, DateOnly? asOf) => asOf is not { } day || report.LatestActivity <= day;
}
