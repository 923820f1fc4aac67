using System.Globalization;
using Filingwire.Contracts.Events;
using Filingwire.Restatement.LateFilings;
using Filingwire.Restatement.Restatements;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Restatement.Issuers;

/// <summary>The events that tell subscribers how an issuer's cases changed. Pure: the same documents and cause give the same events with the same ids.</summary>
internal static class IssuerChanges
{
    public static IReadOnlyList<IEvent> Between(IssuerDocument documentBefore, IssuerView before, IssuerDocument documentAfter, IssuerView after, Cause cause)
    {
        var change = new Change(documentBefore.Key(), documentAfter, cause);
        return [.. LateFilings(before.LateFilings, after.LateFilings, change), .. Restatements(before.Restatements, after.Restatements, change)];
    }

    /// <summary>The id of the announcement that a deadline has passed.</summary>
    public static Guid PassedId(IssuerKey issuer, ReportKey report, DateOnly day) =>
        DeterministicId.Of(nameof(LateFilingDeadlinePassed), issuer.ToString(), report.Text, day.ToString("O", CultureInfo.InvariantCulture));

    private static IEnumerable<IEvent> LateFilings(IReadOnlyList<LateFilingCase> before, IReadOnlyList<LateFilingCase> after, Change change)
    {
        var known = before.SelectMany(late => late.Notices).Select(notice => notice.Filing.Filing).ToHashSet(StringComparer.Ordinal);
        foreach (var late in after)
        {
            var was = before.FirstOrDefault(candidate => candidate.Key.SameReport(late.Key));
            if (was is not null && was.StandsAs(late))
                continue;
            var snapshot = Snapshots.Of(change.Issuer, late);
            var arrived = late.Notices.Where(notice => !known.Contains(notice.Filing.Filing)).ToList();
            foreach (var notice in arrived)
                yield return change.Notified(notice, snapshot);
            if (was is not null || arrived.Count == 0)
                if (change.Changed(was, late, snapshot) is { } changed)
                    yield return changed;
            if (late.State == LateFilingState.Lapsed && was?.State != LateFilingState.Lapsed)
                yield return change.Passed(late, snapshot);
        }
        foreach (var gone in before.Where(late => !after.Any(candidate => candidate.Key.SameReport(late.Key))))
            yield return change.Changed(gone, null, null)!;
    }

    private static IEnumerable<IEvent> Restatements(IReadOnlyList<RestatementCase> before, IReadOnlyList<RestatementCase> after, Change change)
    {
        var continued = new Dictionary<string, RestatementCase>(StringComparer.Ordinal);
        foreach (var found in after)
        {
            var was = before.Where(candidate => !continued.ContainsKey(candidate.Key) && Shares(candidate, found)).OrderByDescending(candidate => candidate.Key == found.Key).FirstOrDefault();
            if (was is not null)
                continued[was.Key] = found;
            if (was is not null && was.StandsAs(found))
                continue;
            var snapshot = Snapshots.Of(change.Issuer, found);
            if (was is null)
            {
                yield return change.Opened(found, snapshot);
                continue;
            }
            if (change.Changed(was, snapshot, null) is { } changed)
                yield return changed;
        }
        foreach (var gone in before.Where(found => !continued.ContainsKey(found.Key)))
            yield return change.Changed(gone, null, after.FirstOrDefault(candidate => Shares(gone, candidate)))!;
    }

    private static bool Shares(RestatementCase a, RestatementCase b) =>
        a.Disclosures.Any(one => b.Disclosures.Any(other => other.Filing.Filing == one.Filing.Filing && other.Ordinal == one.Ordinal));

    /// <summary>What all events of one change have in common.</summary>
    private sealed record Change(IssuerKey Issuer, IssuerDocument Document, Cause Cause)
    {
        private string? IssuerName { get; } = Document.Name();

        private string? MovedTo => Document.MovedTo is { } key ? "issuers/" + key : null;

        public LateFilingNotified Notified(CaseNotice notice, LateFilingSnapshot late) => new()
        {
            EventId = DeterministicId.Of(nameof(LateFilingNotified), Issuer.ToString(), notice.Filing.Filing),
            OccurredAt = Cause.At,
            Issuer = Issuer.ResourceName,
            IssuerName = IssuerName,
            Filing = notice.Filing.Filing,
            FormType = notice.Filing.FormType,
            Amendment = notice.Filing.IsAmendment,
            AdmitsError = notice.AdmitsError,
            LateFiling = late,
        };

        public LateFilingChanged? Changed(LateFilingCase? was, LateFilingCase? now, LateFilingSnapshot? after)
        {
            var before = was is null ? null : Snapshots.Of(Issuer, was);
            if (SnapshotEquality.Same(before, after))
                return null;
            var wrong = was is { State: LateFilingState.Lapsed, LastPossibleDay: { } day } && now is { State: LateFilingState.CuredInTime or LateFilingState.AlreadyFiled or LateFilingState.Withdrawn, DaysLateWhenFiled: null }
                ? PassedId(Issuer, was.Key, day)
                : (Guid?)null;
            return new LateFilingChanged
            {
                EventId = Id(nameof(LateFilingChanged), (after ?? before)!.Name),
                OccurredAt = Cause.At,
                Issuer = Issuer.ResourceName,
                IssuerName = IssuerName,
                Filing = Cause.Filing,
                FormType = Cause.FormType,
                Before = before,
                After = after,
                MovedTo = after is null ? MovedTo : null,
                Corrects = wrong,
            };
        }

        public LateFilingDeadlinePassed Passed(LateFilingCase late, LateFilingSnapshot snapshot) => new()
        {
            EventId = PassedId(Issuer, late.Key, late.LastPossibleDay!.Value),
            OccurredAt = Cause.At,
            Issuer = Issuer.ResourceName,
            IssuerName = IssuerName,
            Filing = Cause.Filing,
            FormType = Cause.FormType,
            Deadline = late.LastPossibleDay.Value,
            Kind = late.LastPossibleDay > late.Deadlines!.LatestDue ? "extension" : "due-date",
            LateFiling = snapshot,
        };

        public RestatementCaseOpened Opened(RestatementCase found, RestatementSnapshot snapshot) => new()
        {
            EventId = Id(nameof(RestatementCaseOpened), snapshot.Name),
            OccurredAt = Cause.At,
            Issuer = Issuer.ResourceName,
            IssuerName = IssuerName,
            Filing = found.Disclosures[0].Filing.Filing,
            FormType = found.Disclosures[0].Filing.FormType,
            RestatementCase = snapshot,
        };

        public RestatementCaseChanged? Changed(RestatementCase was, RestatementSnapshot? after, RestatementCase? into)
        {
            var before = Snapshots.Of(Issuer, was);
            if (SnapshotEquality.Same(before, after))
                return null;
            return new RestatementCaseChanged
            {
                EventId = Id(nameof(RestatementCaseChanged), before.Name),
                OccurredAt = Cause.At,
                Issuer = Issuer.ResourceName,
                IssuerName = IssuerName,
                Filing = Cause.Filing,
                FormType = Cause.FormType,
                Before = before,
                After = after,
                MergedInto = into is null ? null : CaseNames.OfRestatement(Issuer, into.Key),
                MovedTo = after is null && into is null ? MovedTo : null,
            };
        }

        private Guid Id(string type, string name) => DeterministicId.Of(type, name, Cause.Step);
    }
}
