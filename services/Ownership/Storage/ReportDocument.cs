using System.Text.Json.Serialization;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Amendments;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Meanings;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Ledger.Timeliness;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;

namespace Filingwire.Ownership.Storage;

/// <summary>
/// One filing as kept: the fact, and what the fold over its owners' filings made of it. The second part could be computed at any time and is kept so that
/// lists need not read an owner's every filing to show one page.
/// </summary>
public sealed class ReportDocument
{
    private LedgerRow[]? rows;
    private OwnerKey[]? ownerKeys;
    private string[]? ownerTags;
    private string[]? markTags;
    private StateDocument? states;

    /// <summary>The filing's id.</summary>
    [JsonIgnore]
    public string Id => Report.Filing.ToString();

    /// <summary>The fact.</summary>
    public required OwnershipReport Report { get; init; }

    /// <summary>The owners, resolved.</summary>
    public required IReadOnlyList<string> Owners { get; init; }

    /// <summary>The standing of the rows that amendments or duplicates have touched.</summary>
    public IReadOnlyList<KeptStanding> Standings { get; init; } = [];

    /// <summary>The rows about trades that count in another filing of the owner's group.</summary>
    public IReadOnlyList<KeptJointRow> JointRows { get; init; } = [];

    /// <summary>The document of a filing that has met no other yet.</summary>
    public static ReportDocument Of(OwnershipReport report)
    {
        // Alone, only an amendment has a standing other than untouched, and a name has nobody to tell its CIK from but the other owners.
        return report.IsAmendment || report.Owners.Any(owner => owner.Key.IsProvisional)
            ? Of(report, IssuerLedger.Fold([report]))
            : new ReportDocument { Report = report, Owners = [.. report.Owners.Select(owner => owner.Key.ToString()).Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>The document that the fold gives.</summary>
    /// <param name="report">The filing.</param>
    /// <param name="ledger">The fold.</param>
    /// <param name="joint">The joint rows as they are known, where the fold is one over a part of the issuer's filings.</param>
    public static ReportDocument Of(OwnershipReport report, IssuerLedger ledger, IReadOnlyList<KeptJointRow>? joint = null) => new()
    {
        Report = report,
        Owners = [.. ledger.Identities.Resolve(report).Select(owner => owner.ToString())],
        Standings = [.. ledger.RowsOf(report.Filing)
            .Where(row => row.Standing.Rule is not null)
            .Select(row => new KeptStanding(row.Row.Table, row.Row.Ordinal, row.Standing))],
        JointRows = joint ?? [.. ledger.RowsOf(report.Filing).Where(row => row.SameTradeAs is not null).Select(row => new KeptJointRow(row.Row.Table, row.Row.Ordinal, row.SameTradeAs!.Value))],
    };

    /// <summary>The same document with other joint rows.</summary>
    public ReportDocument With(IReadOnlyList<KeptJointRow> joint) => new() { Report = Report, Owners = Owners, Standings = Standings, JointRows = joint };

    /// <summary>The rows with their standing.</summary>
    [JsonIgnore]
    public IReadOnlyList<LedgerRow> Rows => rows ??= ReadRows();

    /// <summary>The owners, resolved.</summary>
    [JsonIgnore]
    public IReadOnlyList<OwnerKey> OwnerKeys => ownerKeys ??= [.. Owners.Select(text => OwnerKey.TryParse(text, out var key) ? key : default)];

    /// <summary>Every key under which an owner of the filing may be asked for.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> OwnerTags => ownerTags ??= [.. Owners
        .Concat(Report.Owners.Select(owner => owner.Key.ToString()))
        .Concat(Report.Owners.Select(owner => owner.NameKey?.ToString()).OfType<string>()).Distinct()];

    /// <summary>What makes the filing matter to others; see <see cref="Marks"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> MarkTags => markTags ??= [.. ReadMarks()];

    /// <summary>What the filing states about positions, as if there were no other.</summary>
    [JsonIgnore]
    public StateDocument States => states ??= StateDocument.Of(this);

    /// <summary>True when short-swing matching looks at one of the rows of this direction.</summary>
    public bool Deals(string direction) => Report.Rows.Any(row => ShortSwing.IsPurchase(row) == (direction == "A"));

    /// <summary>The largest open-market dealing of a code in Table I in cents; null when there is none with a value.</summary>
    public long? LargestInCents(string code) => Rows
        .Where(row => row is { IsCurrent: true, IsTransaction: true, Row.Table: 1 } && row.Row.Code?.Value == code)
        .Max(row => RowMeaning.ValueOf(row)) is { } value and < 1e16m ? (long)(value * 100) : null;

    private IEnumerable<string> ReadMarks()
    {
        if (Duplicates.Fingerprint(Report) is { } print)
            yield return Marks.Content(Report, print);
        foreach (var day in Report.Rows.Select(JointTrades.DayOf).OfType<string>().Distinct())
            yield return Marks.Trade(Report.Issuer.ToString(), day);
        var nameless = Report.Owners.Any(owner => owner.Key.IsProvisional);
        var (buys, sells, tells) = (Deals("A"), Deals("D"), Tenure.Tells(Report));
        foreach (var owner in OwnerTags)
        {
            if (Report.IsAmendment)
                yield return Marks.Amendment(Report, owner);
            if (nameless)
                yield return Marks.Nameless(Report, owner);
            if (buys)
                yield return Marks.Purchase(Report.Issuer.ToString(), owner);
            if (sells)
                yield return Marks.Sale(Report.Issuer.ToString(), owner);
            if (tells)
                yield return Marks.Tenure(Report.Issuer.ToString(), owner);
        }
    }

    private LedgerRow[] ReadRows()
    {
        var untouched = RowStanding.Untouched(Report);
        return [.. Report.Rows.Select(row => new LedgerRow(
            Report, row, OwnerKeys, Standings.FirstOrDefault(kept => kept.Table == row.Table && kept.Ordinal == row.Ordinal)?.Standing ?? untouched,
            JointRows.FirstOrDefault(kept => kept.Table == row.Table && kept.Ordinal == row.Ordinal)?.CountedAs))];
    }

    /// <summary>The latest due date among the rows reported late, <see cref="TimelinessRules.DayOf"/>; null when none was.</summary>
    [JsonIgnore]
    public DateOnly? LatestMissedDueDate => Rows.Where(row => row.IsCurrent).Select(TimelinessRules.Of)
        .Append(Report.Form == ReportForm.Form3 ? TimelinessRules.OfForm3(Report, new FirstReport(Report.Filing, Report.Filed)) : null)
        .Where(timeliness => timeliness?.Verdict is TimelinessVerdict.Late or TimelinessVerdict.LateByOwnAccount)
        .Max(timeliness => TimelinessRules.DayOf(Report, timeliness!));
}

/// <summary>A row about a trade that another filing's row counts for.</summary>
public sealed record KeptJointRow(int Table, int Ordinal, RowKey CountedAs);

/// <summary>The standing of one row.</summary>
public sealed record KeptStanding(int Table, int Ordinal, RowStanding Standing);

/// <summary>
/// Marks by which a filing finds the few others that its arrival may change, so that an ordinary filing needs no look at its owners' history.
/// </summary>
internal static class Marks
{
    /// <summary>Another filing with this content would be its duplicate.</summary>
    public static string Content(OwnershipReport report, string fingerprint) => CompositeKey.Of("c", report.Issuer.ToString(), fingerprint);

    /// <summary>A dealing of a day, a code and a direction, which another member of the owner's group may report as well.</summary>
    public static string Trade(string issuer, string day) => CompositeKey.Of("t", issuer, day);

    /// <summary>An amendment, for which an earlier filing of the owner may be the original.</summary>
    public static string Amendment(OwnershipReport report, string owner) => CompositeKey.Of("a", report.Issuer.ToString(), owner);

    /// <summary>A filing with an owner known by name only, whose CIK another may tell.</summary>
    public static string Nameless(OwnershipReport report, string owner) => CompositeKey.Of("n", report.Issuer.ToString(), owner);

    /// <summary>A purchase that short-swing matching looks at.</summary>
    public static string Purchase(string issuer, string owner) => CompositeKey.Of("b", issuer, owner);

    /// <summary>A filing that tells when the owner became an insider or ceased to be one.</summary>
    public static string Tenure(string issuer, string owner) => CompositeKey.Of("e", issuer, owner);

    /// <summary>A sale that short-swing matching looks at.</summary>
    public static string Sale(string issuer, string owner) => CompositeKey.Of("s", issuer, owner);
}
