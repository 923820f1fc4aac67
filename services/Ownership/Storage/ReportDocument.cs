using System.Text.Json.Serialization;
using Filingwire.Contracts.Identifiers;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Amendments;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Ledger.Timeliness;

namespace Filingwire.Ownership.Storage;

/// <summary>
/// One filing as kept: the fact, and what the fold over its owners' filings made of it. The second part could be computed at any time and is kept so that
/// lists need not read an owner's every filing to show one page.
/// </summary>
public sealed record ReportDocument
{
    /// <summary>The fact.</summary>
    public required OwnershipReport Report { get; init; }

    /// <summary>The owners, resolved.</summary>
    public required IReadOnlyList<string> Owners { get; init; }

    /// <summary>The standing of the rows that amendments or duplicates have touched.</summary>
    public IReadOnlyList<KeptStanding> Standings { get; init; } = [];

    /// <summary>The document of a filing that has met no other yet.</summary>
    public static ReportDocument Of(OwnershipReport report)
    {
        var alone = IssuerLedger.Fold([report]);
        return Of(report, alone);
    }

    /// <summary>The document that the fold gives.</summary>
    public static ReportDocument Of(OwnershipReport report, IssuerLedger ledger) => new()
    {
        Report = report,
        Owners = [.. ledger.Identities.Resolve(report).Select(owner => owner.ToString())],
        Standings = [.. ledger.RowsOf(report.Filing)
            .Where(row => row.Standing.Rule is not null)
            .Select(row => new KeptStanding(row.Row.Table, row.Row.Ordinal, row.Standing))],
    };

    /// <summary>The rows with their standing.</summary>
    [JsonIgnore]
    public IReadOnlyList<LedgerRow> Rows
    {
        get
        {
            var owners = OwnerKeys;
            var untouched = RowStanding.Untouched(Report);
            return [.. Report.Rows.Select(row => new LedgerRow(
                Report, row, owners, Standings.FirstOrDefault(kept => kept.Table == row.Table && kept.Ordinal == row.Ordinal)?.Standing ?? untouched))];
        }
    }

    /// <summary>The owners, resolved.</summary>
    [JsonIgnore]
    public IReadOnlyList<OwnerKey> OwnerKeys => [.. Owners.Select(text => OwnerKey.TryParse(text, out var key) ? key : default)];

    /// <summary>Every key under which an owner of the filing may be asked for.</summary>
    [JsonIgnore]
    public IEnumerable<string> OwnerTags => Owners
        .Concat(Report.Owners.Select(owner => owner.Key.ToString()))
        .Concat(Report.Owners.Select(owner => owner.NameKey?.ToString()).OfType<string>());

    /// <summary>What makes the filing matter to others; see <see cref="Marks"/>.</summary>
    [JsonIgnore]
    public IEnumerable<string> MarkTags
    {
        get
        {
            if (Duplicates.Fingerprint(Report) is { } print)
                yield return Marks.Content(Report, print);
            var meets = Report.IsAmendment || Report.Owners.Any(owner => owner.Key.IsProvisional);
            var screened = Report.Rows.Any(ShortSwing.IsCandidate);
            foreach (var owner in OwnerTags.Distinct())
            {
                if (meets)
                    yield return Marks.Meeting(Report, owner);
                if (screened)
                    yield return Marks.Screened(Report, owner);
            }
        }
    }

    /// <summary>The latest due date among the rows reported late; null when none was.</summary>
    [JsonIgnore]
    public DateOnly? LatestMissedDueDate => Rows.Where(row => row.IsCurrent).Select(TimelinessRules.Of)
        .Append(Report.Form == ReportForm.Form3 ? TimelinessRules.OfForm3(Report, new FirstReport(Report.Filing, Report.Filed)) : null)
        .Where(timeliness => timeliness?.Verdict == TimelinessVerdict.Late)
        .Max(timeliness => timeliness!.DueOn);
}

/// <summary>The standing of one row.</summary>
public sealed record KeptStanding(int Table, int Ordinal, RowStanding Standing);

/// <summary>
/// Marks by which a filing finds the few others that its arrival may change, so that an ordinary filing needs no look at its owners' history.
/// </summary>
internal static class Marks
{
    /// <summary>Another filing with this content would be its duplicate.</summary>
    public static string Content(OwnershipReport report, string fingerprint) => $"c|{report.Issuer}|{fingerprint}";

    /// <summary>An amendment, or a filing whose owner is known by name only: other filings of the owner may bear on it.</summary>
    public static string Meeting(OwnershipReport report, string owner) => $"m|{report.Issuer}|{owner}";

    /// <summary>It holds a purchase or sale that short-swing matching looks at.</summary>
    public static string Screened(OwnershipReport report, string owner) => $"s|{report.Issuer}|{owner}";
}
