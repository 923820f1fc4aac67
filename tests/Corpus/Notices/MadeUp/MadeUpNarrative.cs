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
    public bool NonReliance { get; init; }
    public bool Restates { get; init; }
    public bool Weakness { get; init; }

    public const int Count = 16;

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
            3 => new() { Text = $"As disclosed in its Current Report on Form 8-K dated {MadeUpNotice.Long(due.AddDays(-5))}, the Company concluded that its previously issued consolidated financial statements for the fiscal year ended {MadeUpNotice.Long(prior)} should no longer be relied upon because of errors in the accounting for warrants, and the Company will restate those statements. The Company does not anticipate that it will file its {form} within the extension period.", Reasons = ["ErrorOrRestatement"], Severity = "High", WithinExtension = false, References = [$"8-K {due.AddDays(-5):yyyy-MM-dd}"], Periods = [$"Annual {prior:yyyy-MM-dd}"], Areas = ["WarrantsAndEmbeddedDerivatives"], NonReliance = true, Restates = true },
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
            _ => new() { Text = $"The Company identified errors in its inventory accounts and determined that its unaudited interim financial statements for the quarters ended March 31, {end.Year - 1}, June 30, {end.Year - 1} and September 30, {end.Year - 1} must be restated. The Company also concluded that it has a material weakness in its internal controls.", Reasons = ["ErrorOrRestatement", "MaterialWeakness"], Severity = "High", Periods = [$"Interim {end.Year - 1}-03-31", $"Interim {end.Year - 1}-06-30", $"Interim {end.Year - 1}-09-30"], Areas = ["CostOfSalesInventory"], Restates = true, Weakness = true },
        };
    }
}
