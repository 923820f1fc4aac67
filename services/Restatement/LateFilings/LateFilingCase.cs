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

    /// <summary>Expected by the issuer's own history and not seen, nor a notice. Not known to be late.</summary>
    NotSeen,
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

    /// <summary>An order of the Commission that moved the dates or may have; null when none did.</summary>
    public ReliefFinding? Order { get; init; }

    /// <summary>The report, the first one when it was filed several times.</summary>
    public FilingFact? Report { get; init; }

    /// <summary>What brought what the case is about: the report, or the amendment with the part that the notice is about.</summary>
    public FilingFact? CuredBy { get; init; }

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

    /// <summary>What it does to what asks for current reports; empty when nothing.</summary>
    public IReadOnlyList<CurrencyConsequence> Currency { get; init; } = [];

    /// <summary>Cases of the same report in a row, this one included.</summary>
    public int Streak { get; init; } = 1;

    /// <summary>The amended notice about another report or period that took this one's place; null when none did.</summary>
    public FilingFact? ReplacedBy { get; init; }

    /// <summary>A Form 15 and what it means for the report; null when there is none.</summary>
    public DutyEnd? DutyEnd { get; init; }

    /// <summary>Not seen: the reports by which it was expected, the last one first; empty for all other cases.</summary>
    public IReadOnlyList<FilingFact> ExpectedAfter { get; init; } = [];

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

    /// <summary>Date of the first notice, or of the report where there is none; for what was not seen the day after the last one for a notice.</summary>
    public DateOnly? OpenedOn => State == LateFilingState.NotSeen ? LastPossibleDay?.AddDays(1) : Notices.Count > 0 ? Notices[0].Filing.Date : Report?.Date;

    /// <summary>The last day before something changes by the passing of time alone; null when nothing does.</summary>
    public DateOnly? NextDay => !IsOutstanding || State == LateFilingState.Lapsed ? null
        : State == LateFilingState.Noticed && ClaimsExtension && DueDay < LastPossibleDay ? DueDay : LastPossibleDay;

    /// <summary>The due date that counts: the supported one, or the latest that is possible; null when none is known.</summary>
    public DateOnly? DueDay => Deadlines?.Supported?.Due ?? Deadlines?.LatestDue;

    /// <summary>
    /// The latest notice that says whether the extension is claimed; null when none can be read. A claim has to come with a notice in time (Rule
    /// 12b-25(b)(1)); an amended notice after that day cannot make it.
    /// </summary>
    public (FilingFact Filing, Field<bool> Value)? Claim
    {
        get
        {
            (FilingFact, Field<bool>)? claim = null;
            foreach (var notice in Notices)
                if (notice.Notice.ReliefClaimed is { } stated && (!stated.Value || notice.InTime != false || ReferenceEquals(notice, Notices[0])))
                    claim = (notice.Filing, stated);
            return claim;
        }
    }

    /// <summary>The extension is claimed (true), is not (false), or the boxes cannot be read.</summary>
    public bool? ReliefClaimed => Claim?.Value.Value;

    /// <summary>The extension is claimed by a notice in time.</summary>
    public bool ClaimsExtension => ReliefClaimed == true && Notices is [{ InTime: true }, ..];

    /// <summary>The amended notice that claims the extension too late; null when none does.</summary>
    public CaseNotice? ClaimTooLate => ReliefClaimed == true ? null : Notices.LastOrDefault(notice => notice is { InTime: false, Notice.ReliefClaimed.Value: true });

    /// <summary>The latest expectation; null when none is stated.</summary>
    public bool? ExpectsWithinExtension => Latest(notice => notice.ExpectsWithinExtension)?.Value.Value;

    /// <summary>The latest expected date; null when none is stated.</summary>
    public DateOnly? ExpectedFilingDate => Latest(notice => notice.ExpectedFilingDate)?.Value.Value;

    /// <summary>True when nothing that an event shows is different.</summary>
    public bool StandsAs(LateFilingCase other) =>
        Key == other.Key && State == other.State && TimelyUntil == other.TimelyUntil && LastPossibleDay == other.LastPossibleDay
        && Deadlines?.Supported == other.Deadlines?.Supported && ReferenceEquals(Report, other.Report)
        && ReferenceEquals(CuredBy, other.CuredBy) && DaysLateWhenFiled == other.DaysLateWhenFiled
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

    /// <summary>The accountant is the reason, and the signed statement of Rule 12b-25(c) is not with the notice.</summary>
    AccountantStatementMissing,
}

/// <summary>What two or more filings say together.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Ground">In words, with the filings.</param>
/// <param name="Days">Days between, or too late; null when unknown.</param>
public sealed record CrossCheck(CrossCheckKind Kind, Ground Ground, int? Days);
