namespace Filingwire.Edgar.Requests;

/// <summary>Reads a body to its end as long as it stays within a bound.</summary>
internal static class BoundedStream
{
    private const int First = 64 * 1024;

    /// <summary>The bytes; null when there are more.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, long most, CancellationToken cancellation)
    {
        var buffer = new byte[First];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellation);
            if (read == 0)
                return length == buffer.Length ? buffer : buffer[..length];
            length += read;
            if (length > most)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }
    }
}
