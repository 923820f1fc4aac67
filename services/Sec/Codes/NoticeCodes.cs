namespace Filingwire.Sec.Codes;

/// <summary>How serious a notice is, from its reasons and admissions.</summary>
public enum NoticeSeverity
{
    /// <summary>Not rated.</summary>
    Unspecified,

    /// <summary>More time needed and no more said.</summary>
    Routine,

    /// <summary>Audit not finished, auditor changed, systems, people, transactions.</summary>
    Elevated,

    /// <summary>Errors, restatement, investigation, fraud, insolvency.</summary>
    High,
}

/// <summary>Why a report is late; several may apply.</summary>
public enum LateFilingReason
{
    /// <summary>Not said.</summary>
    Unspecified,

    NoneGiven,
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
