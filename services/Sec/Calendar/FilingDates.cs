using System.Collections.Frozen;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Sec.Calendar;

/// <summary>
/// The filing date that follows from EDGAR's acceptance (Regulation S-T, 17 CFR 232.13(a)): what is accepted after 17:30 Eastern
/// counts as filed on the next business day; for some forms the limit is 22:00. The rule speaks of the start of the transmission, of which
/// only the acceptance is public; EDGAR's own "filed as of" date wins where it is known.
/// </summary>
public static class FilingDates
{
    private static readonly TimeOnly OrdinaryCutOff = new(17, 30);
    private static readonly TimeOnly EveningCutOff = new(22, 0);

    // Without "/A". Section 16: since electronic filing became mandatory; Form 144: 88 FR 12205; Schedules 13D and 13G: 88 FR 76896.
    private static readonly FrozenDictionary<string, DateOnly> EveningForms = new Dictionary<string, DateOnly>
    {
        ["3"] = new(2003, 6, 30),
        ["4"] = new(2003, 6, 30),
        ["5"] = new(2003, 6, 30),
        ["144"] = new(2023, 3, 20),
        ["SC 13D"] = new(2024, 2, 5),
        ["SC 13G"] = new(2024, 2, 5),
        ["SCHEDULE 13D"] = new(2024, 2, 5),
        ["SCHEDULE 13G"] = new(2024, 2, 5),
        // Registration of additional securities under Rule 462(b), since that rule exists.
        ["S-1MEF"] = DateOnly.MinValue,
        ["S-3MEF"] = DateOnly.MinValue,
        ["S-4MEF"] = DateOnly.MinValue,
        ["S-11MEF"] = DateOnly.MinValue,
        ["F-1MEF"] = DateOnly.MinValue,
        ["F-3MEF"] = DateOnly.MinValue,
        ["F-4MEF"] = DateOnly.MinValue,
        ["N-2MEF"] = DateOnly.MinValue,
        ["POS462B"] = DateOnly.MinValue,
    }.ToFrozenDictionary();

    /// <summary>The last time of day at which the form still counts as filed on that day.</summary>
    public static TimeOnly CutOff(FormType form, DateOnly day) =>
        EveningForms.TryGetValue(form.Unamended.ToString(), out var since) && day >= since ? EveningCutOff : OrdinaryCutOff;

    /// <summary>The filing date.</summary>
    /// <param name="acceptedAtEastern">EDGAR's acceptance, US Eastern wall-clock.</param>
    /// <param name="form">The submission type.</param>
    public static DateOnly OfAcceptance(DateTime acceptedAtEastern, FormType form)
    {
        var day = DateOnly.FromDateTime(acceptedAtEastern);
        var inTime = TimeOnly.FromDateTime(acceptedAtEastern) <= CutOff(form, day);
        return inTime ? SecCalendar.Roll(day) : SecCalendar.NextBusinessDay(day);
    }
}
