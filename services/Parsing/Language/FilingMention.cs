using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Language;

/// <summary>Another filing that a text names.</summary>
/// <param name="FormType">"8-K".</param>
/// <param name="Date">The date the text gives it.</param>
/// <param name="PeriodEnd">The period the text gives it.</param>
public sealed record FilingMention(Field<string?> FormType, Field<DateOnly?>? Date, Field<DateOnly?>? PeriodEnd);
