using System.Text.RegularExpressions;
using Filingwire.Events.V1;
using Filingwire.Hosting.Errors;
using Filingwire.Messaging.Bus;
using Filingwire.Messaging.Following;
using Filingwire.Messaging.Handling;
using Filingwire.Store;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Hosting.Operations;

/// <summary>What the people who run a service see and do.</summary>
internal sealed partial class OperationsGrpcService(
    IEnumerable<CatchUpService> catchUps, IServiceProvider services, IServiceStore store, StoreOptions options, ErrorQueues errorQueues)
    : OperationsService.OperationsServiceBase
{
    public override Task<GetFollowingResponse> GetFollowing(GetFollowingRequest request, ServerCallContext context)
    {
        var response = new GetFollowingResponse();
        foreach (var catchUp in catchUps)
        {
            var progress = ProgressOf(catchUp.Producer);
            var done = progress.Done;
            response.Followings.Add(new Following
            {
                Producer = catchUp.Producer,
                HandledUpTo = done.Contiguous,
                HandledBeyond = done.Ranges.Sum(r => r.Last - r.First + 1) - done.Contiguous,
                ProducerLast = catchUp.ProducerLast,
                PutAside = { progress.PutAside.OrderBy(p => p.Key).Select(p => new PutAside { Sequence = p.Key, Reason = p.Value }) },
            });
        }
        return Task.FromResult(response);
    }

    public override async Task<RebuildResponse> Rebuild(RebuildRequest request, ServerCallContext context)
    {
        var chosen = catchUps.Where(c => request.Producer.Length == 0 || c.Producer == request.Producer).ToList();
        if (request.Producer.Length > 0 && chosen.Count == 0)
            throw RequestException.NotFound("PRODUCER_NOT_FOLLOWED", request.Producer);
        foreach (var catchUp in chosen)
            await ProgressOf(catchUp.Producer).ForgetAsync(context.CancellationToken);
        return new RebuildResponse();
    }

    public override async Task<RetryFailedResponse> RetryFailed(RetryFailedRequest request, ServerCallContext context)
    {
        var response = new RetryFailedResponse();
        foreach (var catchUp in catchUps)
            response.Events += await ProgressOf(catchUp.Producer).RetryPutAsideAsync(context.CancellationToken);
        response.Messages = await errorQueues.ReplayAsync(context.CancellationToken);
        return response;
    }

    public override async Task<BackUpStoreResponse> BackUpStore(BackUpStoreRequest request, ServerCallContext context)
    {
        if (!Name().IsMatch(request.Name))
            throw RequestException.Invalid("BACKUP_NAME_MALFORMED", "name", "A name has lower-case letters, digits, dash and dot, and begins with a letter or digit.");
        var folder = Directory.CreateDirectory(Path.Combine(options.Data, "backups"));
        var path = Path.Combine(folder.FullName, request.Name);
        if (File.Exists(path))
            throw new DomainError(ErrorKind.Precondition, "BACKUP_EXISTS", "A backup of this name is there already.").ToException();
        try
        {
            await store.BackUpAsync(path, context.CancellationToken);
        }
        catch (NotSupportedException e)
        {
            throw new DomainError(ErrorKind.Precondition, "BACKUP_UNSUPPORTED", e.Message).ToException();
        }
        return new BackUpStoreResponse { SizeBytes = new FileInfo(path).Length };
    }

    private ConsumerProgress ProgressOf(string producer) => services.GetRequiredKeyedService<ConsumerProgress>(producer);

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{0,99}$")]
    private static partial Regex Name();
}
