using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Language;

/// <summary>A figure that a sentence or a table states for a metric, with what it is compared with.</summary>
public sealed record Figure
{
    /// <summary>As the document names it: "research and development expense".</summary>
    public required Field<string?> Metric { get; init; }

    /// <summary>Normalised: "research-and-development-expense"; null when not known.</summary>
    public string? MetricCode { get; init; }

    /// <summary>Full units: 25900000; the size of the loss for a metric that is a loss. The lower end of a range. Null when only a change is stated.</summary>
    public Field<decimal?>? Value { get; init; }

    /// <summary>Upper end of a range.</summary>
    public Field<decimal?>? ValueHigh { get; init; }

    /// <summary>What is counted; null for a change in percent of who knows what.</summary>
    public FigureUnit? Unit { get; init; }

    /// <summary>ISO 4217; null for a count or a ratio, and where the text shows no currency.</summary>
    public string? Currency { get; init; }

    /// <summary>The unit the number is written in, 1000 or 1000000; null for full units. The values are in full units already.</summary>
    public Field<decimal?>? Scale { get; init; }

    /// <summary>End of the period, or the instant.</summary>
    public Field<DateOnly?>? PeriodEnd { get; init; }

    /// <summary>Months covered; 0 for an instant, null when the text does not say.</summary>
    public int? DurationMonths { get; init; }

    /// <summary>The value it is compared with.</summary>
    public Field<decimal?>? ComparativeValue { get; init; }

    /// <summary>End of the comparative period.</summary>
    public Field<DateOnly?>? ComparativePeriodEnd { get; init; }

    /// <summary>The size of a stated change, full units, without a sign; never computed.</summary>
    public Field<decimal?>? Change { get; init; }

    /// <summary>Upper end of a change given as a range.</summary>
    public Field<decimal?>? ChangeHigh { get; init; }

    /// <summary>The size of a stated change in percent: 15 for 15%.</summary>
    public Field<decimal?>? ChangePercent { get; init; }

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

/// <summary>What a figure counts; the numbers are those of the wire.</summary>
public enum FigureUnit
{
    /// <summary>Money.</summary>
    Currency = 1,

    /// <summary>Money per share.</summary>
    CurrencyPerShare,

    /// <summary>Percent: 45.5 for 45.5%.</summary>
    Percent,

    /// <summary>Shares.</summary>
    Shares,
}
