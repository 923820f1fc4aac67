namespace Grpc.Net.Client.Configuration;

/// <summary>A method, all methods of a service (no method), or all methods (neither).</summary>
public sealed class MethodName : ConfigObject
{
    public static readonly MethodName Default = new();

    public string? Service { get; set; }

    public string? Method { get; set; }
}
