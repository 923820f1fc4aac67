using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Restatement.Issuers;

/// <summary>What is kept of an issuer: facts and the deadlines announced as passed. Both only grow; everything else is folded from them.</summary>
public sealed record IssuerDocument
{
    /// <summary>A report expected longer ago than so many days, when that is found out, is no longer noted as not seen.</summary>
    private const int LongestSilence = 370;

    /// <summary>The key, a CIK or "n-…".</summary>
    public required string Issuer { get; init; }

    /// <summary>The facts.</summary>
    public FactSet Facts { get; init; } = FactSet.Empty;

    /// <summary>The deadlines announced as passed with nothing filed.</summary>
    public IReadOnlyList<PassedDeadline> Passed { get; init; } = [];

    /// <summary>The issuer that this provisional one proved to be; null while it has not.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Provisional keys that proved to be this issuer.</summary>
    public IReadOnlyList<string> AlsoKnownAs { get; init; } = [];

    /// <summary>When it was saved last.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The last day that the sweep has to look at next; null when nothing is outstanding.</summary>
    public DateOnly? NextDeadline { get; init; }

    /// <summary>The name as filed last; null when no filing gives it.</summary>
    public string? Name() => Facts.Facts.LastOrDefault(fact => fact.IssuerName is not null)?.IssuerName;

    /// <summary>Month and day of the fiscal year's end, as filed last; null when no filing gives it.</summary>
    public string? FiscalYearEnd() => Facts.Facts.LastOrDefault(fact => fact.FiscalYearEnd is not null)?.FiscalYearEnd;

    /// <summary>The issuer's key.</summary>
    public IssuerKey Key() => IssuerKey.TryParse(Issuer, out var key) ? key : default;

    /// <summary>The cases as published: all facts, and of deadlines those that were announced.</summary>
    public IssuerView Published() => IssuerView.Of(Facts.Facts, new Clock(HasPassed, HasPassed));

    /// <summary>
    /// The cases on a day. Every question is answered by this, so that no two answers for one day contradict each other. For a day that is over only the
    /// filings dated until then count; for today and later days everything received does.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="today">Today, US Eastern.</param>
    public IssuerView On(DateOnly day, DateOnly today) => IssuerView.Of(KnownOn(day, today), Clock.AsOf(day, HasPassed));

    /// <summary>The filings that count on a day.</summary>
    /// <inheritdoc cref="On"/>
    public System.Collections.Immutable.ImmutableArray<FilingFact> KnownOn(DateOnly day, DateOnly today) => day >= today ? Facts.Facts : Facts.Until(day);

    /// <summary>The same document with what follows from it.</summary>
    public IssuerDocument Settled(IssuerView view, DateTimeOffset now) => this with
    {
        ChangedAt = now,
        NextDeadline = view.LateFilings.Select(late => late.NextDay).Append(StillToMiss(view, DateOnly.FromDateTime(now.UtcDateTime))).Min(),
    };

    /// <summary>
    /// The day after which the next report counts as not seen; null when there is none, it was noted already, or it lies so far back that the silence is one
    /// of what was imported, not of the issuer.
    /// </summary>
    public DateOnly? StillToMiss(IssuerView view, DateOnly today) =>
        view.Next is { LastPossibleDay: { } day } next && day > today.AddDays(-LongestSilence) && !HasPassed(next.Key, day) ? day : null;

    private bool HasPassed(ReportKey report, DateOnly day) =>
        Passed.Any(passed => passed.LastDay >= day && ReportKey.TryParse(passed.Report, out var key) && key.SameReport(report));
}

/// <summary>A deadline announced as passed.</summary>
/// <param name="Report">The report's <see cref="ReportKey.Text"/>.</param>
/// <param name="LastDay">The last day for timely filing.</param>
public sealed record PassedDeadline(string Report, DateOnly LastDay);
