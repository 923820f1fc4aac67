using Filingwire.Restatement.Facts;
using Filingwire.Restatement.Issuers;
using Filingwire.Restatement.LateFilings;
using Filingwire.Restatement.Restatements;
using Filingwire.Sec.Identifiers;
using static Filingwire.Restatement.Api.GroundMessages;
using Wire = Filingwire.Restatement.V1;

namespace Filingwire.Restatement.Api;

/// <summary>An issuer's status → wire.</summary>
internal static class StatusMessages
{
    /// <summary>The status of an issuer of which nothing is kept.</summary>
    public static Wire.IssuerStatus Unknown(IssuerKey issuer, DateOnly asOf) => new()
    {
        Issuer = issuer.ResourceName,
        AsOf = Iso(asOf),
        Reasons = { Ground.Of("nothing-received", "No filing of this issuer was received; that says nothing about the issuer.", "").ToProto() },
    };

    public static Wire.IssuerStatus Of(IssuerDocument document, DateOnly asOf, DateOnly today)
    {
        var facts = document.KnownOn(asOf, today);
        var view = document.On(asOf, today);
        var (issuer, name) = (document.Key(), document.Name());
        var outstanding = view.LateFilings.Where(late => late.IsOutstanding).ToList();
        var open = view.Restatements.Where(found => found.State == RestatementState.Open).ToList();
        var status = new Wire.IssuerStatus
        {
            Issuer = issuer.ResourceName,
            IssuerName = name ?? "",
            AsOf = Iso(asOf),
            Known = facts.Length > 0,
            LateInTwelveMonths = view.LateFilings.Count(late => late.IsLate && late.Deadlines?.LatestDue > asOf.AddMonths(-12)),
        };
        status.Outstanding.AddRange(outstanding.Select(late => late.ToProto(issuer, name, asOf)));
        var notSeen = view.LateFilings.Where(late => late.State == LateFilingState.NotSeen).ToList();
        status.NotSeen.AddRange(notSeen.Select(late => late.ToProto(issuer, name, asOf)));
        status.OpenCases.AddRange(open.Select(found => found.ToProto(issuer, name, asOf)));
        status.NonReliance.AddRange(
            from found in view.Restatements
            from period in found.Periods
            where period.IsUnreliable
            orderby period.End, period.Kind
            select period.ToNonReliance(CaseNames.OfRestatement(issuer, found.Key)));
        status.NonRelianceOfUnknownPeriods.AddRange(
            from found in open
            from disclosure in found.PeriodsUnknown
            select disclosure.ToUnknownNonReliance(CaseNames.OfRestatement(issuer, found.Key)));
        status.ShortForm.AddRange(view.LateFilings.Select(late => late.ShortForm).OfType<ShortFormConsequence>()
            .Where(consequence => consequence.UnavailableFrom <= asOf && (consequence.AvailableAgainOn is not { } again || again > asOf))
            .GroupBy(consequence => consequence.Form, StringComparer.Ordinal)
            .Select(group => group.MaxBy(consequence => consequence.AvailableAgainOn ?? DateOnly.MaxValue)!.ToProto()));
        status.Currency.AddRange(view.LateFilings.SelectMany(late => late.Currency)
            .Where(consequence => consequence.From <= asOf && (consequence.Until is not { } until || until > asOf))
            .GroupBy(consequence => consequence.Use, StringComparer.Ordinal)
            .Select(group => group.OrderByDescending(consequence => consequence.Standing).ThenBy(consequence => consequence.From).First().ToProto()));
        status.AlsoKnownAs.AddRange(document.AlsoKnownAs.Select(key => "issuers/" + key));
        status.Reasons.AddRange(Sentences([.. outstanding, .. notSeen], open, status.NonReliance.Count, facts.Length > 0).Select(ground => ground.ToProto()));
        return status;
    }

    private static IEnumerable<Ground> Sentences(List<LateFilingCase> outstanding, List<RestatementCase> open, int unreliable, bool known)
    {
        if (!known)
            yield return Ground.Of("nothing-received", "No filing of this issuer dated until then was received; that says nothing about the issuer.", "");
        foreach (var late in outstanding)
            foreach (var ground in late.Grounds)
                yield return ground;
        if (unreliable > 0)
            yield return Ground.Of("non-reliance", $"The statements of {unreliable} periods should not be relied on.", "", open.SelectMany(found => found.Disclosures).Where(disclosure => disclosure.NonReliance == true).Select(disclosure => new Cited(disclosure.Filing, disclosure.Fact.Source)));
        foreach (var ground in open.SelectMany(found => found.Grounds).Where(ground => ground.Code is "filing-expected" or "non-reliance-periods-unknown"))
            yield return ground;
    }
}
