using System.Collections.Immutable;
using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;

namespace Filingwire.Restatement.LateFilings;

/// <summary>What a Form 15 means for one report.</summary>
public enum DutyEndEffect
{
    /// <summary>The report had not been due when the form was filed, and no longer is.</summary>
    NoLongerDue,

    /// <summary>The report had been due before, and remains due; an extension changes nothing about that.</summary>
    StillDue,

    /// <summary>The issuer went on reporting: the form was about another registration.</summary>
    AnotherRegistration,

    /// <summary>Nobody knows when the report was due.</summary>
    Unknown,
}

/// <summary>A Form 15 held against a report.</summary>
/// <param name="Filing">The form.</param>
/// <param name="Effect">What it means.</param>
public sealed record DutyEnd(FilingFact Filing, DutyEndEffect Effect);

/// <summary>
/// An issuer's Forms 15. One suspends the duty to report from the day of its filing (17 CFR 240.12g-4(b), 240.12h-3(a), 240.12h-6(d)), and only for
/// the registration that it names: an issuer that reports on periods after it, or announces a report after it, has another one.
/// </summary>
internal sealed class DutyToReport(ImmutableArray<FilingFact> facts)
{
    private readonly List<FilingFact> forms = [.. facts.Where(fact => fact is { EndsDutyToReport: true, Date: not null })];

    /// <summary>The form that says most about a report; null when there is none that could.</summary>
    public DutyEnd? For(Matter matter, DeadlineFinding? deadlines)
    {
        var ends = forms.ConvertAll(form => new DutyEnd(form, Effect(form.Date!.Value, matter, deadlines)));
        return ends.Find(end => end.Effect == DutyEndEffect.NoLongerDue) ?? ends.LastOrDefault();
    }

    private DutyEndEffect Effect(DateOnly filed, Matter matter, DeadlineFinding? deadlines)
    {
        if (deadlines is not null && filed > deadlines.LatestDue)
            return DutyEndEffect.StillDue;
        if (matter.Notices.Exists(notice => notice.Date > filed) || facts.Any(fact => PeriodEnd(fact) >= filed))
            return DutyEndEffect.AnotherRegistration;
        return deadlines is null ? DutyEndEffect.Unknown : DutyEndEffect.NoLongerDue;
    }

    private static DateOnly? PeriodEnd(FilingFact fact) => fact.Report?.PeriodEnd ?? fact.Notice?.PeriodEnd?.Value;
}
