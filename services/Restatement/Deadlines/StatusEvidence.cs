using Filingwire.Restatement.Facts;
using Filingwire.Sec.Codes;

namespace Filingwire.Restatement.Deadlines;

/// <summary>What is known about a report that may tell the filer status. Filled from facts or from a caller's question.</summary>
public sealed record StatusEvidence
{
    private const string Rule = "17 CFR 240.12b-2";
    private const string NoticeDateLevel = "notice-date";

    /// <summary>The status by the report's own cover.</summary>
    public (FilerStatus Status, Cited? Source)? OwnCover { get; init; }

    /// <summary>A due date that a notice states.</summary>
    public (DateOnly Due, Cited? Source)? StatedDue { get; init; }

    /// <summary>The status by the cover of the issuer's report before.</summary>
    public (FilerStatus Status, Cited? Source)? EarlierCover { get; init; }

    /// <summary>The date of the notice.</summary>
    public (DateOnly Date, Cited? Source)? NoticeDate { get; init; }

    /// <summary>"MMDD"; null when unknown.</summary>
    public string? FiscalYearEnd { get; init; }

    /// <summary>The day from which the term is counted in place of the period's end, and why; null: the period's end.</summary>
    public (DateOnly Day, Ground Why)? CountedFrom { get; init; }

    /// <summary>A day before which the report is not due, and why; null: there is none.</summary>
    public (DateOnly Day, Ground Why)? NotBefore { get; init; }

    /// <summary>Why the day from which the term is counted may be another, unknown one; null when it may not.</summary>
    public Ground? StartUnknown { get; init; }

    /// <summary>The report may be the first one after a registration: a notice that comes late by the usual dates then says that these are not the dates.</summary>
    public Ground? MayBeFirst { get; init; }

    /// <summary>The cover of an earlier report, for which the status had been determined in another year: it decides nothing.</summary>
    public (FilerStatus Status, Cited Source)? CoverOfAnotherYear { get; init; }

    /// <summary>
    /// The possible dates and the supported ones; null when none follow from the period's end. The strongest kind of evidence that singles
    /// out one set of dates decides: the report's own cover, a stated due date, an earlier cover, the notice's date.
    /// </summary>
    public DeadlineFinding? Find(string report, DateOnly periodEnd)
    {
        var possible = Deadline.Candidates(report, periodEnd, FiscalYearEnd, CountedFrom?.Day, NotBefore?.Day);
        if (possible.Count == 0)
            return null;
        var unknown = StartUnknown ?? (MayBeFirst is not null && NoticeDate?.Date > possible.Max(deadline => deadline.NoticeDue) ? MayBeFirst : null);
        var misfit = StatedDue is { } stated && !possible.Any(deadline => FitsStated(deadline, stated.Due));
        if (unknown is not null && StatedDue is { } due && (misfit || StartUnknown is not null) && Deadline.IsCovered(due.Due))
        {
            var asStated = possible[0].DueOn(due.Due) with { Status = FilerStatus.Unspecified, Term = "the due date that the notice states" };
            return new DeadlineFinding([asStated], asStated, this);
        }
        // Nothing at all follows where the term never runs from the period's end.
        if (unknown is not null && report == "10-D")
            return null;
        if (StatedDue is not null)
            unknown = null;
        var supported = Levels().Select(level => Single(possible, level.Fits)).FirstOrDefault(single => single is not null) ?? Single(possible, _ => true);
        return new DeadlineFinding(possible, supported, this) { MayBeLater = unknown };
    }

    /// <summary>What moved the dates, or did not.</summary>
    public IEnumerable<Ground> Circumstances()
    {
        if (CountedFrom is { } start)
            yield return start.Why;
        if (NotBefore is { } first)
            yield return first.Why;
        if (CoverOfAnotherYear is { } cover)
            yield return Ground.Of("status-determined-anew", $"The cover of an earlier report says {Name(cover.Status)}; the status has been determined anew since, at the end of the fiscal year by the float of the last business day of its second quarter, and that cover decides nothing.", Rule, cover.Source);
    }

    /// <summary>The possible dates with what speaks for them, those with the strongest support first.</summary>
    public IReadOnlyList<DeadlineCandidate> Weigh(IReadOnlyList<Deadline> possible)
    {
        var levels = Levels().ToList();
        return [.. possible
            .OrderBy(deadline => levels.FindIndex(level => level.Fits(deadline)) is var first and >= 0 ? first : int.MaxValue)
            .Select(deadline => new DeadlineCandidate(deadline, [.. levels.Where(level => level.Fits(deadline)).Select(level => level.Ground())]))];
    }

    /// <summary>Evidence that fits none of the possible dates. An early notice is no misfit.</summary>
    public IEnumerable<Ground> Misfits(IReadOnlyList<Deadline> possible) =>
        from level in Levels()
        where level.Code != NoticeDateLevel && !possible.Any(level.Fits)
        let ground = level.Ground()
        select ground with { Code = level.Code + "-fits-none", Text = ground.Text + " No filer status has such dates." };

    private static Deadline? Single(IReadOnlyList<Deadline> possible, Func<Deadline, bool> fits)
    {
        Deadline? single = null;
        foreach (var deadline in possible)
        {
            if (!fits(deadline))
                continue;
            if (single is not null && !single.SameDates(deadline))
                return null;
            single = single is null ? deadline : single with { Status = FilerStatus.Unspecified };
        }
        return single;
    }

    private IEnumerable<Level> Levels()
    {
        if (OwnCover is { } own)
            yield return new Level("status-by-own-cover", () => $"The report's cover says {Name(own.Status)}.", own.Source, deadline => deadline.Status == own.Status);
        if (StatedDue is { } due)
            yield return new Level("due-date-stated", () => $"The notice states the due date {due.Due:yyyy-MM-dd}.", due.Source, deadline => FitsStated(deadline, due.Due));
        if (EarlierCover is { } earlier)
            yield return new Level("status-by-earlier-cover", () => $"The cover of an earlier report says {Name(earlier.Status)}.", earlier.Source, deadline => deadline.Status == earlier.Status);
        if (NoticeDate is { } notice)
            yield return new Level(NoticeDateLevel, () => $"The notice of {notice.Date:yyyy-MM-dd} falls on a due date or the business day after it.", notice.Source, deadline => notice.Date >= deadline.Due && notice.Date <= deadline.NoticeDue);
    }

    private static bool FitsStated(Deadline deadline, DateOnly due) => deadline.Due == due || deadline.Unrolled == due;

    private static string Name(FilerStatus status) => status switch
    {
        FilerStatus.LargeAccelerated => "large accelerated filer",
        FilerStatus.Accelerated => "accelerated filer",
        _ => "non-accelerated filer",
    };

    /// <summary>A kind of evidence, its sentence made only when somebody reads it.</summary>
    private sealed record Level(string Code, Func<string> Text, Cited? Source, Func<Deadline, bool> Fits)
    {
        public Ground Ground() => new(Code, Text(), Rule, Source is null ? [] : [Source]);
    }
}
