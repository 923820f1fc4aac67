namespace Filingwire.Parsing.Forms.LateFilingNotices;

// The numbers are those of the wire's enums; a test holds names and numbers against each other.

/// <summary>How serious a notice is, from its reasons and admissions.</summary>
public enum NoticeSeverity
{
    /// <summary>More time needed and no more said.</summary>
    Routine = 1,

    /// <summary>Audit not finished, auditor changed, systems, people, transactions.</summary>
    Elevated,

    /// <summary>Errors, restatement, investigation, fraud, insolvency.</summary>
    High,
}

/// <summary>Why a report is late; several may apply.</summary>
public enum LateFilingReason
{
    NoneGiven = 1,
    StatementsIncomplete,
    AuditOrReviewIncomplete,
    AuditorChangeOrFirstYear,
    AuditorUnpaidOrLackOfFunds,
    AccountingMatterUnderReview,
    ErrorOrRestatement,
    MaterialWeakness,
    InternalInvestigation,
    LitigationOrRegulatory,
    Transaction,
    SystemChange,
    CyberOrIt,
    Personnel,
    LiquidityGoingConcernBankruptcy,
    ThirdPartyInformation,
    FilerStatusChange,
    EdgarTechnicalOrCutoff,
    ExternalEvent,
    Other,
}
