using Filingwire.Hosting.Stores;
using Grpc.Core;

namespace Filingwire.Hosting.Errors;

/// <summary>Failures that lie outside the event and pass by themselves: a peer or the store is away, somebody else was faster.</summary>
internal static class Transient
{
    public static bool Is(Exception exception) => exception switch
    {
        RpcException e => e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled or StatusCode.Aborted or StatusCode.ResourceExhausted,
        StoreUnavailableException or VersionConflictException or TimeoutException or OperationCanceledException => true,
        AggregateException e => e.InnerExceptions.All(Is),
        _ => false,
    };
}
