using Filingwire.Ownership.Ledger.Facts;

namespace Filingwire.Ownership.Ledger.Timeliness;

/// <summary>The form on which a transaction has to be reported, by its code, direction and date; what the filer typed decides only where these do not.</summary>
internal enum RequiredForm
{
    /// <summary>
    /// Rule 16a-3(g)(1): what is not exempt from Section 16(b), what Rule 16b-3(d), (e) or (f) exempts, every exercise and conversion, and since
    /// 2023-02-27 dispositions by bona fide gift.
    /// </summary>
    Form4,

    /// <summary>Rule 16a-3(f)(1): other exempt transactions. They may be put on an earlier Form 4.</summary>
    Form5,

    /// <summary>It depends on facts that the row does not hold: J, E, H and codes that are not known.</summary>
    ByFacts,
}

/// <summary>Finds the form.</summary>
internal static class RequiredForms
{
    /// <summary>The form by code, direction and date alone.</summary>
    public static RequiredForm Of(ReportRow row, DateOnly date) => row.Code?.Value switch
    {
        "P" or "S" or "M" or "C" or "O" or "X" or "U" => RequiredForm.Form4,
        "A" or "D" or "F" or "I" => date >= DueDates.TwoDayRuleSince ? RequiredForm.Form4 : RequiredForm.Form5,
        "G" when row.AcquiredDisposed?.Value == "A" || date < DueDates.GiftsOnForm4Since => RequiredForm.Form5,
        "G" when row.AcquiredDisposed?.Value == "D" => RequiredForm.Form4,
        "L" or "W" or "Z" => RequiredForm.Form5,
        _ => RequiredForm.ByFacts,
    };

    /// <summary>True when the row belongs on Form 5; what the filer typed counts where the rules leave it open.</summary>
    /// <param name="row">The row.</param>
    /// <param name="date">Of the transaction.</param>
    /// <param name="typed">What holds when the rules leave it open.</param>
    public static bool IsForm5Item(ReportRow row, DateOnly date, bool typed) => Of(row, date) switch
    {
        RequiredForm.Form4 => false,
        RequiredForm.Form5 => true,
        _ => typed,
    };
}
