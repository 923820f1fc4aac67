using Filingwire.Sec.Evidence;
namespace Filingwire.Restatement.Facts;

/// <summary>A filing says that the registrant relies on an order of the Commission.</summary>
/// <param name="Event">The event, "covid-19"; see the table of orders.</param>
/// <param name="Source">The sentence.</param>
public sealed record OrderReliance(string Event, Source? Source);

/// <summary>What Item 5.03 of Form 8-K says about the fiscal year.</summary>
/// <param name="DeterminedOn">The day on which the change was determined; null when not given.</param>
/// <param name="NewFiscalYearEnd">"MMDD"; null when not read.</param>
/// <param name="Source">The sentence.</param>
public sealed record FiscalYearChange(DateOnly? DeterminedOn, string? NewFiscalYearEnd, Source? Source);
