using Filingwire.Sec.Identifiers;

namespace Filingwire.Sec.Calendar;

/// <summary>Where a filing's date comes from; the order is that of trust.</summary>
public enum FilingDateBasis
{
    /// <summary>There is no date.</summary>
    Unknown,

    /// <summary>EDGAR's filing date.</summary>
    Filed,

    /// <summary>From EDGAR's acceptance, by Regulation S-T, Rule 13(a).</summary>
    Accepted,

    /// <summary>The latest signature's date stands in: the filing was made then or later.</summary>
    Signed,

    /// <summary>The day of receipt stands in: the filing was made then or earlier.</summary>
    Received,
}

/// <summary>The day on which a filing counts as filed.</summary>
/// <param name="Date">Null when nothing tells it.</param>
/// <param name="Basis">How it is known.</param>
public readonly record struct FilingDate(DateOnly? Date, FilingDateBasis Basis)
{
    /// <summary>The best that is known, in the order of <see cref="FilingDateBasis"/>.</summary>
    /// <param name="filedOn">EDGAR's filing date.</param>
    /// <param name="acceptedAtEastern">EDGAR's acceptance, US Eastern wall-clock.</param>
    /// <param name="signedOn">Date of the latest signature.</param>
    /// <param name="form">The submission type, without which an acceptance tells no date.</param>
    /// <param name="receivedOn">Day (US Eastern) of receipt; null where it may not stand in.</param>
    public static FilingDate Of(DateOnly? filedOn, DateTime? acceptedAtEastern, DateOnly? signedOn, FormType? form, DateOnly? receivedOn = null)
    {
        if (filedOn is not null)
            return new FilingDate(filedOn, FilingDateBasis.Filed);
        if (acceptedAtEastern is { } accepted && form is { } type)
            return new FilingDate(FilingDates.OfAcceptance(accepted, type), FilingDateBasis.Accepted);
        if (signedOn is not null)
            return new FilingDate(signedOn, FilingDateBasis.Signed);
        return new FilingDate(receivedOn, receivedOn is null ? FilingDateBasis.Unknown : FilingDateBasis.Received);
    }
}
