using Filingwire.Parsing.Language;
using Filingwire.Parsing.Language.Tables;
using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>Text that a filer wrote freely: its sentences, and its figures in sentences and tables.</summary>
internal sealed record FreeText(IReadOnlyList<Passage> Sentences, IReadOnlyList<Figure> Figures)
{
    public static readonly FreeText None = new([], []);

    /// <summary>Reads a range.</summary>
    /// <param name="source">The text.</param>
    /// <param name="range">The range.</param>
    /// <param name="yearEnd">End of the fiscal year that a late annual report is about.</param>
    /// <param name="cover">What the cover says about the period of the figures.</param>
    /// <param name="isAnnual">The late report is an annual one.</param>
    public static FreeText Read(SourceText source, TextRange range, DateOnly? yearEnd, FigureCover? cover = null, bool isAnnual = false)
    {
        var tables = FigureTables.FindAll(source, range, yearEnd);
        var sentences = new List<Passage>();
        var start = range.Start;
        foreach (var table in tables)
        {
            sentences.AddRange(Prose.Sentences(source, new TextRange(start, table.Range.Start)));
            start = table.Range.End;
        }
        sentences.AddRange(Prose.Sentences(source, new TextRange(start, range.End)));
        return new FreeText(sentences, [.. Language.Figures.FindAll(sentences, cover, cover?.PeriodEnd?.Value is { } end ? new CoverCalendar(sentences, end, isAnnual) : null).Concat(tables.SelectMany(table => table.Figures)).OrderBy(figure => figure.Metric.Source.Span!.Value.Start)]);
    }
}
