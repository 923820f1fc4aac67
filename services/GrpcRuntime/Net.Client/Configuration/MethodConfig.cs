namespace Grpc.Net.Client.Configuration;

/// <summary>How the named methods are called.</summary>
public sealed class MethodConfig : ConfigObject
{
    public IList<MethodName> Names { get; } = [];

    public RetryPolicy? RetryPolicy { get; set; }
}
