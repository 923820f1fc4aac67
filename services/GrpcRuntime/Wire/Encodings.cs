using System.Buffers;
using System.IO.Compression;
using Grpc.Core;

namespace Filingwire.GrpcRuntime.Wire;

/// <summary>The encodings of messages: as they are, and gzip.</summary>
internal static class Encodings
{
    public const string Gzip = "gzip";

    /// <summary>The value of grpc-accept-encoding.</summary>
    public const string Accepted = $"{HeaderNames.Identity},{Gzip}";

    /// <summary>Whether an encoding is one of these, and whether it compresses. No name means identity.</summary>
    public static bool IsKnown(string? name, out bool compresses)
    {
        compresses = name == Gzip;
        return compresses || string.IsNullOrEmpty(name) || name == HeaderNames.Identity;
    }

    /// <summary>Whether a peer that sent this grpc-accept-encoding reads the encoding.</summary>
    public static bool Accepts(string? accepted, string name)
    {
        foreach (var range in accepted.AsSpan().Split(','))
        {
            if (accepted.AsSpan(range).Trim().SequenceEqual(name)) return true;
        }

        return false;
    }

    public static void Compress(ReadOnlySpan<byte> payload, PooledBuffer output)
    {
        using var stream = new GZipStream(new BufferStream(output), CompressionLevel.Fastest);
        stream.Write(payload);
    }

    /// <summary>Decompresses at most <paramref name="limit"/> bytes, so that a small message cannot fill the memory.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED above the limit, INTERNAL for damaged data.</exception>
    public static void Decompress(ReadOnlySequence<byte> payload, int? limit, PooledBuffer output)
    {
        try
        {
            using var stream = new GZipStream(new SequenceStream(payload), CompressionMode.Decompress);
            while (true)
            {
                var read = stream.Read(output.GetSpan(4096));
                if (read == 0) return;
                output.Advance(read);
                if (output.Length > limit)
                    throw Failure.Of(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size.");
            }
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            throw Failure.Of(StatusCode.Internal, "A compressed message is damaged.", damage);
        }
    }
}
