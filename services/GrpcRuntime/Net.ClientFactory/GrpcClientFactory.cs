namespace Grpc.Net.ClientFactory;

/// <summary>Makes clients by their registered name.</summary>
public abstract class GrpcClientFactory
{
    protected GrpcClientFactory() { }

    public abstract TClient CreateClient<TClient>(string name) where TClient : class;
}
