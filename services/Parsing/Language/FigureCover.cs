using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Language;

/// <summary>What the cover of a report says about the period of the figures in it.</summary>
/// <param name="PeriodEnd">The report's period, cited from the cover, for figures whose sentence names none.</param>
/// <param name="Months">Months it covers; null when the cover leaves it open.</param>
/// <param name="ComparesYears">The text answers a question about changes against the corresponding period of the last year.</param>
internal sealed record FigureCover(Field<DateOnly?>? PeriodEnd, int? Months, bool ComparesYears);
