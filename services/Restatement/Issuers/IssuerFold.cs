using System.Globalization;
using Filingwire.Contracts.Events;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Restatement.Issuers;

/// <summary>What changes an issuer's document. Pure; each returns the same instance when nothing changes, and order does not matter.</summary>
internal static class IssuerFold
{
    /// <summary>Applies changes one after another.</summary>
    /// <returns>The document to save with the events of all changes; null when none changed anything.</returns>
    public static Folded? Apply(IssuerDocument document, IReadOnlyList<IssuerChange> changes, long version, DateTimeOffset now)
    {
        var (before, present) = (document, document);
        IssuerView? viewBefore = null;
        IssuerView? view = null;
        List<IEvent> events = [];
        for (var i = 0; i < changes.Count; i++)
        {
            var next = changes[i].Apply(present);
            if (ReferenceEquals(next, present))
                continue;
            viewBefore ??= view = before.Published();
            var after = next.Published();
            var step = string.Create(CultureInfo.InvariantCulture, $"{version}.{i}");
            events.AddRange(IssuerChanges.Between(present, view!, next, after, new Cause(changes[i].Filing, changes[i].FormType, step, now)));
            (present, view) = (next, after);
        }
        return viewBefore is null ? null : new Folded(present.Settled(view!, now), viewBefore, view!, events);
    }

    /// <summary>A filing says something about the issuer.</summary>
    /// <param name="document">The issuer.</param>
    /// <param name="fact">What it says.</param>
    /// <param name="previousIssuer">The provisional issuer under which the filing was known before; null when there was none.</param>
    public static IssuerDocument Learn(IssuerDocument document, FilingFact fact, string? previousIssuer)
    {
        var facts = document.Facts.With(fact);
        var changed = ReferenceEquals(facts, document.Facts) ? document : document with { Facts = facts };
        return IssuerKey.TryParseResourceName(previousIssuer, out var previous) && previous.ToString() != document.Issuer && !document.AlsoKnownAs.Contains(previous.ToString())
            ? changed with { AlsoKnownAs = [.. changed.AlsoKnownAs.Append(previous.ToString()).Order(StringComparer.Ordinal)] }
            : changed;
    }

    /// <summary>A filing belongs to another issuer, or bears another name.</summary>
    public static IssuerDocument Release(IssuerDocument document, string filing, int upToGeneration, IssuerKey? movedTo)
    {
        var facts = document.Facts.Without(filing, upToGeneration);
        var changed = ReferenceEquals(facts, document.Facts) ? document : document with { Facts = facts };
        return movedTo is { } to && document.MovedTo != to.ToString() ? changed with { MovedTo = to.ToString() } : changed;
    }

    /// <summary>Days have passed: every deadline before the day that nothing met is announced, and the next report when neither it nor a notice was seen.</summary>
    public static IssuerDocument Pass(IssuerDocument document, DateOnly today)
    {
        var view = document.Published();
        var overdue = view.LateFilings
            .Where(late => late.NextDay < today)
            .Select(late => new PassedDeadline(late.Key.Text, late.LastPossibleDay < today ? late.LastPossibleDay.Value : late.NextDay!.Value))
            .Except(document.Passed)
            .ToList();
        if (document.StillToMiss(view, today) is { } missed && missed < today)
            overdue.Add(new PassedDeadline(view.Next!.Key.Text, missed));
        // The later of two days for one report says what the earlier one said.
        var kept = document.Passed.Where(passed => !overdue.Exists(later => later.Report == passed.Report && later.LastDay >= passed.LastDay));
        return overdue.Count == 0 ? document : document with { Passed = [.. kept, .. overdue] };
    }
}

/// <summary>A document after changes.</summary>
/// <param name="Document">To save.</param>
/// <param name="Before">The cases before all changes.</param>
/// <param name="After">The cases after them.</param>
/// <param name="Events">To publish.</param>
internal sealed record Folded(IssuerDocument Document, IssuerView Before, IssuerView After, IReadOnlyList<IEvent> Events);
