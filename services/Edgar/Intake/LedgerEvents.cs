using System.Globalization;
using Filingwire.Contracts.Events;
using Filingwire.Sec.Identifiers;
using Filingwire.Edgar.Feed;
using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.Reconciliation;

namespace Filingwire.Edgar.Intake;

/// <summary>
/// What is published about submissions that EDGAR changes afterwards. The same change gives the same event with the same id.
/// </summary>
internal static class LedgerEvents
{
    /// <summary>EDGAR has a submission no more.</summary>
    public static FilingWithdrawn Withdrawn(LedgerEntry entry, DateTimeOffset now) => new()
    {
        EventId = DeterministicId.Of(nameof(FilingWithdrawn), entry.Accession, Standing(entry)),
        OccurredAt = now,
        Issuer = IssuerOf(entry),
        Filing = NameOf(entry),
        FormType = entry.FormType,
        Accession = entry.Accession,
        FiledOn = entry.FiledOn,
        NoticedAt = now,
    };

    /// <summary>EDGAR has changed a submission's form type or filing date.</summary>
    public static FilingCorrected Corrected(LedgerEntry entry, ChangedFact change, DateTimeOffset now) => new()
    {
        EventId = DeterministicId.Of(
            nameof(FilingCorrected), entry.Accession, change.FormerType, change.FormType, Iso(change.FormerDate), Iso(change.FiledOn)),
        OccurredAt = now,
        Issuer = IssuerOf(entry),
        Filing = NameOf(entry),
        FormType = change.FormType,
        Accession = entry.Accession,
        FormerType = change.FormerType,
        FiledOn = change.FiledOn,
        FormerFiledOn = change.FormerDate,
    };

    // A submission that comes back and goes again is withdrawn anew.
    private static string Standing(LedgerEntry entry) => (entry.Standing?.LastAt ?? entry.FirstSeen).UtcDateTime.ToString(
        "O", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private static string? NameOf(LedgerEntry entry) => FilingId.TryParse(entry.Accession, out var id) ? id.ResourceName : null;

    // Whom it is about, where that is told; of several parties without roles nobody knows which.
    private static string? IssuerOf(LedgerEntry entry)
    {
        var about = entry.Parties.Where(party => party.Role is PartyRole.Issuer or PartyRole.Subject or PartyRole.Filer).ToList();
        var one = about.Count > 0 ? about[0] : entry.Parties.Count == 1 ? entry.Parties[0] : null;
        return Cik.TryParse(one?.Cik, out var cik) ? IssuerKey.Of(cik).ResourceName : null;
    }
}
