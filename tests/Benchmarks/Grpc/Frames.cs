using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;
using Grpc.Testing;

namespace Filingwire.Benchmarks.GrpcRuntime;

/// <summary>The measured messages, and the bytes that they are on the wire.</summary>
internal static class Frames
{
    public const string Unary = "/grpc.testing.TestService/UnaryCall";
    public const string Stream = "/grpc.testing.TestService/StreamingOutputCall";

    public static SimpleRequest NewRequest() => new() { ResponseSize = EchoClient.Size, Payload = NewPayload() };

    /// <summary>Asks for every message of the stream, as the interoperability cases do.</summary>
    public static StreamingOutputCallRequest NewStreamRequest()
    {
        var request = new StreamingOutputCallRequest();
        for (var i = 0; i < EchoClient.StreamLength; i++) request.ResponseParameters.Add(new ResponseParameters { Size = EchoClient.Size });
        return request;
    }

    public static Payload NewPayload() => new() { Body = ByteString.CopyFrom(new byte[EchoClient.Size]) };

    /// <summary>A message with its five bytes of prefix.</summary>
    public static byte[] Of(IMessage message)
    {
        var frame = new byte[5 + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - 5);
        message.WriteTo(frame.AsSpan(5));
        return frame;
    }

    public static void Write(IMessage message, IBufferWriter<byte> output)
    {
        var prefix = output.GetSpan(5);
        prefix[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(prefix[1..], message.CalculateSize());
        output.Advance(5);
        message.WriteTo(output);
    }
}
