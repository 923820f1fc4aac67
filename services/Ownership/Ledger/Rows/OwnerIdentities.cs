using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Rows;

/// <summary>
/// Who is who among the owners of one issuer: an owner known by name only is taken for the owner of the same name whose CIK another filing on the
/// same issuer gives, as long as only one such CIK is known. A function of the set of filings, so the order of their arrival does not matter.
/// </summary>
public sealed class OwnerIdentities
{
    private readonly Dictionary<string, HashSet<OwnerKey>> byName = new(StringComparer.Ordinal);

    /// <summary>Learns from all filings of one issuer.</summary>
    public OwnerIdentities(IEnumerable<OwnershipReport> reports)
    {
        foreach (var owner in reports.SelectMany(report => report.Owners))
        {
            if (owner.NameKey is not { } name)
                continue;
            if (!byName.TryGetValue(name.ToString(), out var keys))
                byName.Add(name.ToString(), keys = []);
            if (!owner.Key.IsProvisional)
                keys.Add(owner.Key);
        }
    }

    /// <summary>The key under which the owner's facts are joined.</summary>
    public OwnerKey Resolve(OwnerKey key) =>
        key.IsProvisional && byName.TryGetValue(key.ToString(), out var known) && known.Count == 1 ? known.Single() : key;

    /// <summary>The keys of a filing's owners, resolved, each once, in the filing's order.</summary>
    public IReadOnlyList<OwnerKey> Resolve(OwnershipReport report) =>
        report.Owners is [var only] ? [Resolve(only.Key)] : [.. report.Owners.Select(owner => Resolve(owner.Key)).Distinct()];
}
