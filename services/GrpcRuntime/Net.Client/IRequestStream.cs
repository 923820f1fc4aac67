using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>The request stream of a call, between the caller who writes it and the exchange that carries it.</summary>
internal interface IRequestStream<in TRequest> : IClientStreamWriter<TRequest>
{
    /// <summary>Goes back to the start for another exchange. False when it is too late for that.</summary>
    bool TryReplay();

    /// <summary>Sends what is written into the body of a request until the stream is complete or the call is over.</summary>
    /// <exception cref="IOException">It was sent into another body, and cannot be once more.</exception>
    Task WriteToAsync(Stream stream);

    /// <summary>Says that no further exchange will come.</summary>
    void Commit();
}
