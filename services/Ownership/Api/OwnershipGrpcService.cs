using Filingwire.Ownership.V1;
using Grpc.Core;

namespace Filingwire.Ownership.Api;

/// <summary>The gRPC façade; see protos/filingwire/ownership/v1/ownership_service.proto for every method's promise.</summary>
internal sealed class OwnershipGrpcService(AddressRight addresses, TransactionList transactions, PositionAnswer positions, LateReportList lateReports)
    : OwnershipService.OwnershipServiceBase
{
    public override Task<ListTransactionsResponse> ListTransactions(ListTransactionsRequest request, ServerCallContext context) =>
        transactions.AnswerAsync(request, addresses.IsHeldBy(context), context.CancellationToken);

    public override Task<GetPositionsResponse> GetPositions(GetPositionsRequest request, ServerCallContext context) =>
        positions.AnswerAsync(request, addresses.IsHeldBy(context), context.CancellationToken);

    public override Task<ListLateReportsResponse> ListLateReports(ListLateReportsRequest request, ServerCallContext context) =>
        lateReports.AnswerAsync(request, addresses.IsHeldBy(context), context.CancellationToken);
}
