namespace Grpc.Net.Client.Configuration;

/// <summary>How calls are made, by method. Only retry is covered.</summary>
public sealed class ServiceConfig : ConfigObject
{
    public IList<MethodConfig> MethodConfigs { get; } = [];
}
