using System.Text.Json.Serialization;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Publishing;
using Filingwire.Store;

namespace Filingwire.Ownership.Storage;

/// <summary>What Ownership keeps.</summary>
internal static class Collections
{
    /// <summary>One document per filing, by the filing's id: the facts. Everything else follows from them.</summary>
    public static CollectionDefinition<ReportDocument> Reports { get; } = new CollectionDefinition<ReportDocument>("reports")
        .Text("issuer", document => document.Report.Issuer.ToString())
        .Text("issuerName", document => document.Report.IssuerNameKey?.ToString())
        .Date("latest", document => document.Report.LatestActivity)
        .Date("longLatest", document => ReportQuery.IsLong(document.Report) ? document.Report.LatestActivity : null)
        .Date("earliest", document => document.Report.EarliestActivity)
        .Date("missed", document => document.LatestMissedDueDate)
        .Date("filed", document => document.Report.Filed.Date)
        .Number("sold", document => document.LargestInCents("S"))
        .Tags("owners", document => document.OwnerTags)
        .Tags("codes", document => document.Report.Rows.Select(row => row.Code?.Value).OfType<string>().Distinct()
            .Select(code => CompositeKey.Of(document.Report.Issuer.ToString(), code)))
        .Tags("marks", document => document.MarkTags)
        .Index("issuer", "latest").Index("issuerName", "latest").Index("issuer", "longLatest").Index("issuer", "missed");

    /// <summary>What filings state about positions, by the filing's id.</summary>
    public static CollectionDefinition<StateDocument> States { get; } = new CollectionDefinition<StateDocument>("states")
        .Text("issuer", document => document.Issuer)
        .Text("issuerName", document => document.IssuerName)
        .Date("from", document => document.From)
        .Date("until", document => document.Until)
        .Tags("accounts", document => document.Accounts.SelectMany(account => new[] { account.Owner, StateDocument.Account(document.Issuer, account.Owner) }))
        .Index("issuer", "until").Index("issuerName", "until");

    /// <summary>The short-swing pairs of one insider of one issuer, by <see cref="StateDocument.Account"/>; only for those who have both purchases and sales.</summary>
    public static CollectionDefinition<SwingDocument> Swings { get; } = new("swings");

    /// <summary>What was published of rows reported late, by the filing's id; only for those that have some.</summary>
    public static CollectionDefinition<LatenessDocument> Lateness { get; } = new CollectionDefinition<LatenessDocument>("lateness");

    /// <summary>What Restatement has said about an issuer, by the issuer's key.</summary>
    public static CollectionDefinition<WindowsDocument> Windows { get; } = new CollectionDefinition<WindowsDocument>("windows");

    /// <summary>Filings that are known under another name now, by their former id, so that late news under it is not taken for a new filing.</summary>
    public static CollectionDefinition<ForgottenDocument> Forgotten { get; } = new CollectionDefinition<ForgottenDocument>("forgotten");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CollectionDefinition> All { get; } = [Reports, States, Swings, Lateness, Windows, Forgotten];
}

/// <summary>The market dealings of one account in which purchases and sales meet, and what was published of its short-swing pairs.</summary>
/// <param name="Issuer">Key.</param>
/// <param name="Owner">Key.</param>
/// <param name="Legs">Every purchase and sale that counts, so that a filing more needs no look at the others.</param>
/// <param name="Findings">The pairs as texts.</param>
/// <param name="Tenure">When the owner was an insider; null in a document of an earlier layout.</param>
public sealed record SwingDocument(string Issuer, string Owner, IReadOnlyList<SwingLeg> Legs, IReadOnlyList<PublishedFinding> Findings, Tenure? Tenure = null);

/// <summary>What was published of late rows of one filing.</summary>
/// <param name="Findings">See <see cref="OwnershipEvents.LateTextOf"/>.</param>
public sealed record LatenessDocument(IReadOnlyList<PublishedFinding> Findings);

/// <summary>Windows in which an issuer's numbers could not be relied on or a report was overdue.</summary>
/// <param name="Issuer">Key.</param>
/// <param name="KnownAt">When Restatement was asked last.</param>
/// <param name="Windows">What it said.</param>
/// <param name="Published">In a document of an earlier layout, the findings as texts; later ones are empty.</param>
/// <param name="Findings">The transactions in windows that an event was published for, see <see cref="OwnershipEvents.TradeOf"/>; null in a document of an earlier layout.</param>
public sealed record WindowsDocument(
    string Issuer, DateTimeOffset KnownAt, IReadOnlyList<RelianceWindow> Windows, IReadOnlyList<string> Published, IReadOnlyList<PublishedFinding>? Findings = null)
{
    /// <summary>The findings, of whichever layout.</summary>
    [JsonIgnore]
    public IReadOnlyList<PublishedFinding> Known => Findings ?? [.. Published.Select(text => new PublishedFinding(text, 1, true))];
}

/// <summary>A filing known under another name now.</summary>
/// <param name="Filing">Its present name.</param>
/// <param name="Generation">The generation from which on.</param>
public sealed record ForgottenDocument(string Filing, int Generation);
