using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace Filingwire.Interop.Cases;

/// <summary>A request made byte by byte, as a peer that does not keep the rules would make it.</summary>
internal sealed record RawCall(
    HttpStatusCode Http, IReadOnlyDictionary<string, string> Headers, byte[] Body, IReadOnlyDictionary<string, string> Trailers)
{
    /// <summary>The status, and whether it came in the headers (a trailers-only response).</summary>
    public (string? Status, bool IsTrailersOnly) End =>
        Headers.TryGetValue("grpc-status", out var early) ? (early, true) : (Trailers.GetValueOrDefault("grpc-status"), false);

    public static async Task<RawCall> SendAsync(
        TestServer server, byte[] body, string contentType = "application/grpc", string path = "/test.Echo/Unary",
        params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { Timeout = TimeSpan.FromSeconds(20) };
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address + path)
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = new ByteArrayContent(body),
        };
        request.Content.Headers.TryAddWithoutValidation("content-type", contentType);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return new RawCall(response.StatusCode, Read(response.Headers), bytes, Read(response.TrailingHeaders));
    }

    public static byte[] Frame(byte[] payload, byte flag = 0, uint? length = null)
    {
        var frame = new byte[5 + payload.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length ?? (uint)payload.Length);
        payload.CopyTo(frame, 5);
        return frame;
    }

    public static byte[] Frame(string text) => Frame(Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] content)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize)) gzip.Write(content);
        return compressed.ToArray();
    }

    private static Dictionary<string, string> Read(System.Net.Http.Headers.HttpResponseHeaders headers) =>
        headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
}
