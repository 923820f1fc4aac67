using Filingwire.Messaging.Events;
using Filingwire.Restatement.Issuers;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;

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

    /// <summary>Brings an issuer's rows to what is kept of it: what was announced a moment ago is listed then, too.</summary>
    public async Task CompleteRowsAsync(string issuer, CancellationToken cancellation)
    {
        if (await issuers.GetAsync(issuer, cancellation) is { } found)
            await rows.WriteAsync(found, null, found.Value.Published(), cancellation);
    }

    /// <summary>Changes an issuer and publishes what that means. Changes that change nothing publish nothing but complete the rows of an earlier one.</summary>
    /// <param name="issuer">The key.</param>
    /// <param name="changes">In order; applied again when somebody else was faster.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>True when something changed.</returns>
    public async Task<bool> ChangeAsync(IssuerKey issuer, IReadOnlyList<IssuerChange> changes, CancellationToken cancellation)
    {
        Versioned<IssuerDocument>? before = null;
        Func<Versioned<IssuerDocument>, Task>? completing = null;
        var saved = await issuers.UpdateAsync(
            issuer.ToString(),
            found =>
            {
                before = found;
                var document = found?.Value ?? new IssuerDocument { Issuer = issuer.ToString() };
                var folded = IssuerFold.Apply(document, changes, (found?.Version ?? 0) + 1, time.GetUtcNow());
                completing = kept => folded is null
                    ? rows.WriteAsync(kept, null, document.Published(), cancellation)
                    : rows.WriteAsync(kept, folded.Before, folded.After, cancellation);
                return folded is null ? null : new Update<IssuerDocument>(folded.Document, EventJson.ToRecords(folded.Events));
            },
            cancellation);
        if ((saved ?? before) is { } kept)
            await completing!(kept);
        return saved is not null;
    }
}
