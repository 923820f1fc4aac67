using Filingwire.Contracts.Calendar;
using Filingwire.Restatement.Facts;

namespace Filingwire.Restatement.Deadlines;

/// <summary>The possible dates of a report and those that the evidence supports.</summary>
/// <param name="Candidates">One for each possible status.</param>
/// <param name="Supported">What the evidence supports; null when there is none or it speaks for several alike.</param>
/// <param name="Remarks">What a reader has to know.</param>
public sealed record DeadlineFinding(IReadOnlyList<DeadlineCandidate> Candidates, Deadline? Supported, IReadOnlyList<Ground> Remarks)
{
    /// <summary>The latest due date that is possible: before it has passed nobody can be called late.</summary>
    public DateOnly LatestDue => Supported?.Due ?? Candidates.Max(candidate => candidate.Deadline.Due);

    /// <summary>The latest end of the extension that is possible.</summary>
    public DateOnly LatestDeemedTimely => Supported?.DeemedTimelyUntil ?? Candidates.Max(candidate => candidate.Deadline.DeemedTimelyUntil);

    /// <summary>The latest due date of a notice that is possible.</summary>
    public DateOnly LatestNoticeDue => Supported?.NoticeDue ?? Candidates.Max(candidate => candidate.Deadline.NoticeDue);

    /// <summary>The earliest due date of a notice that is possible.</summary>
    public DateOnly EarliestNoticeDue => Supported?.NoticeDue ?? Candidates.Min(candidate => candidate.Deadline.NoticeDue);

    /// <summary>The earliest due date that is possible.</summary>
    public DateOnly EarliestDue => Supported?.Due ?? Candidates.Min(candidate => candidate.Deadline.Due);
}

/// <summary>Dates that are possible, with what speaks for them.</summary>
public sealed record DeadlineCandidate(Deadline Deadline, IReadOnlyList<Ground> Support);

/// <summary>What is known about a report that may tell the filer status. Filled from facts or from a caller's question.</summary>
public sealed record StatusEvidence
{
    /// <summary>Code of a remark about a closing that is not known for sure.</summary>
    public const string ClosingUnconfirmed = "closing-unconfirmed";

    private const string NoticeDateCode = "notice-date";

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

    /// <summary>
    /// The possible dates with their support; null when none follow from the period's end. The strongest kind of evidence that singles
    /// out one set of dates decides: the report's own cover, a stated due date, an earlier cover, the notice's date.
    /// </summary>
    public DeadlineFinding? Find(string report, DateOnly periodEnd)
    {
        var deadlines = Deadline.Candidates(report, periodEnd, FiscalYearEnd);
        if (deadlines.Count == 0)
            return null;
        var levels = Levels().ToList();
        var candidates = deadlines
            .Select(deadline => new DeadlineCandidate(deadline, [.. levels.Where(level => level.Fits(deadline)).Select(level => level.Ground)]))
            .OrderBy(candidate => levels.FindIndex(level => level.Fits(candidate.Deadline)) is var first and >= 0 ? first : int.MaxValue)
            .ToList();
        Deadline? supported = null;
        List<Ground> remarks = [];
        foreach (var level in levels)
        {
            var fitting = deadlines.Where(level.Fits).ToList();
            if (fitting.Count == 0 && level.Ground.Code != NoticeDateCode)
                remarks.Add(level.Ground with { Code = $"{level.Ground.Code}-fits-none", Text = $"{level.Ground.Text} No filer status has such dates." });
            supported ??= Single(fitting);
        }
        supported ??= Single(deadlines);
        if (!FiscalYears.TryParse(FiscalYearEnd, out _, out _) && periodEnd.Year is >= 2002 and <= 2007 && report is "10-K" or "10-Q")
            remarks.Add(Ground.Of("fiscal-year-end-assumed", "The fiscal year is assumed to end on 31 December; the terms of 2002 to 2006 depend on it.", ""));
        remarks.AddRange(CalendarRemarks(deadlines));
        return new DeadlineFinding(candidates, supported, remarks);
    }

    /// <summary>Closings that are not known for sure and moved one of the dates.</summary>
    private static IEnumerable<Ground> CalendarRemarks(IEnumerable<Deadline> deadlines) =>
        deadlines.SelectMany(deadline => deadline.MovedBy()).Distinct().Where(closing => closing.Certainty == Certainty.Unconfirmed)
            .Select(closing => Ground.Of(ClosingUnconfirmed, $"{closing.Date:yyyy-MM-dd} is taken as no business day ({closing.Reason}); that EDGAR was closed is not confirmed.", closing.Source));

    private static Deadline? Single(List<Deadline> fitting) => fitting switch
    {
        [] => null,
        [var only] => only,
        [var first, ..] when fitting.TrueForAll(first.SameDates) => first with { Status = FilerStatus.Unspecified },
        _ => null,
    };

    private static Deadline? Single(IReadOnlyList<Deadline> all) => Single(all.ToList());

    private IEnumerable<(Ground Ground, Func<Deadline, bool> Fits)> Levels()
    {
        if (OwnCover is { } own)
            yield return (Grounded("status-by-own-cover", $"The report's cover says {Name(own.Status)}.", own.Source), d => d.Status == own.Status);
        if (StatedDue is { } due)
            yield return (Grounded("due-date-stated", $"The notice states the due date {due.Due:yyyy-MM-dd}.", due.Source), d => d.Due == due.Due || d.Unrolled == due.Due);
        if (EarlierCover is { } earlier)
            yield return (Grounded("status-by-earlier-cover", $"The cover of an earlier report says {Name(earlier.Status)}.", earlier.Source), d => d.Status == earlier.Status);
        if (NoticeDate is { } notice)
            yield return (Grounded(NoticeDateCode, $"The notice of {notice.Date:yyyy-MM-dd} falls on a due date or the business day after it.", notice.Source), d => notice.Date >= d.Due && notice.Date <= d.NoticeDue);
    }

    private static Ground Grounded(string code, string text, Cited? source) => Ground.Of(code, text, "17 CFR 240.12b-2", source is null ? [] : [source]);

    private static string Name(FilerStatus status) => status switch
    {
        FilerStatus.LargeAccelerated => "large accelerated filer",
        FilerStatus.Accelerated => "accelerated filer",
        _ => "non-accelerated filer",
    };
}
