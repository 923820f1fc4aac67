using Filingwire.Hosting.Security;
using Filingwire.Ownership.V1;
using Grpc.Core;

namespace Filingwire.Ownership.Api;

/// <summary>The gRPC façade; see protos/filingwire/ownership/v1/ownership_service.proto for every method's promise.</summary>
internal sealed class OwnershipGrpcService(
    AddressRight addresses,
    TransactionList transactions,
    PositionAnswer positions,
    OwnerAnswer owners,
    ActivityAnswer activity,
    LateReportList lateReports,
    SwingList swings,
    ContinuityAnswer continuity,
    VestingAnswer vesting)
    : OwnershipService.OwnershipServiceBase
{
    public override Task<ListTransactionsResponse> ListTransactions(ListTransactionsRequest request, ServerCallContext context) =>
        transactions.AnswerAsync(request, addresses.IsHeldBy(context), context.CancellationToken);

    public override Task<GetPositionsResponse> GetPositions(GetPositionsRequest request, ServerCallContext context) =>
        positions.AnswerAsync(request, addresses.IsHeldBy(context), context.CancellationToken);

    public override Task<GetOwnerResponse> GetOwner(GetOwnerRequest request, ServerCallContext context) =>
        owners.AnswerAsync(request, addresses.IsHeldBy(context), context.CancellationToken);

    public override Task<GetIssuerActivityResponse> GetIssuerActivity(GetIssuerActivityRequest request, ServerCallContext context) =>
        activity.AnswerAsync(request, addresses.IsHeldBy(context), context.CancellationToken);

    public override Task<ListLateReportsResponse> ListLateReports(ListLateReportsRequest request, ServerCallContext context) =>
        lateReports.AnswerAsync(request, addresses.IsHeldBy(context), context.CancellationToken);

    public override Task<ListShortSwingMatchesResponse> ListShortSwingMatches(ListShortSwingMatchesRequest request, ServerCallContext context) =>
        swings.AnswerAsync(request, context.CancellationToken);

    public override Task<CheckContinuityResponse> CheckContinuity(CheckContinuityRequest request, ServerCallContext context) =>
        continuity.AnswerAsync(request, context.CancellationToken);

    public override Task<GetVestingResponse> GetVesting(GetVestingRequest request, ServerCallContext context) =>
        vesting.AnswerAsync(request, context.CancellationToken);
}
