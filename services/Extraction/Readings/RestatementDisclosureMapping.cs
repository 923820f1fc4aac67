using Filingwire.Contracts.Codes;
using Filingwire.Contracts.Evidence;
using Filingwire.Parsing.Forms.Restatements;
using Filingwire.Sec.Codes;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Readings;

/// <summary>What a filing says about statements issued before → wire.</summary>
public static class RestatementDisclosureMapping
{
    /// <summary>A disclosure; null stays null.</summary>
    public static Wire.RestatementDisclosure? ToProto(this RestatementDisclosure? disclosure)
    {
        if (disclosure is null)
            return null;
        var wire = new Wire.RestatementDisclosure
        {
            Kind = disclosure.Kind.ToProto(),
            Evidence = disclosure.Evidence.ToProto(),
            NonReliance = disclosure.NonReliance.ToProto(),
            RestatementRequired = disclosure.RestatementRequired.ToProto(),
            MaterialWeakness = disclosure.MaterialWeakness.ToProto(),
            SecInvestigation = disclosure.SecInvestigation.ToProto(),
            RecoveryAnalysis = disclosure.RecoveryAnalysis.ToProto(),
            ConcludedOn = disclosure.ConcludedOn.ToProto(),
            ConcludedBy = disclosure.ConcludedBy.ToProto(),
            DiscussedWithAuditor = disclosure.DiscussedWithAuditor.ToProto(),
            Auditor = disclosure.Auditor.ToProto(),
            ExpectedAmendmentDate = disclosure.ExpectedAmendmentDate.ToProto(),
            Reason = disclosure.Reason.ToProto(),
        };
        wire.Periods.AddRange(disclosure.Periods.Select(ToProto));
        wire.Areas.AddRange(disclosure.Areas.Select(area => new Wire.AreaFinding { Area = area.Code.ToProto(), Evidence = area.Evidence.ToProto() }));
        wire.Causes.AddRange(disclosure.Causes.Select(cause => new Wire.CauseFinding { Cause = cause.Code.ToProto(), Evidence = cause.Evidence.ToProto() }));
        wire.IdentifiedBy.AddRange(disclosure.IdentifiedBy.Select(finder => new Wire.IdentifierFinding
        {
            Identifier = finder.Code.ToProto(),
            Evidence = finder.Evidence.ToProto(),
        }));
        wire.Effects.AddRange(disclosure.Effects.Select(ToProto));
        wire.ExpectedAmendments.AddRange(disclosure.ExpectedAmendments.Select(amendment => amendment.ToProto()));
        return wire;
    }

    private static Wire.AffectedPeriod ToProto(AffectedPeriod period)
    {
        var wire = new Wire.AffectedPeriod
        {
            PeriodEnd = period.End.ToProto(),
            PeriodStart = period.Start.ToProto(),
            Kind = period.Kind.ToProto(),
            ReportType = period.ReportType.ToProto(),
            Implied = period.Implied,
        };
        if (period.FiscalYear is { } year)
            wire.FiscalYear = year;
        if (period.FiscalQuarter is { } quarter)
            wire.FiscalQuarter = quarter;
        return wire;
    }

    private static Wire.Effect ToProto(ErrorEffect effect) => new()
    {
        Metric = effect.Metric.ToProto(),
        MetricCode = effect.MetricCode ?? "",
        Direction = (effect.Direction ?? EffectDirection.Unspecified).ToProto(),
        Amount = effect.Amount.ToProto(),
        Currency = effect.Currency ?? "",
        PeriodEnd = effect.PeriodEnd.ToProto(),
        ToBeDetermined = effect.ToBeDetermined,
    };
}
