using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>A call without the types of its messages.</summary>
internal interface IClientCall : IDisposable
{
    Task<Metadata> ResponseHeadersAsync();

    Status GetStatus();

    Metadata GetTrailers();
}
