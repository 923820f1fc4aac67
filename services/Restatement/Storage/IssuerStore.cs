using Filingwire.Contracts.Identifiers;
using Filingwire.Hosting.Stores;
using Filingwire.Restatement.Issuers;

namespace Filingwire.Restatement.Storage;

/// <summary>This service's own store. An issuer's document and the events about its change are saved in one write.</summary>
internal sealed class IssuerStore(DocumentCollection<IssuerDocument> issuers, CaseRows rows, TimeProvider time)
{
    private const int MostHops = 4;

    /// <summary>The issuer as kept; null when nothing is.</summary>
    public async Task<IssuerDocument?> FindAsync(IssuerKey issuer, CancellationToken cancellation)
    {
        var found = await issuers.GetAsync(issuer.ToString(), cancellation);
        // A provisional issuer leads to the one that it proved to be.
        for (var hop = 0; hop < MostHops && found is { Value: { MovedTo: { } to, Facts.Facts.Length: 0 } }; hop++)
            found = await issuers.GetAsync(to, cancellation) ?? found;
        return found?.Value;
    }

    /// <summary>Those of the issuers that exist.</summary>
    public async Task<IReadOnlyDictionary<string, Versioned<IssuerDocument>>> FindManyAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        await issuers.GetManyAsync(keys, cancellation);

    /// <summary>Issuers with a deadline on or before the day that was not announced as passed.</summary>
    public async Task<Page<IssuerDocument>> DueAsync(DateOnly day, int pageSize, string pageToken, CancellationToken cancellation) =>
        await issuers.QueryAsync(DocumentQuery.All.AtMost("nextDeadline", day).AtLeast("nextDeadline", DateOnly.MinValue).OrderBy("nextDeadline").Page(pageSize, pageToken), cancellation);

    /// <summary>Changes an issuer and publishes what that means. A change that changes nothing publishes nothing but completes the rows of an earlier one.</summary>
    /// <param name="issuer">The key.</param>
    /// <param name="change">Pure; called again when somebody else was faster.</param>
    /// <param name="filing">The filing that is the cause; null for the passing of time.</param>
    /// <param name="formType">Its submission type.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>True when something changed.</returns>
    public async Task<bool> ChangeAsync(IssuerKey issuer, Func<IssuerDocument, IssuerDocument> change, string? filing, string? formType, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await issuers.GetAsync(issuer.ToString(), cancellation);
            var before = found?.Value ?? new IssuerDocument { Issuer = issuer.ToString() };
            var after = change(before);
            if (ReferenceEquals(after, before))
            {
                if (found is not null)
                    await rows.WriteAsync(found, null, before.Published(), cancellation);
                return false;
            }
            var (viewBefore, viewAfter) = (before.Published(), after.Published());
            var version = (found?.Version ?? 0) + 1;
            var now = time.GetUtcNow();
            after = after.Settled(viewAfter, now);
            var events = IssuerChanges.Between(before, viewBefore, after, viewAfter, new Cause(filing, formType, version, now));
            if (!await issuers.TrySaveAsync(new Change<IssuerDocument>(issuer.ToString(), version - 1, after, events), cancellation))
                continue;
            await rows.WriteAsync(new Versioned<IssuerDocument>(issuer.ToString(), version, after), viewBefore, viewAfter, cancellation);
            return true;
        }
    }
}
