namespace Filingwire.Corpus.CurrentReports.MadeUp;

/// <summary>An error in sentences, with what a person reads in them.</summary>
internal sealed record MadeUpError(string Text)
{
    public IReadOnlyList<string> Areas { get; init; } = [];
    public IReadOnlyList<string> Causes { get; init; } = [];
    public IReadOnlyList<string> Effects { get; init; } = [];

    public static readonly MadeUpError[] All =
    [
        new("The errors relate to revenue that was recognized on certain contracts before control of the goods had passed to the customer, which was not in accordance with generally accepted accounting principles. Revenue was overstated by approximately $4.6 million.")
            { Areas = ["Revenue"], Causes = ["RuleMisapplication"], Effects = ["revenue Overstated 4600000"] },
        new("The Company incorrectly classified its public and private placement warrants as equity instead of as liabilities, following the Staff Statement on Accounting and Reporting Considerations for Warrants that was issued by the staff of the SEC.")
            { Areas = ["WarrantsAndEmbeddedDerivatives"], Causes = ["RuleMisapplication", "RegulatoryInterpretation"] },
        new("Because of a formula error in a spreadsheet, inventory at one distribution center was counted twice. Cost of sales was understated and the amount has not yet been determined.")
            { Areas = ["CostOfSalesInventory"], Causes = ["ClericalOrData"], Effects = ["cost-of-revenue Understated"] },
        new("A former controller of a subsidiary intentionally recorded fictitious invoices, so that accounts receivable were overstated by $12.5 million.")
            { Areas = ["ReceivablesLoansInvestmentsCash"], Causes = ["FraudOrMisconduct"], Effects = ["accounts-receivable Overstated 12500000"] },
        new("The provision for income taxes was misstated, as deferred tax liabilities were calculated with an incorrect rate.")
            { Areas = ["IncomeTax"] },
        new("In the course of a software conversion accrued liabilities were not carried over completely; this system conversion error led to an understatement of accrued expenses.")
            { Areas = ["LiabilitiesAccrualsReserves"], Causes = ["SystemOrProcess"] },
        new("Certain payments were misclassified in the consolidated statements of cash flows between operating and investing activities.")
            { Areas = ["CashFlowClassification"] },
        new("The Company misapplied the accounting guidance for stock options granted to its officers, and stock-based compensation was understated by $0.9 million.")
            { Areas = ["StockAndExecutiveCompensation"], Causes = ["RuleMisapplication"], Effects = ["stock-based-compensation Understated 900000"] },
        new("An impairment of goodwill should have been recorded in an earlier period than the one in which it was recognized, an error in the application of accounting principles.")
            { Areas = ["PpeIntangibleImpairment"], Causes = ["RuleMisapplication"] },
        new("Class A ordinary shares subject to possible redemption were erroneously not presented entirely as temporary equity.")
            { Areas = ["TemporaryEquityAndShareClassification"] },
        new("Lease liabilities were understated, because options to renew were improperly recorded.")
            { Areas = ["Lease"], Causes = ["RuleMisapplication"] },
        new("Balances between the Company and a variable interest entity were incorrectly eliminated in consolidation.")
            { Areas = ["ConsolidationVieFx"] },
    ];
}
