namespace Filingwire.Sec.Codes;

/// <summary>How a matter was disclosed.</summary>
public enum DisclosureKind
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>Form 8-K Item 4.02(a): the registrant concluded.</summary>
    NonReliance402A,

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

    /// <summary>An audit made again changed nothing in the statements.</summary>
    ReauditWithoutChange,

    /// <summary>The conclusion that the statements should not be relied on was withdrawn.</summary>
    ConclusionWithdrawn,

    /// <summary>A later statement says that the statements can be relied on.</summary>
    RelianceRestored,
}

/// <summary>Whether issued statements showed too much or too little.</summary>
public enum EffectDirection
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>Too much.</summary>
    Overstated,

    /// <summary>Too little.</summary>
    Understated,
}

/// <summary>Accounting areas of errors; several may apply.</summary>
public enum AccountingArea
{
    /// <summary>Not said.</summary>
    Unspecified,

    Revenue,
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
    /// <summary>Not said.</summary>
    Unspecified,

    RuleMisapplication,
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
    /// <summary>Not said.</summary>
    Unspecified,

    Company,
    Auditor,
    SuccessorAuditor,
    SecStaff,
    AuditCommitteeInvestigation,
    ThirdParty,
}
