using Filingwire.Contracts.Codes;
using Filingwire.Restatement.Issuers;
using Filingwire.Restatement.LateFilings;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Identifiers;
using static Filingwire.Restatement.Api.GroundMessages;
using Wire = Filingwire.Restatement.V1;

namespace Filingwire.Restatement.Api;

/// <summary>Late-filing cases → wire, whose enums have the numbers of ours.</summary>
internal static class LateFilingMessages
{
    public static Wire.LateFiling ToProto(this LateFilingCase late, IssuerKey issuer, string? issuerName, DateOnly asOf)
    {
        var message = new Wire.LateFiling
        {
            Name = CaseNames.Of(issuer, late.Key),
            Issuer = issuer.ResourceName,
            IssuerName = issuerName ?? "",
            State = ToProto(late.State),
            Deadlines = late.Deadlines?.ToProto(),
            Report = late.Report?.ToMention(),
            ShortForm = late.ShortForm?.ToProto(),
            Streak = late.Streak,
            Severity = late.Severity.ToRestatement(),
            AsOf = Iso(asOf),
        };
        message.OrderRelief = late.Order?.ToProto();
        message.CuredBy = late.CuredBy?.ToMention();
        message.Currency.AddRange(late.Currency.Select(ToProto));
        message.Notices.AddRange(late.Notices.Select(ToProto));
        message.ReportAmendments.AddRange(late.ReportAmendments.Select(filing => filing.ToMention()));
        message.Reasons.AddRange(late.Grounds.Select(ground => ground.ToProto()));
        message.CrossChecks.AddRange(late.CrossChecks.Select(ToProto));
        if (late.Key.Report is { } report)
            message.ReportType = report;
        if (late.Key.PeriodEnd is { } end)
            message.PeriodEnd = Iso(end);
        if (late.TimelyUntil is { } until)
            message.TimelyUntil = Iso(until);
        if (DaysLate(late, asOf) is { } days)
            message.DaysLate = days;
        if (late.ExpectsWithinExtension is { } expects)
            message.ExpectsToMissExtension = !expects;
        if (late.ExpectedFilingDate is { } expected)
            message.ExpectedFilingDate = Iso(expected);
        return message;
    }

    public static Wire.CrossCheck ToProto(this CrossCheck check)
    {
        var message = new Wire.CrossCheck { Kind = (Wire.CrossCheck.Types.Kind)check.Kind, Reason = check.Ground.ToProto() };
        if (check.Days is { } days)
            message.Days = days;
        return message;
    }

    public static Wire.LateFiling.Types.State ToProto(LateFilingState state) => (Wire.LateFiling.Types.State)state;

    public static Wire.ShortFormConsequence ToProto(this ShortFormConsequence consequence)
    {
        var message = new Wire.ShortFormConsequence { Form = consequence.Form, Rule = consequence.Rule, UnavailableFrom = Iso(consequence.UnavailableFrom), Reasons = { consequence.Grounds.Select(ground => ground.ToProto()) } };
        if (consequence.AvailableAgainOn is { } again)
            message.AvailableAgainOn = Iso(again);
        return message;
    }

    public static Wire.CurrencyConsequence ToProto(this CurrencyConsequence consequence)
    {
        var message = new Wire.CurrencyConsequence
        {
            Use = consequence.Use,
            Standing = consequence.Standing == CurrencyStanding.AtRisk ? Wire.CurrencyConsequence.Types.Standing.AtRisk : Wire.CurrencyConsequence.Types.Standing.NotCurrent,
            From = Iso(consequence.From),
            Reason = consequence.Ground.ToProto(),
        };
        if (consequence.Until is { } until)
            message.Until = Iso(until);
        return message;
    }

    private static Wire.OrderRelief ToProto(this ReliefFinding relief)
    {
        var message = new Wire.OrderRelief
        {
            Event = relief.Order.Event,
            Release = relief.Order.Release,
            Standing = relief.Standing switch
            {
                ReliefStanding.Claimed => Wire.OrderRelief.Types.Standing.Claimed,
                ReliefStanding.Possible => Wire.OrderRelief.Types.Standing.Possible,
                _ => Wire.OrderRelief.Types.Standing.Forfeited,
            },
            DueDate = Iso(relief.Moved.LatestDue),
            Certainty = relief.Order.Certainty,
            Evidence = { relief.Evidence.Select(cited => cited.ToProto()) },
        };
        message.DeemedTimelyUntil = Iso(relief.Moved.LatestDeemedTimely);
        return message;
    }

    private static int? DaysLate(LateFilingCase late, DateOnly asOf) =>
        late.DaysLateWhenFiled ?? (late.State == LateFilingState.Lapsed && late.Deadlines?.Supported is { } deadline ? asOf.DayNumber - deadline.Due.DayNumber : null);

    private static Wire.Notice ToProto(CaseNotice notice)
    {
        var says = notice.Notice;
        var message = new Wire.Notice
        {
            Filing = notice.Filing.ToMention(),
            Amendment = notice.Filing.IsAmendment,
            Severity = says.Severity.ToRestatement(),
            AdmitsError = notice.AdmitsError,
            ReasonCodes = { says.Reasons.Select(reason => reason.Value.Kebab()) },
        };
        if (notice.InTime is { } inTime)
            message.InTime = inTime;
        if (says.ReliefClaimed is { } relief)
            message.ReliefClaimed = relief.Value;
        if (says.ExpectsWithinExtension is { } expects)
            message.ExpectsToFileWithinExtension = expects.Value;
        if (says.ExpectedFilingDate is { } date)
            message.ExpectedFilingDate = Iso(date.Value);
        if (says.StatedDueDate is { } due)
            message.StatedDueDate = Iso(due.Value);
        if (says.ReportAlreadyFiled is { } filed)
            message.ReportAlreadyFiled = filed.Value;
        return message;
    }
}
