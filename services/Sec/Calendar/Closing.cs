namespace Filingwire.Sec.Calendar;

/// <summary>A weekday on which the SEC is closed and EDGAR takes no filings: it is no business day, and deadlines on it roll.</summary>
/// <param name="Date">The day.</param>
/// <param name="Reason">"Christmas Day", "Day of mourning for President Carter".</param>
/// <param name="Source">Where that is said.</param>
/// <param name="Certainty">How well it is known.</param>
public sealed record Closing(DateOnly Date, string Reason, string Source, Certainty Certainty);

/// <summary>How well a closing is known.</summary>
public enum Certainty
{
    /// <summary>By law, or by an announcement of the SEC.</summary>
    Confirmed,

    /// <summary>Reported by others, who cite the SEC.</summary>
    Reported,

    /// <summary>The federal offices were closed; that EDGAR was, too, is assumed.</summary>
    Unconfirmed,
}
