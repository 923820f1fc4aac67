namespace Filingwire.Parsing.Forms.Restatements;

// The numbers are those of the wire's enums; a test holds names and numbers against each other.

/// <summary>How a matter was disclosed.</summary>
public enum DisclosureKind
{
    /// <summary>Form 8-K Item 4.02(a): the registrant concluded.</summary>
    NonReliance402A = 1,

    /// <summary>Form 8-K Item 4.02(b): the accountant advised.</summary>
    NonReliance402B,

    /// <summary>Material error: statements issued anew.</summary>
    Reissuance,

    /// <summary>Immaterial to the prior periods: comparatives revised.</summary>
    Revision,

    /// <summary>Booked in the current period.</summary>
    OutOfPeriod,

    /// <summary>Only the cover's box says so.</summary>
    CoverFlagOnly,

    /// <summary>Said in a notice of late filing.</summary>
    NoticeAdmission,
    ReauditWithoutChange,
    ConclusionWithdrawn,
    RelianceRestored,
}

/// <summary>Whether issued statements showed too much or too little.</summary>
public enum EffectDirection
{
    /// <summary>Too much.</summary>
    Overstated = 1,

    /// <summary>Too little.</summary>
    Understated,
}

/// <summary>Accounting areas of errors; several may apply.</summary>
public enum AccountingArea
{
    Revenue = 1,
    Expense,
    CostOfSalesInventory,
    LiabilitiesAccrualsReserves,
    ReceivablesLoansInvestmentsCash,
    Debt,
    WarrantsAndEmbeddedDerivatives,
    TemporaryEquityAndShareClassification,
    StockAndExecutiveCompensation,
    IncomeTax,
    CashFlowClassification,
    BalanceSheetClassification,
    AcquisitionDisposalReorganization,
    ConsolidationVieFx,
    RelatedPartyForeignSubsidiary,
    PpeIntangibleImpairment,
    Lease,
    DerivativeHedge,
    EpsShareCount,
    PensionBenefit,
    ContingencyCommitment,
    SegmentDisclosure,
    Other,
}

/// <summary>Causes of errors; several may apply.</summary>
public enum ErrorCause
{
    RuleMisapplication = 1,
    ClericalOrData,
    SystemOrProcess,
    FraudOrMisconduct,
    RegulatoryInterpretation,
    AuditorStatus,
    InterimNotReviewed,
}

/// <summary>Who found an error; several may apply.</summary>
public enum ErrorIdentifier
{
    Company = 1,
    Auditor,
    SuccessorAuditor,
    SecStaff,
    AuditCommitteeInvestigation,
    ThirdParty,
}
