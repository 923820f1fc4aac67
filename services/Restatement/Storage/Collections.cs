using Filingwire.Restatement.Issuers;
using Filingwire.Store;

namespace Filingwire.Restatement.Storage;

/// <summary>What this service keeps. Issuers are the truth; the rows are made of them so that cases can be listed.</summary>
internal static class Collections
{
    public static CollectionDefinition<IssuerDocument> Issuers { get; } = new CollectionDefinition<IssuerDocument>("issuers")
        .Date("nextDeadline", issuer => issuer.NextDeadline)
        .Index("nextDeadline");

    public static CollectionDefinition<LateFilingRow> LateFilings { get; } = new CollectionDefinition<LateFilingRow>("lateFilings")
        .Text("issuer", row => row.Issuer)
        .Text("state", row => row.State)
        .Text("report", row => row.Report)
        .Date("periodEnd", row => row.PeriodEnd)
        .Text("severity", row => row.Severity)
        .Date("openedOn", row => row.OpenedOn)
        .Index("issuer", "periodEnd").Index("periodEnd").Index("openedOn");

    public static CollectionDefinition<RestatementRow> Restatements { get; } = new CollectionDefinition<RestatementRow>("restatementCases")
        .Text("issuer", row => row.Issuer)
        .Text("state", row => row.State)
        .Text("magnitude", row => row.Magnitude)
        .Tags("areas", row => row.Areas)
        .Tags("forms", row => row.Forms)
        .Date("firstPeriodEnd", row => row.FirstPeriodEnd)
        .Date("lastPeriodEnd", row => row.LastPeriodEnd)
        .Date("openedOn", row => row.OpenedOn)
        .Index("issuer", "openedOn").Index("openedOn");
}

/// <summary>By what a late filing is found. A row without a state is of a case that is gone.</summary>
/// <param name="Issuer">The issuer's key.</param>
/// <param name="IssuerVersion">The version of the issuer's document that it was made of.</param>
/// <param name="Key">The case within the issuer.</param>
/// <param name="State">Code; null when the case is gone.</param>
/// <param name="Report">"10-Q".</param>
/// <param name="PeriodEnd">Last day.</param>
/// <param name="Severity">Code.</param>
/// <param name="OpenedOn">Date of the first notice.</param>
internal sealed record LateFilingRow(string Issuer, long IssuerVersion, string Key, string? State, string? Report, DateOnly? PeriodEnd, string? Severity, DateOnly? OpenedOn);

/// <summary>By what a restatement case is found. A row without a state is of a case that is gone.</summary>
/// <param name="Issuer">The issuer's key.</param>
/// <param name="IssuerVersion">The version of the issuer's document that it was made of.</param>
/// <param name="Key">The case within the issuer.</param>
/// <param name="State">Code; null when the case is gone.</param>
/// <param name="Magnitude">Code.</param>
/// <param name="Areas">Codes.</param>
/// <param name="Forms">Submission types of the disclosures.</param>
/// <param name="FirstPeriodEnd">Of the oldest period.</param>
/// <param name="LastPeriodEnd">Of the newest period.</param>
/// <param name="OpenedOn">Date of the first disclosure.</param>
internal sealed record RestatementRow(
    string Issuer, long IssuerVersion, string Key, string? State, string? Magnitude, IReadOnlyList<string> Areas, IReadOnlyList<string> Forms,
    DateOnly? FirstPeriodEnd, DateOnly? LastPeriodEnd, DateOnly? OpenedOn);
