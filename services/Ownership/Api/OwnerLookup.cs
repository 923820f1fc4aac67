using Filingwire.Ownership.Storage;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Api;

/// <summary>Finds the owner that a key means.</summary>
internal sealed class OwnerLookup(OwnershipStore store)
{
    /// <summary>
    /// The CIK behind a name, when the filings that bear the name know exactly one; otherwise the key itself. A name within an issuer is surer than a
    /// name alone.
    /// </summary>
    public async Task<OwnerKey> ResolveAsync(IssuerKey? issuer, OwnerKey key, CancellationToken cancellation)
    {
        if (!key.IsProvisional)
            return key;
        var known = new HashSet<OwnerKey>();
        foreach (var document in (await store.ReportsAsync(issuer, key, cancellation)).Documents)
            for (var i = 0; i < document.Value.Report.Owners.Count; i++)
                if (document.Value.Report.Owners[i].NameKey == key)
                    known.Add(document.Value.Report.Owners.Count == document.Value.Owners.Count
                        ? document.Value.OwnerKeys[i]
                        : document.Value.Report.Owners[i].Key);
        known.RemoveWhere(owner => owner.IsProvisional);
        return known.Count == 1 ? known.Single() : key;
    }
}
