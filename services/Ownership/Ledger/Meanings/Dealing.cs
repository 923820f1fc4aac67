using Filingwire.Ownership.Ledger.Facts;

namespace Filingwire.Ownership.Ledger.Meanings;

/// <summary>What a transaction is, in words: an award and shares withheld are no trades, however close to a window they lie.</summary>
public static class Dealing
{
    /// <summary>One English phrase, by the code alone.</summary>
    public static string Of(ReportRow row) => row.Code?.Value switch
    {
        "P" => "open-market or private purchase",
        "S" => "open-market or private sale",
        "A" => "grant, award or other acquisition from the issuer, not a trade",
        "D" => "disposition to the issuer, not a trade",
        "F" => "shares delivered or withheld for an exercise price or tax, not a trade",
        "I" => "discretionary transaction in an employee plan",
        "M" or "C" or "X" or "O" => "exercise or conversion of a derivative, not a trade",
        "E" or "H" => "expiry or cancellation of a derivative, not a trade",
        "G" => "bona fide gift, not a trade",
        "W" => "will or descent, not a trade",
        "Z" => "deposit into or withdrawal from a voting trust, not a trade",
        "L" => "small acquisition",
        "U" => "tender in a change of control",
        "J" => "other, described in a footnote",
        _ => "not known",
    };

    /// <summary>The category as a word of events: "market", "compensation", "tax", "gift", "conversion", "expiry", "other".</summary>
    public static string CategoryOf(ReportRow row) => RowMeaning.CategoryOf(row).ToString().ToLowerInvariant();
}
