using System.Buffers;
using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Filingwire.GrpcRuntime.Wire;

/// <summary>The encodings one side understands.</summary>
internal sealed class Encodings
{
    private readonly Dictionary<string, ICompressionProvider> _providers;

    public Encodings(IEnumerable<ICompressionProvider> providers)
    {
        _providers = new Dictionary<string, ICompressionProvider>(StringComparer.Ordinal);
        foreach (var provider in providers) _providers[provider.EncodingName] = provider;
        Accepted = string.Join(',', _providers.Keys.Prepend(HeaderNames.Identity));
    }

    public static IEnumerable<ICompressionProvider> Standard =>
        [new GzipCompressionProvider(CompressionLevel.Fastest), new DeflateCompressionProvider(CompressionLevel.Fastest)];

    /// <summary>The value of grpc-accept-encoding.</summary>
    public string Accepted { get; }

    /// <summary>Null for identity.</summary>
    public bool TryFind(string? name, out ICompressionProvider? provider)
    {
        provider = null;
        return string.IsNullOrEmpty(name) || name == HeaderNames.Identity || _providers.TryGetValue(name, out provider);
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

    public static void Compress(ICompressionProvider provider, CompressionLevel? level, ReadOnlySpan<byte> payload, PooledBuffer output)
    {
        using var stream = provider.CreateCompressionStream(new BufferStream(output), level);
        stream.Write(payload);
    }

    /// <summary>Decompresses at most <paramref name="limit"/> bytes, so that a small message cannot fill the memory.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED above the limit, INTERNAL for damaged data.</exception>
    public static void Decompress(ICompressionProvider provider, ReadOnlySequence<byte> payload, int? limit, PooledBuffer output)
    {
        try
        {
            using var stream = provider.CreateDecompressionStream(new SequenceStream(payload));
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
