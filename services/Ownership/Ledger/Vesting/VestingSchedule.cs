using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;

namespace Filingwire.Ownership.Ledger.Vesting;

/// <summary>How completely terms were read.</summary>
public enum VestingState
{
    /// <summary>The whole award has dates.</summary>
    Complete,

    /// <summary>A part of it has.</summary>
    Partial,

    /// <summary>The text speaks of vesting and nothing was understood.</summary>
    Unread,

    /// <summary>Fully vested or exercisable from the start.</summary>
    Vested,

    /// <summary>Vesting hangs on something other than time.</summary>
    Conditional,
}

/// <summary>A part of an award that vests on one day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Part">Of the whole award.</param>
/// <param name="Units">Whole units by cumulative rounding down; null when the award's size is unknown.</param>
public sealed record VestingTranche(DateOnly Date, Fraction Part, decimal? Units);

/// <summary>How one award vests.</summary>
/// <param name="Row">The award.</param>
/// <param name="Commencement">From when the schedule counts; null when neither footnote nor row say.</param>
/// <param name="CommencementSource">"footnote" or "transaction-date"; empty when unknown.</param>
/// <param name="Tranches">By date.</param>
/// <param name="State">How completely it was read.</param>
/// <param name="Footnote">Where it was read.</param>
/// <param name="Unread">Sentences on vesting that were not understood, as written.</param>
/// <param name="SubjectToService">True when the text asks for continued service.</param>
public sealed record VestingSchedule(
    LedgerRow Row,
    DateOnly? Commencement,
    string CommencementSource,
    IReadOnlyList<VestingTranche> Tranches,
    VestingState State,
    ReportFootnote Footnote,
    IReadOnlyList<string> Unread,
    bool SubjectToService)
{
    /// <summary>Units awarded; null when unknown.</summary>
    public decimal? Units => Row.Row.Shares?.Value ?? Row.Row.UnderlyingShares?.Value;

    /// <summary>Units vested at the end of a day by the schedule; null when it does not say.</summary>
    public decimal? VestedBy(DateOnly day) => State switch
    {
        VestingState.Vested => Units,
        VestingState.Complete when Units is not null => Tranches.Where(tranche => tranche.Date <= day).Sum(tranche => tranche.Units),
        _ => null,
    };
}
