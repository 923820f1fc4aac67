using static Filingwire.Sec.Calendar.Certainty;

namespace Filingwire.Sec.Calendar;

/// <summary>
/// Closings beside the federal holidays: days of mourning and executive orders, which 17 CFR 201.104 treats like holidays. Not here, because
/// EDGAR was open and the days count: government shutdowns (2018-12-22 to 2019-01-25, October and November 2025), the storm of 2012-10-29,
/// days on which only the exchanges close (Good Friday). Relief orders name persons and conditions and are no closings either.
/// </summary>
internal static class SpecialClosings
{
    public static readonly IReadOnlyList<Closing> All =
    [
        new(new(2001, 12, 24), "Closed by executive order", "Executive Order of December 2001", Unconfirmed),
        new(new(2003, 12, 26), "Closed by executive order", "Executive Order of December 2003", Unconfirmed),
        new(new(2004, 6, 11), "Day of mourning for President Reagan", "Executive Order 13343; notice of a self-regulatory organization that the SEC was closed", Reported),
        new(new(2007, 1, 2), "Day of mourning for President Ford", "Executive Order 13421", Unconfirmed),
        new(new(2007, 12, 24), "Closed by executive order", "Executive Order 13453", Unconfirmed),
        new(new(2008, 12, 26), "Closed by executive order", "Executive Order 13482; law-firm notice that Rule 0-3 treats it as a holiday", Reported),
        new(new(2012, 12, 24), "Closed by executive order", "Executive Order 13635", Unconfirmed),
        new(new(2014, 12, 26), "Closed by executive order", "Executive Order 13682", Unconfirmed),
        new(new(2018, 12, 5), "Day of mourning for President G. H. W. Bush", "SEC announcement, quoted in ICI memorandum 31512", Confirmed),
        new(new(2018, 12, 24), "Closed by executive order", "Executive Order 13854; law-firm notice of 2018-12-21", Reported),
        new(new(2019, 12, 24), "Closed by executive order", "Executive Order 13900; law-firm notices of December 2019", Reported),
        new(new(2020, 12, 24), "Closed by executive order", "Executive Order 13965; law-firm notice of 2020-12-16", Reported),
        new(new(2024, 12, 24), "Closed by executive order", "Executive Order 14129; published filing calendars", Reported),
        new(new(2025, 1, 9), "Day of mourning for President Carter", "SEC announcement, quoted by law firms in January 2025", Reported),
        new(new(2025, 12, 24), "Closed by executive order", "Executive Order 14371", Unconfirmed),
        new(new(2025, 12, 26), "Closed by executive order", "Executive Order 14371", Unconfirmed),
    ];
}
