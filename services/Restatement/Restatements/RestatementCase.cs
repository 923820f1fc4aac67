using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using Filingwire.Sec.Codes;

namespace Filingwire.Restatement.Restatements;

/// <summary>How a restatement case stands.</summary>
public enum RestatementState
{
    /// <summary>Some period is not known to be restated, or not known at all.</summary>
    Open = 1,

    /// <summary>Every period is restated or relied on again, or none had to be.</summary>
    Closed,
}

/// <summary>How the correction is made; a higher value is a graver one.</summary>
public enum Magnitude
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>Booked in the current period.</summary>
    OutOfPeriod,

    /// <summary>"little r".</summary>
    Revision,

    /// <summary>"Big R".</summary>
    Reissuance,
}

/// <summary>A disclosure, by filing and position in it: what a case is made of and named by.</summary>
/// <param name="Filing">The filing.</param>
/// <param name="Ordinal">From 1.</param>
/// <param name="Fact">What it says.</param>
public sealed record CaseDisclosure(FilingFact Filing, int Ordinal, DisclosureFact Fact)
{
    /// <summary>The last part of the case's resource name while this disclosure is the first.</summary>
    public string Text => $"{Filing.Filing["filings/".Length..]}.{Ordinal}";

    /// <summary>It ends doubts about statements instead of raising them.</summary>
    public bool EndsNonReliance => Fact.Kind is DisclosureKind.ReauditWithoutChange or DisclosureKind.ConclusionWithdrawn or DisclosureKind.RelianceRestored;

    /// <summary>It says that statements should not be relied on, and no report of its own corrects them.</summary>
    public bool IsDoubt => Filing.Report is null && !EndsNonReliance;

    /// <summary>It names no period, with a date or without.</summary>
    public bool NamesNoPeriod => Fact.Periods.Count == 0 && Fact.NamedPeriods.Count == 0;

    /// <summary>It names every period with a date.</summary>
    public bool NamesItsPeriods => Fact.Periods.Count > 0 && Fact.NamedPeriods.Count == 0;

    /// <summary>The statements concerned should not be relied on.</summary>
    public bool? NonReliance => Fact.NonReliance ?? (Fact.Kind switch
    {
        DisclosureKind.NonReliance402A or DisclosureKind.NonReliance402B => true,
        DisclosureKind.Revision or DisclosureKind.OutOfPeriod => false,
        DisclosureKind.ReauditWithoutChange or DisclosureKind.ConclusionWithdrawn or DisclosureKind.RelianceRestored => false,
        _ => null,
    });
}

/// <summary>A period of a case.</summary>
public sealed record CasePeriod
{
    /// <summary>Last day.</summary>
    public required DateOnly End { get; init; }

    /// <summary>First day; null when no disclosure gives it.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Its kind.</summary>
    public PeriodKind Kind { get; init; }

    /// <summary>The report that contained the statements.</summary>
    public string? ReportType { get; init; }

    /// <summary>Date of the first disclosure about it.</summary>
    public DateOnly? DisclosedOn { get; init; }

    /// <summary>The earliest conclusion about it; null when not given.</summary>
    public DateOnly? ConcludedOn { get; init; }

    /// <summary>Not to be relied on (true), may be (false), or not said.</summary>
    public bool? NonReliance { get; init; }

    /// <summary>Amounts.</summary>
    public IReadOnlyList<EffectFact> Effects { get; init; } = [];

    /// <summary>The filing that restates it.</summary>
    public FilingFact? RestatedBy { get; init; }

    /// <summary>What ended the doubt without a restatement; null when nothing did.</summary>
    public CaseDisclosure? RestoredBy { get; init; }

    /// <summary>The first report known that contained the statements; null when none is.</summary>
    public FilingFact? FirstPublishedBy { get; init; }

    /// <summary>Where the disclosures name it.</summary>
    public IReadOnlyList<Cited> Evidence { get; init; } = [];

    /// <summary>Nothing more is to come for it.</summary>
    public bool IsSettled => RestatedBy is not null || RestoredBy is not null;

    /// <summary>Since when it is settled; null when it is not, or the filing has no date.</summary>
    public DateOnly? SettledOn => RestatedBy is { } restater ? restater.Date : RestoredBy?.Filing.Date;

    /// <summary>It may not be relied on.</summary>
    public bool IsUnreliable => NonReliance == true && !IsSettled;
}

/// <summary>A restatement case.</summary>
public sealed record RestatementCase
{
    /// <summary>The first disclosure's <see cref="CaseDisclosure.Text"/>.</summary>
    public required string Key { get; init; }

