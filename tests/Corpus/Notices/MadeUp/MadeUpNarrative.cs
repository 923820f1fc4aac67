namespace Filingwire.Corpus.Notices.MadeUp;

/// <summary>A narrative with what a person reads in it.</summary>
internal sealed record MadeUpNarrative
{
    public required string Text { get; init; }
    public required IReadOnlyList<string> Reasons { get; init; }
    public required string Severity { get; init; }
    public bool? WithinExtension { get; init; }
    public DateOnly? StatedDueDate { get; init; }
    public DateOnly? ExpectedDate { get; init; }
    public IReadOnlyList<string> References { get; init; } = [];
    public IReadOnlyList<string>? Periods { get; init; }
    public IReadOnlyList<string> Areas { get; init; } = [];
    public IReadOnlyList<string> Causes { get; init; } = [];
    public IReadOnlyList<string> IdentifiedBy { get; init; } = [];
    public IReadOnlyList<string> Effects { get; init; } = [];
    public bool SecInvestigation { get; init; }
    public bool NonReliance { get; init; }
    public bool Restates { get; init; }
    public bool Weakness { get; init; }

    public const int Count = 24;

    public static MadeUpNarrative Of(int number, string report, DateOnly end, DateOnly due, string company)
    {
        var quarterly = report is "10-Q" or "10-D";
        var form = report switch
        {
            "10-Q" => "Quarterly Report on Form 10-Q",
            "10-D" => "Distribution Report on Form 10-D",
            "N-CSR" => "Certified Shareholder Report on Form N-CSR",
            var annual => "Annual Report on Form " + annual,
        };
        var period = (quarterly ? "quarter ended " : "fiscal year ended ") + MadeUpNotice.Long(end);
        var (days, ordinal) = quarterly ? ("five", "fifth") : ("fifteen", "fifteenth");
        var dueText = MadeUpNotice.Long(due);
        var prior = MadeUpNotice.EndOfMonth(end.Year - 1, 12);
        return number switch
        {
            0 => new() { Text = $"{company} (the \"Company\") is unable to file its {form} for the {period} within the prescribed time period because additional time is required to complete the preparation of its financial statements. The Company expects to file the report within the {days}-day extension period provided by Rule 12b-25.", Reasons = ["StatementsIncomplete"], Severity = "Routine", WithinExtension = true },
            1 => new() { Text = $"The Registrant could not file its {form} for the {period} by {dueText}, the prescribed due date, without unreasonable effort or expense, because its independent registered public accounting firm has not yet completed its audit procedures. The Registrant does not expect to file on or before the {ordinal} calendar day following the prescribed due date.", Reasons = ["AuditOrReviewIncomplete"], Severity = "Elevated", WithinExtension = false, StatedDueDate = due },
            2 => new() { Text = $"On {MadeUpNotice.Long(due.AddDays(-60))}, the Company dismissed its independent auditors and engaged a new accounting firm. As a result, more time is needed to finish the {form}. The Company intends to file the report on or before {MadeUpNotice.Long(due.AddDays(4))}.", Reasons = ["AuditorChangeOrFirstYear", "StatementsIncomplete"], Severity = "Elevated", ExpectedDate = due.AddDays(4) },
            3 => new() { Text = $"As disclosed in its Current Report on Form 8-K dated {MadeUpNotice.Long(due.AddDays(-5))}, the Company concluded that its previously issued consolidated financial statements for the fiscal year ended {MadeUpNotice.Long(prior)} should no longer be relied upon because of errors in the accounting for warrants, and the Company will restate those statements. The Company does not anticipate that it will file its {form} within the extension period.", Reasons = ["ErrorOrRestatement"], Severity = "High", WithinExtension = false, References = [$"8-K {due.AddDays(-5):yyyy-MM-dd}"], Periods = [$"Annual {prior:yyyy-MM-dd}"], Areas = ["WarrantsAndEmbeddedDerivatives"], IdentifiedBy = ["Company"], NonReliance = true, Restates = true },
            4 => new() { Text = $"The audit committee of the board of directors is conducting an independent investigation of certain sales practices. Until the investigation is completed the Company will not be able to file its {form} for the {period}.", Reasons = ["InternalInvestigation"], Severity = "High" },
            5 => new() { Text = $"The Company's Chief Financial Officer resigned in the weeks before the due date and the Company's accounting staff is limited. The Company therefore needs additional time to complete its {form}. The Company anticipates filing no later than the {ordinal} calendar day following the prescribed due date.", Reasons = ["Personnel", "StatementsIncomplete"], Severity = "Elevated", WithinExtension = true },
            6 => new() { Text = $"During the period the Company completed the acquisition of a competitor, and the integration of the acquired business has delayed the closing of the books. The {form} for the {period} will be filed as soon as practicable.", Reasons = ["Transaction", "StatementsIncomplete"], Severity = "Elevated" },
            7 => new() { Text = "The Registrant was unable to obtain, without unreasonable effort or expense, certain information from third parties that is needed for its report. It is not expected that the missing information will change previously reported results, and no restatement is expected.", Reasons = ["ThirdPartyInformation"], Severity = "Elevated" },
            8 => new() { Text = $"The Company lacks sufficient funds to pay its auditors for the audit of the statements to be included in the {form}. There is substantial doubt about the Company's ability to continue as a going concern.", Reasons = ["LiquidityGoingConcernBankruptcy", "AuditorUnpaidOrLackOfFunds"], Severity = "High" },
            9 => new() { Text = $"Because of technical difficulties with the transmission of the document to EDGAR, the {form} was not accepted before 5:30 p.m. on the due date. The Company expects to file it within the time period prescribed by Rule 12b-25.", Reasons = ["EdgarTechnicalOrCutoff"], Severity = "Routine", WithinExtension = true },
            10 => new() { Text = $"Management has identified a material weakness in internal control over financial reporting, and the Company requires additional time to complete its assessment and its {form}.", Reasons = ["MaterialWeakness", "StatementsIncomplete"], Severity = "Elevated" },
            11 => new() { Text = $"Hurricane damage to the Company's headquarters and a resulting power outage have interrupted the preparation of the {form} for the {period}.", Reasons = ["ExternalEvent", "StatementsIncomplete"], Severity = "Elevated" },
            12 => new() { Text = $"In the course of the implementation of a new enterprise resource planning system, the Company could not close the quarter in time to file its {form}. If errors were found, a restatement could become necessary, but none has been identified.", Reasons = ["SystemChange", "StatementsIncomplete"], Severity = "Elevated" },
            13 => new() { Text = $"A ransomware incident made the Company's accounting records unavailable for two weeks. The Company expects to file its {form} on or about {MadeUpNotice.Long(due.AddDays(12))}.", Reasons = ["CyberOrIt"], Severity = "Elevated", ExpectedDate = due.AddDays(12) },
            14 => new() { Text = $"The Company is evaluating the accounting treatment of certain customer contracts with its auditors. The filing was due on {dueText}. The Company cannot predict when it will file the {form}.", Reasons = ["AccountingMatterUnderReview"], Severity = "Elevated", StatedDueDate = due },
            15 => new() { Text = $"Certain items at a subsidiary in Brazil have still to be reconciled before {company} can issue its {form}, which it presently contemplates submitting inside the grace period of {days} calendar days.", Reasons = ["StatementsIncomplete"], Severity = "Routine", WithinExtension = true },
            16 => new() { Text = $"The Registrant's prior auditor, whose registration was revoked, was replaced on {MadeUpNotice.Long(due.AddDays(-40))}, and the newly engaged accounting firm has to re-audit the preceding year. The {form} cannot be filed by the extended deadline.", Reasons = ["AuditorChangeOrFirstYear"], Severity = "Elevated", WithinExtension = false },
            17 => new() { Text = $"The Company filed a voluntary petition under Chapter 11 of the Bankruptcy Code in the {(quarterly ? "quarter" : "fiscal year")} just ended, and those who prepare its reports have been occupied with it. No prediction can be made when the {form} will be filed.", Reasons = ["LiquidityGoingConcernBankruptcy"], Severity = "High" },
            18 => new() { Text = $"The staff of the Securities and Exchange Commission has issued a comment letter on the Registrant's last annual report, and the Registrant wishes to resolve the comments before it files its {form}. Management does not believe that prior financial statements need to be restated.", Reasons = ["LitigationOrRegulatory"], Severity = "Elevated" },
            19 => new() { Text = $"In closing the books for the {period}, the Company's internal audit function discovered that a former employee had falsified invoices. As a result revenue for the fiscal year ended {MadeUpNotice.Long(prior)} was overstated by approximately $2.4 million, and the Company will restate its financial statements for that year. The Division of Enforcement of the SEC has opened an inquiry by the SEC into the matter.", Reasons = ["ErrorOrRestatement", "LitigationOrRegulatory"], Severity = "High", Periods = [$"Annual {prior:yyyy-MM-dd}"], Areas = ["Revenue"], Causes = ["FraudOrMisconduct"], IdentifiedBy = ["Company"], Effects = ["revenue Overstated 2400000"], Restates = true, SecInvestigation = true },
            20 => new() { Text = $"The Company's auditors advised the Company that it had misapplied accounting standards to its leases. The audit committee concluded on {MadeUpNotice.Long(due.AddDays(-3))} that the financial statements for the fiscal year ended {MadeUpNotice.Long(prior)} can no longer be relied upon.", Reasons = ["ErrorOrRestatement"], Severity = "High", Periods = [$"Annual {prior:yyyy-MM-dd}"], Areas = ["Lease"], Causes = ["RuleMisapplication"], IdentifiedBy = ["Auditor", "Company"], NonReliance = true },
            21 => new() { Text = "The Registrant is a small company with few employees, and the person who keeps its books was in hospital for most of the last month.", Reasons = ["Personnel"], Severity = "Elevated" },
            22 => new() { Text = $"Owing to the sale of its European business, which closed on {MadeUpNotice.Long(due.AddDays(-25))}, the Registrant has to present discontinued operations and could not finish its {form} in time without unreasonable effort and expense. It will file the report no later than {MadeUpNotice.Long(due.AddDays(5))}.", Reasons = ["Transaction", "StatementsIncomplete"], Severity = "Elevated", ExpectedDate = due.AddDays(5) },
            _ => new() { Text = $"The Company identified errors in its inventory accounts and determined that its unaudited interim financial statements for the quarters ended March 31, {end.Year - 1}, June 30, {end.Year - 1} and September 30, {end.Year - 1} must be restated. The Company also concluded that it has a material weakness in its internal controls.", Reasons = ["ErrorOrRestatement", "MaterialWeakness"], Severity = "High", Periods = [$"Interim {end.Year - 1}-03-31", $"Interim {end.Year - 1}-06-30", $"Interim {end.Year - 1}-09-30"], Areas = ["CostOfSalesInventory"], IdentifiedBy = ["Company"], Restates = true, Weakness = true },
        };
    }
}
