using Filingwire.Events.V1;
using Filingwire.Extraction.V1;
using Filingwire.Ownership.V1;
using Filingwire.Restatement.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Filingwire.Cli;

/// <summary>Clients of the three services.</summary>
internal sealed class ServiceClients : IDisposable
{
    private const int MaxMessageBytes = 64 * 1024 * 1024;
    private readonly List<GrpcChannel> channels = [];

    public ServiceClients(string extraction, string restatement, string ownership, string? token = null)
    {
        var calls = new Dictionary<string, CallInvoker>
        {
            ["extraction"] = Open(extraction, token),
            ["restatement"] = Open(restatement, token),
            ["ownership"] = Open(ownership, token),
        };
        Extraction = new ExtractionService.ExtractionServiceClient(calls["extraction"]);
        Restatement = new RestatementService.RestatementServiceClient(calls["restatement"]);
        Ownership = new OwnershipService.OwnershipServiceClient(calls["ownership"]);
        Logs = calls.ToDictionary(call => call.Key, call => new EventLogService.EventLogServiceClient(call.Value));
        Operations = calls.ToDictionary(call => call.Key, call => new OperationsService.OperationsServiceClient(call.Value));
    }

    public ExtractionService.ExtractionServiceClient Extraction { get; }

    public RestatementService.RestatementServiceClient Restatement { get; }

    public OwnershipService.OwnershipServiceClient Ownership { get; }

    /// <summary>The event logs by service.</summary>
    public IReadOnlyDictionary<string, EventLogService.EventLogServiceClient> Logs { get; }

    /// <summary>What operators do, by service.</summary>
    public IReadOnlyDictionary<string, OperationsService.OperationsServiceClient> Operations { get; }

    public void Dispose() => channels.ForEach(channel => channel.Dispose());

    private CallInvoker Open(string address, string? token)
    {
        var channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { MaxReceiveMessageSize = MaxMessageBytes, MaxSendMessageSize = MaxMessageBytes });
        channels.Add(channel);
        return token is null
            ? channel.CreateCallInvoker()
            : channel.Intercept(metadata =>
            {
                metadata.Add("authorization", $"Bearer {token}");
                return metadata;
            });
    }
}