    /// <summary>How it stands.</summary>
    public required RestatementState State { get; init; }

    /// <summary>How it is corrected.</summary>
    public required Magnitude Magnitude { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<CaseDisclosure> Disclosures { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<CasePeriod> Periods { get; init; }

    /// <summary>Disclosures of non-reliance whose periods are not or not all understood, and that no later one made clear.</summary>
    public IReadOnlyList<CaseDisclosure> PeriodsUnknown { get; init; } = [];

    /// <summary>Codes of all disclosures, in order of first mention.</summary>
    public IReadOnlyList<AccountingArea> Areas => Distinct(fact => fact.Areas);

    /// <inheritdoc cref="Areas"/>
    public IReadOnlyList<ErrorCause> Causes => Distinct(fact => fact.Causes);

    /// <inheritdoc cref="Areas"/>
    public IReadOnlyList<ErrorIdentifier> IdentifiedBy => Distinct(fact => fact.IdentifiedBy);

    /// <summary>Names as written.</summary>
    public IReadOnlyList<string> Auditors => Distinct<string>(fact => fact.Auditor is { } name ? [name] : []);

    /// <summary>As written.</summary>
    public IReadOnlyList<string> ConcludedBy => Distinct<string>(fact => fact.ConcludedBy is { } name ? [name] : []);

    /// <summary>The earliest conclusion; null when no disclosure gives it.</summary>
    public DateOnly? ConcludedOn => Disclosures.Min(disclosure => disclosure.Fact.ConcludedOn?.Value);

    /// <summary>Date of the first disclosure.</summary>
    public DateOnly? OpenedOn => Disclosures[0].Filing.Date;

    /// <summary>When the last period was settled; null while open.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>What the disclosures refer to and what was not received.</summary>
    public IReadOnlyList<ExpectedFiling> Expected { get; init; } = [];

    /// <summary>Warnings.</summary>
    public IReadOnlyList<CrossCheck> CrossChecks { get; init; } = [];

    /// <summary>Why, and what a reader has to know. Made anew each time.</summary>
    public IReadOnlyList<Ground> Grounds => RestatementGrounds.Of(this);

    /// <summary>True when nothing that an event shows is different.</summary>
    public bool StandsAs(RestatementCase other) =>
        Key == other.Key && State == other.State && ClosedOn == other.ClosedOn && Magnitude == other.Magnitude
        && Disclosures.Select(disclosure => disclosure.Fact).SequenceEqual(other.Disclosures.Select(disclosure => disclosure.Fact), ReferenceEqualityComparer.Instance)
        && Periods.Select(period => (period.RestatedBy?.Filing, period.RestoredBy?.Text)).SequenceEqual(other.Periods.Select(period => (period.RestatedBy?.Filing, period.RestoredBy?.Text)))
        && PeriodsUnknown.Select(disclosure => disclosure.Text).SequenceEqual(other.PeriodsUnknown.Select(disclosure => disclosure.Text))
        && Expected.Select(expected => (expected.FormType, expected.Date, expected.PeriodEnd)).SequenceEqual(other.Expected.Select(expected => (expected.FormType, expected.Date, expected.PeriodEnd)))
        && CrossChecks.Select(check => check.Kind).SequenceEqual(other.CrossChecks.Select(check => check.Kind));

    /// <summary>True when one says yes, false when the last that says anything says no, null when none says.</summary>
    public bool? Says(Func<DisclosureFact, bool?> flag) =>
        Disclosures.Any(disclosure => flag(disclosure.Fact) == true) ? true : Disclosures.LastOrDefault(disclosure => flag(disclosure.Fact) is not null) is null ? null : false;

    /// <summary>What the latest disclosure says that says anything.</summary>
    public bool? RestatementRequired => Disclosures.LastOrDefault(disclosure => disclosure.Fact.RestatementRequired is not null)?.Fact.RestatementRequired;

    private IReadOnlyList<T> Distinct<T>(Func<DisclosureFact, IReadOnlyList<T>> values) => [.. Disclosures.SelectMany(disclosure => values(disclosure.Fact)).Distinct()];
}

/// <summary>A filing that is mentioned and was not received.</summary>
/// <param name="FormType">"8-K".</param>
/// <param name="Date">The date that the text gives.</param>
/// <param name="PeriodEnd">The period that the text gives.</param>
/// <param name="MentionedBy">Who mentions it, and where.</param>
public sealed record ExpectedFiling(string FormType, DateOnly? Date, DateOnly? PeriodEnd, Cited MentionedBy);
