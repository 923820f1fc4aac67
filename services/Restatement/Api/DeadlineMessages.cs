using Filingwire.Contracts.Codes;
using Filingwire.Restatement.Deadlines;
using Filingwire.Sec.Codes;
using static Filingwire.Restatement.Api.GroundMessages;
using Wire = Filingwire.Restatement.V1;

namespace Filingwire.Restatement.Api;

/// <summary>Deadlines → wire.</summary>
internal static class DeadlineMessages
{
    public static Wire.DeadlineFinding ToProto(this DeadlineFinding finding) => new()
    {
        Candidates = { finding.Candidates.Select(candidate => new Wire.DeadlineCandidate { Deadline = candidate.Deadline.ToProto(), Support = { candidate.Support.Select(ground => ground.ToProto()) } }) },
        Supported = finding.Supported?.ToProto(),
        Remarks = { finding.Remarks.Select(remark => remark.ToProto()) },
    };

    public static Wire.Deadline ToProto(this Deadline deadline)
    {
        var message = Dates(deadline);
        if (deadline.HasNotice)
        {
            message.NoticeDueDate = Iso(deadline.NoticeDue);
            message.DeemedTimelyUntil = Iso(deadline.DeemedTimelyUntil);
        }
        return message;
    }

    private static Wire.Deadline Dates(Deadline deadline) => new()
    {
        ReportType = deadline.Report,
        PeriodEnd = Iso(deadline.PeriodEnd),
        FilerStatus = deadline.Status.ToRestatement(),
        Term = deadline.Term,
        UnrolledDueDate = Iso(deadline.Unrolled),
        DueDate = Iso(deadline.Due),
    };
}
