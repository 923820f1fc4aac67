using Filingwire.Restatement.Facts;
using Filingwire.Sec.Calendar;

namespace Filingwire.Restatement.Deadlines;

/// <summary>The possible dates of a report and those that the evidence supports.</summary>
/// <param name="Possible">One for each possible status, the slowest first; at least one.</param>
/// <param name="Supported">What the evidence supports; null when there is none or it speaks for several alike.</param>
/// <param name="Evidence">What was known.</param>
public sealed record DeadlineFinding(IReadOnlyList<Deadline> Possible, Deadline? Supported, StatusEvidence Evidence)
{
    /// <summary>Code of a remark about a closing that is not known for sure.</summary>
    public const string ClosingUnconfirmed = "closing-unconfirmed";

    /// <summary>Why the report may be due later than all dates here; null when it may not.</summary>
    public Ground? MayBeLater { get; init; }

    /// <summary>The latest due date that is possible: before it has passed nobody can be called late.</summary>
    public DateOnly LatestDue => Supported?.Due ?? Possible.Max(deadline => deadline.Due);

    /// <summary>The earliest due date that is possible.</summary>
    public DateOnly EarliestDue => Supported?.Due ?? Possible.Min(deadline => deadline.Due);

    /// <summary>The latest end of the extension that is possible.</summary>
    public DateOnly LatestDeemedTimely => Supported?.DeemedTimelyUntil ?? Possible.Max(deadline => deadline.DeemedTimelyUntil);

    /// <summary>The latest due date of a notice that is possible.</summary>
    public DateOnly LatestNoticeDue => Supported?.NoticeDue ?? Possible.Max(deadline => deadline.NoticeDue);

    /// <summary>The earliest due date of a notice that is possible.</summary>
    public DateOnly EarliestNoticeDue => Supported?.NoticeDue ?? Possible.Min(deadline => deadline.NoticeDue);

    /// <summary>The possible dates with what speaks for them, those with the strongest support first.</summary>
    public IReadOnlyList<DeadlineCandidate> Candidates => Evidence.Weigh(Possible);

    /// <summary>What a reader of the dates has to know.</summary>
    public IReadOnlyList<Ground> Remarks =>
        [.. Evidence.Misfits(Possible), .. Evidence.Circumstances(), .. AssumedYear(), .. LastDays(), .. Closings(), .. MayBeLater is { } later ? [later] : Array.Empty<Ground>()];

    /// <summary>The same finding with other dates.</summary>
    public DeadlineFinding Moved(Func<Deadline, Deadline> move) => this with { Possible = [.. Possible.Select(move)], Supported = Supported is { } supported ? move(supported) : null };

    private IEnumerable<Ground> AssumedYear()
    {
        if (!FiscalYears.TryParse(Evidence.FiscalYearEnd, out _, out _) && Possible[0] is { Report: "10-Q", PeriodEnd.Year: >= 2002 and <= 2005 })
            yield return Ground.Of("fiscal-year-end-assumed", "The fiscal year is assumed to end on 31 December; the terms of these years depend on it.", "");
    }

    /// <summary>No text of the Commission says how months are counted from the last day of a shorter month.</summary>
    private IEnumerable<Ground> LastDays()
    {
        if (Possible[0] is { Report: "20-F" } deadline && deadline.Unrolled.Day > deadline.PeriodEnd.Day)
            yield return Ground.Of("months-to-last-day", $"The months are counted to the last day of the last one; counted by the day's number the report would be due {deadline.Unrolled.Day - deadline.PeriodEnd.Day} days earlier.", "Form 20-F, General Instruction A(b)");
    }

    private IEnumerable<Ground> Closings() =>
        Possible.SelectMany(deadline => deadline.MovedBy()).Distinct().Where(closing => closing.Certainty == Certainty.Unconfirmed)
            .Select(closing => Ground.Of(ClosingUnconfirmed, $"{closing.Date:yyyy-MM-dd} is taken as no business day ({closing.Reason}); that EDGAR was closed is not confirmed.", closing.Source));
}

/// <summary>Dates that are possible, with what speaks for them.</summary>
public sealed record DeadlineCandidate(Deadline Deadline, IReadOnlyList<Ground> Support);
