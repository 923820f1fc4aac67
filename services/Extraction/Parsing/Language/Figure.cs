using Filingwire.Extraction.Parsing.Evidence;

namespace Filingwire.Extraction.Parsing.Language;

/// <summary>A figure that a sentence states for a metric, with what it is compared with.</summary>
public sealed record Figure
{
    /// <summary>As the document names it: "research and development expense".</summary>
    public required Field<string?> Metric { get; init; }

    /// <summary>Normalised: "research-and-development-expense"; null when not known.</summary>
    public string? MetricCode { get; init; }

    /// <summary>Full units: 25900000. The lower end of a range.</summary>
    public required Field<decimal?> Value { get; init; }

    /// <summary>Upper end of a range.</summary>
    public Field<decimal?>? ValueHigh { get; init; }

    /// <summary>ISO 4217; null for a count or a ratio.</summary>
    public string? Currency { get; init; }

    /// <summary>End of the period, or the instant.</summary>
    public Field<DateOnly?>? PeriodEnd { get; init; }

    /// <summary>Months covered; 0 for an instant, null when the text does not say.</summary>
    public int? DurationMonths { get; init; }

    /// <summary>The value it is compared with.</summary>
    public Field<decimal?>? ComparativeValue { get; init; }

    /// <summary>End of the comparative period.</summary>
    public Field<DateOnly?>? ComparativePeriodEnd { get; init; }

    /// <summary>Movement against the comparative period, as the text says or as the two values show.</summary>
    public FigureDirection? Direction { get; init; }

    /// <summary>"approximately", a range or an estimate.</summary>
    public bool Approximate { get; init; }
}

/// <summary>Movement of a figure; the numbers are those of the wire.</summary>
public enum FigureDirection
{
    /// <summary>More than before.</summary>
    Increase = 1,

    /// <summary>Less than before.</summary>
    Decrease,

    /// <summary>As before.</summary>
    Unchanged,
}
