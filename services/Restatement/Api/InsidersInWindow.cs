using Filingwire.Ownership.V1;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.Restatements;
using Grpc.Core;
using static Filingwire.Restatement.Api.GroundMessages;
using Wire = Filingwire.Restatement.V1;

namespace Filingwire.Restatement.Api;

/// <summary>Asks Ownership what insiders received and sold in a recovery window. When Ownership does not answer, the window says so.</summary>
internal sealed class InsidersInWindow(OwnershipService.OwnershipServiceClient ownership, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<Wire.RecoveryWindow> FillAsync(LookBack window, string issuer, CancellationToken cancellation)
    {
        var message = new Wire.RecoveryWindow
        {
            Start = Iso(window.Start),
            End = Iso(window.End),
            TriggeredOn = Iso(window.TriggeredOn),
            Reasons = { window.Grounds.Select(ground => ground.ToProto()) },
        };
        try
        {
            var answer = await ownership.GetIssuerActivityAsync(
                new GetIssuerActivityRequest { Issuer = issuer, From = message.Start, To = message.End },
                deadline: time.GetUtcNow().Add(Patience).UtcDateTime,
                cancellationToken: cancellation);
            message.OwnershipAnswered = true;
            if (answer.Truncated)
                message.Reasons.Add(Ground.Of("activity-cut", "Ownership cut its answer; there is more activity in the window.", "").ToProto());
            message.Activity.AddRange(answer.Owners.SelectMany(owner => owner.Rows.Where(row => KindOf(row) is not null).Select(row => ToProto(owner.Person, row))).OrderBy(row => row.TransactionDate, StringComparer.Ordinal));
        }
        catch (RpcException e) when (!cancellation.IsCancellationRequested)
        {
            message.Reasons.Add(Ground.Of("ownership-unavailable", $"Ownership did not answer ({e.StatusCode}): insiders' activity in the window is unknown, not nil.", "").ToProto());
        }
        return message;
    }

    /// <summary>Code A is an award by the issuer, code S a sale.</summary>
    private static string? KindOf(ActivityRow row) => row.TransactionCode switch { "A" => "award", "S" => "sale", _ => null };

    private static Wire.InsiderActivity ToProto(ReportingPerson person, ActivityRow row)
    {
        var activity = new Wire.InsiderActivity
        {
            Owner = person.Owner,
            OwnerName = person.Name,
            Kind = KindOf(row),
            TransactionDate = row.TransactionDate,
            SecurityTitle = row.SecurityTitle,
            Filing = row.Filing,
        };
        if (row.HasShares)
            activity.Shares = row.Shares;
        if (row.HasPricePerShare)
            activity.PricePerShare = row.PricePerShare;
        return activity;
    }
}
