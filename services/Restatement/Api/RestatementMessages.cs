using Filingwire.Contracts.Codes;
using Filingwire.Contracts.Evidence;
using Filingwire.Extraction.V1;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.Issuers;
using Filingwire.Restatement.Restatements;
using Filingwire.Sec.Identifiers;
using static Filingwire.Restatement.Api.GroundMessages;
using Wire = Filingwire.Restatement.V1;

namespace Filingwire.Restatement.Api;

/// <summary>Restatement cases → wire, whose enums have the numbers of ours.</summary>
internal static class RestatementMessages
{
    public static Wire.RestatementCase ToProto(this RestatementCase found, IssuerKey issuer, string? issuerName, DateOnly asOf)
    {
        var message = new Wire.RestatementCase
        {
            Name = CaseNames.OfRestatement(issuer, found.Key),
            Issuer = issuer.ResourceName,
            IssuerName = issuerName ?? "",
            State = ToProto(found.State),
            Magnitude = (Wire.RestatementCase.Types.Magnitude)found.Magnitude,
            AsOf = Iso(asOf),
        };
        message.Periods.AddRange(found.Periods.Select(ToProto));
        message.Areas.AddRange(found.Areas.Select(CodeWire.ToProto));
        message.Causes.AddRange(found.Causes.Select(CodeWire.ToProto));
        message.IdentifiedBy.AddRange(found.IdentifiedBy.Select(CodeWire.ToProto));
        message.Auditors.AddRange(found.Auditors);
        message.ConcludedBy.AddRange(found.ConcludedBy);
        message.Disclosures.AddRange(found.Disclosures.Select(ToProto));
        message.ExpectedFilings.AddRange(found.Expected.Select(ToProto));
        message.CrossChecks.AddRange(found.CrossChecks.Select(check => check.ToProto()));
        message.Reasons.AddRange(found.Grounds.Select(ground => ground.ToProto()));
        message.PeriodsUnknown = found.PeriodsUnknown.Count > 0;
        message.OfficersWindows.AddRange(OfficersWindow.Of(found).Select(ToProto));
        if (found.ConcludedOn is { } concluded)
            message.ConcludedOn = Iso(concluded);
        if (found.OpenedOn is { } opened)
            message.OpenedOn = Iso(opened);
        if (found.ClosedOn is { } closed)
            message.ClosedOn = Iso(closed);
        if (found.Says(fact => fact.MaterialWeakness) is { } weakness)
            message.MaterialWeakness = weakness;
        if (found.Says(fact => fact.SecInvestigation) is { } investigation)
            message.SecInvestigation = investigation;
        if (found.Says(fact => fact.RecoveryAnalysis) is { } recovery)
            message.RecoveryAnalysis = recovery;
        if (found.RestatementRequired is { } required)
            message.RestatementRequired = required;
        return message;
    }

    public static Wire.RestatementCase.Types.State ToProto(RestatementState state) => (Wire.RestatementCase.Types.State)state;

    public static Wire.NonReliancePeriod ToNonReliance(this CasePeriod period, string restatementCase)
    {
        var message = new Wire.NonReliancePeriod
        {
            PeriodEnd = Iso(period.End),
            Kind = period.Kind.ToProto(),
            RestatementCase = restatementCase,
            Evidence = { period.Evidence.Select(cited => cited.ToProto()) },
        };
        if (period.Start is { } start)
            message.PeriodStart = Iso(start);
        if (period.ReportType is { } report)
            message.ReportType = report;
        if ((period.ConcludedOn ?? period.DisclosedOn) is { } since)
            message.Since = Iso(since);
        return message;
    }

    public static Wire.UnknownNonReliance ToUnknownNonReliance(this CaseDisclosure disclosure, string restatementCase)
    {
        var periods = disclosure.Fact.NamedPeriods;
        var message = new Wire.UnknownNonReliance
        {
            RestatementCase = restatementCase,
            PeriodsAsWritten = { periods.Select(period => period.Source?.AsWritten).OfType<string>() },
            Evidence = { periods.Select(period => new Cited(disclosure.Filing, period.Source)).DefaultIfEmpty(new Cited(disclosure.Filing, disclosure.Fact.Source)).Select(cited => cited.ToProto()) },
        };
        if ((disclosure.Fact.ConcludedOn?.Value ?? disclosure.Filing.Date) is { } since)
            message.Since = Iso(since);
        return message;
    }

    private static Wire.OfficersWindow ToProto(OfficersWindow window) => new()
    {
        PeriodEnd = Iso(window.PeriodEnd),
        Start = Iso(window.Start),
        End = Iso(window.End),
        PublishedBy = window.PublishedBy.ToMention(),
        Reasons = { window.Grounds.Select(ground => ground.ToProto()) },
    };

    private static Wire.RestatedPeriod ToProto(CasePeriod period)
    {
        var message = new Wire.RestatedPeriod
        {
            PeriodEnd = Iso(period.End),
            Kind = period.Kind.ToProto(),
            RestatedBy = period.RestatedBy?.ToMention(),
            FirstPublishedBy = period.FirstPublishedBy?.ToMention(),
            RelianceRestoredBy = period.RestoredBy?.Filing.ToMention(),
            Amounts = { period.Effects.Select(ToProto) },
            Evidence = { period.Evidence.Select(cited => cited.ToProto()) },
        };
        if (period.Start is { } start)
            message.PeriodStart = Iso(start);
        if (period.ReportType is { } report)
            message.ReportType = report;
        if (period.DisclosedOn is { } disclosed)
            message.DisclosedOn = Iso(disclosed);
        if (period.NonReliance is { } nonReliance)
            message.NonReliance = nonReliance;
        return message;
    }

    private static Wire.RestatedAmount ToProto(EffectFact effect)
    {
        var message = new Wire.RestatedAmount
        {
            Metric = effect.Metric,
            MetricCode = effect.MetricCode,
            Direction = effect.Overstated switch { true => Effect.Types.Direction.Overstated, false => Effect.Types.Direction.Understated, null => Effect.Types.Direction.Unspecified },
            Currency = effect.Currency,
        };
        if (effect.Amount is { } amount)
            message.Amount = amount.ToWire();
        return message;
    }

    private static Wire.Disclosure ToProto(CaseDisclosure disclosure)
    {
        var message = new Wire.Disclosure
        {
            Filing = disclosure.Filing.ToMention(),
            Kind = disclosure.Fact.Kind.ToProto(),
            Evidence = new Cited(disclosure.Filing, disclosure.Fact.Source).ToProto(),
        };
        if (disclosure.Fact.Reason is { } reason)
            message.Reason = reason;
        if (disclosure.Fact.ConcludedOn is { } concluded)
            message.ConcludedOn = Iso(concluded.Value);
        return message;
    }

    private static Wire.ExpectedFiling ToProto(ExpectedFiling expected)
    {
        var message = new Wire.ExpectedFiling { FormType = expected.FormType, MentionedBy = expected.MentionedBy.ToProto() };
        if (expected.Date is { } date)
            message.Date = Iso(date);
        if (expected.PeriodEnd is { } end)
            message.PeriodEnd = Iso(end);
        return message;
    }
}
