using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Restatement.LateFilings;

/// <summary>How a late-filing case stands.</summary>
public enum LateFilingState
{
    /// <summary>Notified; no extension in force and the due date not passed, or nobody can tell from the notice.</summary>
    Noticed = 1,

    /// <summary>The extension runs.</summary>
    Excused,

    /// <summary>Filed on time or within the extension.</summary>
    CuredInTime,

    /// <summary>Filed, too late.</summary>
    CuredLate,

    /// <summary>The last day passed and the report is not known to have been filed.</summary>
    Lapsed,

    /// <summary>The report had been filed when the notice was.</summary>
    AlreadyFiled,

    /// <summary>The notice was replaced by one about another report, or the duty to report ended.</summary>
    Withdrawn,
}

/// <summary>A notice in its case.</summary>
/// <param name="Filing">The filing; its notice is not null.</param>
/// <param name="InTime">By its own due date; null when that cannot be told.</param>
public sealed record CaseNotice(FilingFact Filing, bool? InTime)
{
    /// <summary>What it says.</summary>
    public NoticeFact Notice => Filing.Notice!;

    /// <summary>It admits errors, non-reliance or a restatement.</summary>
    public bool AdmitsError => Filing.Disclosures.Any(disclosure => disclosure.Kind == DisclosureKind.NoticeAdmission);
}

/// <summary>A late-filing case as of some day.</summary>
public sealed record LateFilingCase
{
    /// <summary>Report and period.</summary>
    public required ReportKey Key { get; init; }

    /// <summary>How it stands.</summary>
    public required LateFilingState State { get; init; }

    /// <summary>Oldest first; empty for a report that was filed late without a notice.</summary>
    public required IReadOnlyList<CaseNotice> Notices { get; init; }

    /// <summary>The dates; null when report or period is unknown.</summary>
    public DeadlineFinding? Deadlines { get; init; }

    /// <summary>The report, the first one when it was filed several times.</summary>
    public FilingFact? Report { get; init; }

    /// <summary>Its amendments, oldest first.</summary>
    public IReadOnlyList<FilingFact> ReportAmendments { get; init; } = [];

    /// <summary>The last day for timely filing, given the notices; null when it cannot be told.</summary>
    public DateOnly? TimelyUntil { get; init; }

    /// <summary>The last day after which the report is certainly late; null when no date follows. Equal to <see cref="TimelyUntil"/> where that is known.</summary>
    public DateOnly? LastPossibleDay { get; init; }

    /// <summary>Calendar days after the due date on which the report was filed; null when not filed, not late or unknown.</summary>
    public int? DaysLateWhenFiled { get; init; }

    /// <summary>What it does to short-form registration; null when nothing.</summary>
    public ShortFormConsequence? ShortForm { get; init; }

    /// <summary>Cases of the same report in a row, this one included.</summary>
    public int Streak { get; init; } = 1;

    /// <summary>The amended notice about another report or period that took this one's place; null when none did.</summary>
    public FilingFact? ReplacedBy { get; init; }

    /// <summary>The filing that ended the duty to report; null when none did.</summary>
    public FilingFact? DutyEndedBy { get; init; }

    /// <summary>A report of the same type for a later period was received.</summary>
    public bool IsOvertaken { get; init; }

    /// <summary>Why, and what a reader has to know. Made anew each time.</summary>
    public IReadOnlyList<Ground> Grounds => LateFilingGrounds.Of(this);

    /// <summary>Warnings.</summary>
    public IReadOnlyList<CrossCheck> CrossChecks { get; init; } = [];

    /// <summary>The report is outstanding.</summary>
    public bool IsOutstanding => State is LateFilingState.Noticed or LateFilingState.Excused or LateFilingState.Lapsed;

    /// <summary>It is or was late, not merely announced.</summary>
    public bool IsLate => State is LateFilingState.CuredLate or LateFilingState.Lapsed || (State == LateFilingState.AlreadyFiled && DaysLateWhenFiled is not null);

    /// <summary>The highest weight of the notices.</summary>
    public NoticeSeverity Severity => Notices.Count == 0 ? NoticeSeverity.Unspecified : Notices.Max(notice => notice.Notice.Severity);

    /// <summary>Date of the first notice, or of the report where there is none.</summary>
    public DateOnly? OpenedOn => Notices.Count > 0 ? Notices[0].Filing.Date : Report?.Date;

    /// <summary>The claim of the latest notice that says so; null when none can be read.</summary>
    public bool? ReliefClaimed => Latest(notice => notice.ReliefClaimed)?.Value.Value;

    /// <summary>The latest expectation; null when none is stated.</summary>
    public bool? ExpectsWithinExtension => Latest(notice => notice.ExpectsWithinExtension)?.Value.Value;

    /// <summary>The latest expected date; null when none is stated.</summary>
    public DateOnly? ExpectedFilingDate => Latest(notice => notice.ExpectedFilingDate)?.Value.Value;

    /// <summary>True when nothing that an event shows is different.</summary>
    public bool StandsAs(LateFilingCase other) =>
        Key == other.Key && State == other.State && TimelyUntil == other.TimelyUntil && LastPossibleDay == other.LastPossibleDay
        && Deadlines?.Supported == other.Deadlines?.Supported && ReferenceEquals(Report, other.Report)
        && Notices.Select(notice => notice.Notice).SequenceEqual(other.Notices.Select(notice => notice.Notice), ReferenceEqualityComparer.Instance)
        && CrossChecks.Select(check => check.Kind).SequenceEqual(other.CrossChecks.Select(check => check.Kind));

    /// <summary>The last notice that states the value.</summary>
    public (FilingFact Filing, Field<T> Value)? Latest<T>(Func<NoticeFact, Field<T>?> value)
    {
        for (var i = Notices.Count - 1; i >= 0; i--)
            if (value(Notices[i].Notice) is { } stated)
                return (Notices[i].Filing, stated);
        return null;
    }
}

/// <summary>Short-form registration asks for twelve calendar months of timely reports.</summary>
/// <param name="Form">"S-3".</param>
/// <param name="Rule">The form's instruction.</param>
/// <param name="UnavailableFrom">First day without the form.</param>
/// <param name="AvailableAgainOn">First day with it again; null while the report is outstanding.</param>
public sealed record ShortFormConsequence(string Form, string Rule, DateOnly UnavailableFrom, DateOnly? AvailableAgainOn);

/// <summary>What kind of warning.</summary>
public enum CrossCheckKind
{
    /// <summary>A notice without a word about errors, soon followed by non-reliance or a restating report.</summary>
    SilentNotice = 1,

    /// <summary>Item 4.02 later than four business days after the conclusion.</summary>
    LateNonRelianceReport,

    /// <summary>The notice was filed after the report.</summary>
    NoticeAfterReport,

    /// <summary>The notice was filed after its own due date.</summary>
    LateNotice,
}

/// <summary>What two or more filings say together.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Ground">In words, with the filings.</param>
/// <param name="Days">Days between, or too late; null when unknown.</param>
public sealed record CrossCheck(CrossCheckKind Kind, Ground Ground, int? Days);
