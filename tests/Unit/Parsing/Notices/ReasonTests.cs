using System.Text;
using Filingwire.Parsing.Forms.LateFilingNotices;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;

namespace Filingwire.Unit.Parsing.Notices;

/// <summary>The reasons of a narrative, rows for each label, with what only looks like one.</summary>
public sealed class ReasonTests
{
    [Theory]
    [InlineData("The Registrant did not have the funds with which to pay the outstanding balance owed its accountants.", LateFilingReason.AuditorUnpaidOrLackOfFunds)]
    [InlineData("The Company lacks sufficient working capital to pay its auditor.", LateFilingReason.AuditorUnpaidOrLackOfFunds)]
    [InlineData("A joint venture in Heilongjiang has not delivered its audited financial statements.", LateFilingReason.ThirdPartyInformation)]
    [InlineData("The Partnership has not received the audited statements of two investment funds.", LateFilingReason.ThirdPartyInformation)]
    [InlineData("The Company is awaiting confirmations from its lenders.", LateFilingReason.ThirdPartyInformation)]
    [InlineData("The predecessor auditors have not yet reissued their report.", LateFilingReason.ThirdPartyInformation)]
    [InlineData("During the migration of its receivables servicing system to a new platform data were miscoded.", LateFilingReason.SystemChange)]
    [InlineData("The Company implemented a new ERP system in the quarter.", LateFilingReason.SystemChange)]
    [InlineData("The fair value measurement of the embedded conversion features takes time.", LateFilingReason.AccountingMatterUnderReview)]
    [InlineData("The impairment analyses of store assets are not complete.", LateFilingReason.AccountingMatterUnderReview)]
    [InlineData("It is evaluating whether errors in its prior statements exist.", LateFilingReason.AccountingMatterUnderReview)]
    [InlineData("The Company will restate its financial statements.", LateFilingReason.ErrorOrRestatement)]
    [InlineData("Special counsel was retained to conduct an independent investigation.", LateFilingReason.InternalInvestigation)]
    [InlineData("The controller resigned in February.", LateFilingReason.Personnel)]
    [InlineData("We furloughed members of our accounting staff.", LateFilingReason.Personnel)]
    [InlineData("The Company engaged a new independent registered public accounting firm.", LateFilingReason.AuditorChangeOrFirstYear)]
    [InlineData("Owing to the outbreak of COVID-19 offices were closed.", LateFilingReason.ExternalEvent)]
    [InlineData("The Company completed the acquisition of Nitrocentro.", LateFilingReason.Transaction)]
    [InlineData("It is negotiating with its lenders for a waiver.", LateFilingReason.Transaction)]
    [InlineData("A ransomware attack encrypted files.", LateFilingReason.CyberOrIt)]
    [InlineData("The audit can not be finished by the due date.", LateFilingReason.AuditOrReviewIncomplete)]
    [InlineData("The compilation and review of the information has imposed time constraints.", LateFilingReason.StatementsIncomplete)]
    [InlineData("The bank is undergoing a regulatory examination.", LateFilingReason.LitigationOrRegulatory)]
    public void A_reason_and_its_words(string sentence, LateFilingReason reason) => Assert.Contains(reason, ReasonsOf(sentence));

    [Theory]
    [InlineData("As of the date hereof management is not aware of any error in its previously issued financial statements.", LateFilingReason.ErrorOrRestatement)]
    [InlineData("As previously disclosed, the Company restated its financial statements. The delay does not relate to those matters.", LateFilingReason.ErrorOrRestatement)]
    [InlineData("which year had previously been restated", LateFilingReason.ErrorOrRestatement)]
    [InlineData("Prior periods were restated for discontinued operations.", LateFilingReason.ErrorOrRestatement)]
    [InlineData("Their report is expected to contain an explanatory paragraph on the ability to continue as a going concern.", LateFilingReason.LiquidityGoingConcernBankruptcy)]
    [InlineData("The auditors for the prior year's audit were paid.", LateFilingReason.AuditorChangeOrFirstYear)]
    [InlineData("The audit committee has not been made aware of any irregularity.", LateFilingReason.ErrorOrRestatement)]
    public void What_only_looks_like_a_reason(string sentence, LateFilingReason reason) => Assert.DoesNotContain(reason, ReasonsOf(sentence));

    private static IEnumerable<LateFilingReason> ReasonsOf(string narrative)
    {
        var source = SourceText.FromPlainText(Encoding.UTF8.GetBytes(narrative), 0);
        var notice = NoticeReasons.Read(Prose.Sentences(source, new TextRange(0, source.Content.Length)), new LateFilingNotice { Severity = NoticeSeverity.Routine });
        return notice.Reasons.Select(reason => reason.Code);
    }
}
