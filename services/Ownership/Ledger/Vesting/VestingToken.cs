namespace Filingwire.Ownership.Ledger.Vesting;

/// <summary>What a piece of a sentence on vesting says.</summary>
internal enum VestingTokenKind
{
    /// <summary>A part of the award: "1/3", "25%".</summary>
    Part,

    /// <summary>A number of units: "59,064 restricted stock units".</summary>
    Units,

    /// <summary>"the remainder", "the remaining 75%".</summary>
    Rest,

    /// <summary>"all", "in full", "100%".</summary>
    All,

    /// <summary>"24 equal monthly installments"; months 0 when no interval stands there.</summary>
    Installments,

    /// <summary>"monthly", "every three months".</summary>
    Interval,

    /// <summary>"over a 24-month period".</summary>
    Over,

    /// <summary>A date.</summary>
    Date,

    /// <summary>"the first and second anniversaries of …".</summary>
    Anniversary,

    /// <summary>"the date of grant".</summary>
    GrantDate,

    /// <summary>"each of".</summary>
    Each,

    /// <summary>"beginning on": the first part falls on the date.</summary>
    Begin,

    /// <summary>"period beginning on", "from": the first part falls one interval after the date.</summary>
    From,

    /// <summary>"ending".</summary>
    End,

    /// <summary>"thereafter".</summary>
    Thereafter,

    /// <summary>"until fully vested".</summary>
    UntilVested,
}

/// <summary>A piece and what it carries.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Part">Of <see cref="VestingTokenKind.Part"/>.</param>
/// <param name="Number">Count of installments or units.</param>
/// <param name="Months">Interval or period.</param>
/// <param name="Date">Of a date, or of the date that anniversaries are of; null: the date of grant.</param>
/// <param name="Ordinals">Which anniversaries.</param>
internal sealed record VestingToken(
    VestingTokenKind Kind, Fraction Part = default, decimal Number = 0, int Months = 0, DateOnly? Date = null, IReadOnlyList<int>? Ordinals = null);
