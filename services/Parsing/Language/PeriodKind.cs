namespace Filingwire.Parsing.Language;

/// <summary>Kind of a period; the numbers are those of the wire.</summary>
public enum PeriodKind
{
    /// <summary>A fiscal year.</summary>
    Annual = 1,

    /// <summary>A quarter or year-to-date.</summary>
    Interim,

    /// <summary>A date only: a balance sheet.</summary>
    Instant,

    /// <summary>A range that is neither.</summary>
    Range,
}
