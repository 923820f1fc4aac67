using Filingwire.Contracts.Identifiers;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;

namespace Filingwire.Restatement.Issuers;

/// <summary>What changes an issuer's document. Pure; each returns the same instance when nothing changes, and order does not matter.</summary>
internal static class IssuerFold
{
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

    /// <summary>Days have passed: every deadline before the day that nothing met is announced.</summary>
    public static IssuerDocument Pass(IssuerDocument document, DateOnly today)
    {
        var overdue = document.Published().LateFilings
            .Where(late => late.IsOutstanding && late.State != LateFilingState.Lapsed && late.LastPossibleDay < today)
            .Select(late => new PassedDeadline(late.Key.Text, late.LastPossibleDay!.Value))
            .Except(document.Passed)
            .ToList();
        return overdue.Count == 0 ? document : document with { Passed = [.. document.Passed, .. overdue] };
    }
}
