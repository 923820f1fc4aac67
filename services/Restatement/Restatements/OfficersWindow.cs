using Filingwire.Restatement.Facts;
using Filingwire.Sec.Codes;

namespace Filingwire.Restatement.Restatements;

/// <summary>
/// The twelve months after the first publication of statements that have to be restated. Bonuses, incentive and equity pay that the chief executive
/// and the chief financial officer received in them, and their profits from the issuer's securities, are to be paid back if misconduct made the
/// restatement necessary (15 U.S.C. 7243(a)). A window, not a finding: only the Commission and the courts find misconduct.
/// </summary>
/// <param name="PeriodEnd">The period whose statements were wrong.</param>
/// <param name="Start">First day: the publication.</param>
/// <param name="End">Last day.</param>
/// <param name="PublishedBy">The first report known that contained the statements.</param>
/// <param name="Grounds">What a reader has to know.</param>
public sealed record OfficersWindow(DateOnly PeriodEnd, DateOnly Start, DateOnly End, FilingFact PublishedBy, IReadOnlyList<Ground> Grounds)
{
    private const string Rule = "15 U.S.C. 7243(a)";

    /// <summary>Section 304 became law.</summary>
    private static readonly DateOnly Enacted = new(2002, 7, 30);

    /// <summary>The windows of a case that is or may become a restatement, by period; empty where no publication is known.</summary>
    public static IReadOnlyList<OfficersWindow> Of(RestatementCase found) => found.Magnitude != Magnitude.Reissuance ? [] :
    [
        .. from period in found.Periods
           where period is { FirstPublishedBy.Date: not null, RestoredBy: null }
           let published = period.FirstPublishedBy!
           let day = published.Date!.Value
           where day.AddMonths(12) >= Enacted
           select new OfficersWindow(period.End, day < Enacted ? Enacted : day, day.AddMonths(12), published, Remarks(found, published)),
    ];

    private static IReadOnlyList<Ground> Remarks(RestatementCase found, FilingFact published) =>
    [
        Ground.Of("window-not-finding", "The window holds for the chief executive and the chief financial officer, and only if misconduct made the restatement necessary; nothing here says that it did.", Rule),
        Ground.Of("first-publication-by-report", "The first report received that contained the statements stands for their first publication; an earnings release may have come before it.", Rule, new Cited(published, null)),
        .. found.Causes.Contains(ErrorCause.FraudOrMisconduct)
            ? [Ground.Of("misconduct-mentioned", "A disclosure of the case speaks of fraud or misconduct.", Rule, found.Disclosures.Where(disclosure => disclosure.Fact.Causes.Contains(ErrorCause.FraudOrMisconduct)).Select(disclosure => new Cited(disclosure.Filing, disclosure.Fact.Source)))]
            : Array.Empty<Ground>(),
    ];
}
