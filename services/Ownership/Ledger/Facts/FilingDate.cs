using Filingwire.Sec.Calendar;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Facts;

/// <summary>How a filing's date is known.</summary>
public enum FilingDateBasis
{
    /// <summary>Not at all.</summary>
    Unknown,

    /// <summary>EDGAR's filing date.</summary>
    FiledOn,

    /// <summary>From the acceptance stamp, by Regulation S-T, Rule 13(a).</summary>
    AcceptedAt,

    /// <summary>The latest signature stands in.</summary>
    Signature,
}

/// <summary>The day on which a filing counts as filed.</summary>
/// <param name="Date">Null when not even a signature is dated.</param>
/// <param name="Basis">How it is known.</param>
public sealed record FilingDate(DateOnly? Date, FilingDateBasis Basis)
{
    /// <summary>The best that is known, in the order of <see cref="FilingDateBasis"/>.</summary>
    public static FilingDate Of(DateOnly? filedOn, DateTime? acceptedAtEastern, DateOnly? signedOn, FormType form)
    {
        if (filedOn is not null)
            return new FilingDate(filedOn, FilingDateBasis.FiledOn);
        if (acceptedAtEastern is { } accepted)
            return new FilingDate(FilingDates.OfAcceptance(accepted, form), FilingDateBasis.AcceptedAt);
        return new FilingDate(signedOn, signedOn is null ? FilingDateBasis.Unknown : FilingDateBasis.Signature);
    }
}
