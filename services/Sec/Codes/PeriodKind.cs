namespace Filingwire.Sec.Codes;

/// <summary>Kind of a period.</summary>
public enum PeriodKind
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>A fiscal year.</summary>
    Annual,

    /// <summary>A quarter or year-to-date.</summary>
    Interim,

    /// <summary>A date only: a balance sheet.</summary>
    Instant,

    /// <summary>A range that is neither.</summary>
    Range,
}
