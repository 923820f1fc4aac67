using System.Buffers;
using Grpc.Core;

namespace Filingwire.GrpcRuntime.Wire;

/// <summary>The payload a deserializer reads.</summary>
internal sealed class MessagePayload : DeserializationContext
{
    private ReadOnlySequence<byte> _payload;

    public override int PayloadLength => (int)_payload.Length;

    public override byte[] PayloadAsNewBuffer() => _payload.ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => _payload;

    public void Set(ReadOnlySequence<byte> payload) => _payload = payload;
}
