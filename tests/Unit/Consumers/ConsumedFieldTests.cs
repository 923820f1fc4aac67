using System.Text.Json;
using Filingwire.Extraction.V1;
using Filingwire.Ownership.Intake;
using Filingwire.Restatement.Intake;
using Filingwire.Store;

namespace Filingwire.Unit.Consumers;

/// <summary>
/// No field is lost in silence: whatever Extraction's messages can carry either changes the fact that a consumer folds or stands in the list of what that consumer
/// does not want. A list that names what is read, or what no longer exists, is wrong too.
/// </summary>
public sealed class ConsumedFieldTests
{
    // What stands in for something else is seen only where that is missing.
    private static readonly string[][] Missing =
    [
        [],
        ["filed_on", "accepted_at_eastern", "signed_on"],
        ["filed_on", "accepted_at_eastern", "ownership.signatures"],
        ["ownership.document_type", "ownership.period_of_report", "ownership.issuer"],
        ["form_type"],
        ["signed_on"],
        ["late_filing_notice.transition_period_end"],
        ["current_report.report_date"],
        ["periodic_report.period_end", "periodic_report.report_type"],
        ["ownership.reporting_owners.cik"],
    ];

    private static readonly string[] Envelope = ["format", "header_parties", "header_items", "documents", "diagnostics", "content_sha256", "content_bytes", "accession"];

    [Fact]
    public void Ownership_reads_or_disclaims_every_field() => Check(
        [new FilledFiling("ownership", ("4", "4/A"))],
        filing => Json(filing.ToReport(out _)),
        [
            .. Envelope,
            "family", // The content says it.
            "order_reliance", // Orders of the Commission move periodic reports only.
            "received_at", // A filing's date is never taken from its receipt here.
            "issuers.role", "issuers.cik", "issuers.trading_symbol", "issuers.sic_code", "issuers.irs_number", "issuers.state_of_incorporation",
            "issuers.fiscal_year_end", "issuers.file_number", "issuers.film_number", "issuers.sec_act", "issuers.business_address", "issuers.mail_address",
            "issuers.former_names", "issuers.form_type", "issuers.organization_name",
            "ownership.schema_version",
            "ownership.form3_holdings_reported", "ownership.form4_transactions_reported", // Rows say themselves on which form they belong.
            "ownership.issuer.cik", // Extraction has identified the issuer.
            "ownership.reporting_owners.good_address", "ownership.reporting_owners.address.phone", "ownership.reporting_owners.address.state_description",
            "ownership.reporting_owners.address.non_us", "ownership.reporting_owners.address.non_us_state_territory",
            "ownership.signatures.name", "ownership.signatures.capacity", "ownership.signatures.on_behalf_of", "ownership.signatures.signer",
            "ownership.joint_filing", // Several owners are a joint filing.
        ]);

    [Fact]
    public void Restatement_reads_or_disclaims_every_field() => Check(
        [
            new FilledFiling("late_filing_notice", ("NT 10-Q", "NT 10-Q/A")),
            new FilledFiling("current_report", ("8-K", "8-K/A")),
            new FilledFiling("periodic_report", ("10-Q", "10-Q/A")),
        ],
        // A report of several registrants gives none of them a status, so each filing is folded with one as well.
        filing => Facts(filing) + Facts(WithOneIssuer(filing)),
        [
            .. Envelope,
            "family", // The content says it.
            "issuers.role", "issuers.trading_symbol", "issuers.sic_code", "issuers.irs_number", "issuers.state_of_incorporation", "issuers.file_number",
            "issuers.film_number", "issuers.sec_act", "issuers.business_address", "issuers.mail_address", "issuers.former_names", "issuers.form_type",
            "issuers.organization_name",
            "late_filing_notice.cover_boxes", "late_filing_notice.box_a", "late_filing_notice.box_b", "late_filing_notice.box_c", // Read into report type and relief.
            "late_filing_notice.file_number", "late_filing_notice.cusip", "late_filing_notice.registrant_name", "late_filing_notice.former_name",
            "late_filing_notice.address", "late_filing_notice.narrative", "late_filing_notice.contact_name", "late_filing_notice.contact_telephone",
            "late_filing_notice.other_reports_filed", "late_filing_notice.missing_reports", "late_filing_notice.significant_change_anticipated",
            "late_filing_notice.change_explanation", "late_filing_notice.figures", "late_filing_notice.signing_registrant", "late_filing_notice.signer_name",
            "late_filing_notice.signer_title", "late_filing_notice.co_registrants", "late_filing_notice.attachments",
            "late_filing_notice.admission.kind", // It stands in a notice.
            "current_report.registrants", "current_report.items", "current_report.signer_name", "current_report.signer_title", "current_report.file_number",
            "current_report.exhibits",
            "periodic_report.amendment_number", "periodic_report.registrant_name", "periodic_report.explanatory_note",
            "periodic_report.file_number",
            .. from disclosure in (string[])["late_filing_notice.admission", "current_report.non_reliance", "periodic_report.restatement"]
               from field in (string[])["periods.fiscal_year", "periods.fiscal_quarter", "periods.implied", "areas.evidence", "causes.evidence", "identified_by.evidence", "discussed_with_auditor", "expected_amendment_date"]
               select $"{disclosure}.{field}",
        ]);

    private static void Check(FilledFiling[] filled, Func<Filing, string> fold, string[] unwanted)
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var filing in filled)
            foreach (var missing in Missing)
            {
                var before = fold(filing.Make(null, missing));
                read.UnionWith(filing.Places.Where(place => !read.Contains(place) && fold(filing.Make(place, missing)) != before));
            }
        var places = filled.SelectMany(filing => filing.Places).ToHashSet(StringComparer.Ordinal);
        string[] wrong =
        [
            .. places.Where(place => !read.Contains(place) && !unwanted.Any(list => Covers(list, place))).Select(place => $"lost in silence: {place}"),
            .. read.Where(place => unwanted.Any(list => Covers(list, place))).Select(place => $"disclaimed and read: {place}"),
            .. unwanted.Where(list => !places.Any(place => Covers(list, place))).Select(list => $"disclaimed and gone: {list}"),
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
    }

    private static bool Covers(string listed, string place) => place == listed || place.StartsWith(listed + ".", StringComparison.Ordinal);

    private static string Facts(Filing filing) =>
        Json(FilingFacts.Of(filing).Select(concerned => (object)new { Issuer = concerned.Issuer.ToString(), concerned.Fact }));

    private static Filing WithOneIssuer(Filing filing)
    {
        var one = filing.Clone();
        while (one.Issuers.Count > 1)
            one.Issuers.RemoveAt(one.Issuers.Count - 1);
        return one;
    }

    private static string Json(object? fact) => JsonSerializer.Serialize(fact, StoredJson.Options);
}
