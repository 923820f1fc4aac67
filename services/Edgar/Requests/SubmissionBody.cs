using System.IO.Compression;
using Filingwire.Edgar.Answers;

namespace Filingwire.Edgar.Requests;

/// <summary>
/// Reads a submission's text off the wire. Of one that is long only the header and the first document are read and the rest is not even
/// sent: an annual report of a hundred megabytes costs a few, in one request, and what is had is exactly as EDGAR has it.
/// </summary>
internal static class SubmissionBody
{
    /// <summary>Extraction reads no more.</summary>
    private const int Largest = 40 << 20;
    private static readonly byte[] DocumentEnd = "</DOCUMENT>"u8.ToArray();

    /// <summary>The bytes.</summary>
    /// <returns>Null when the body was cut off, is damaged, or its first document alone is too long.</returns>
    public static async Task<byte[]?> ReadAsync(HttpResponseMessage response, int wholeUpTo, CancellationToken cancellation)
    {
        await using var wire = await response.Content.ReadAsStreamAsync(cancellation);
        var isGzip = response.Content.Headers.ContentEncoding.Contains("gzip");
        // What is kept of the wire proves at its end that nothing was cut off.
        await using var kept = isGzip ? new CopyingStream(wire, wholeUpTo) : null;
        await using var text = kept is null ? wire : new GZipStream(kept, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var (length, searched) = (0, 0);
        while (true)
        {
            int read;
            try
            {
                read = await text.ReadAsync(buffer.AsMemory(length), cancellation);
            }
            catch (InvalidDataException)
            {
                return null;
            }
            length += read;
            if (length > wholeUpTo)
            {
                var end = buffer.AsSpan(searched, length - searched).IndexOf(DocumentEnd);
                if (end >= 0)
                    return buffer[..(searched + end + DocumentEnd.Length)];
                searched = Math.Max(0, length - DocumentEnd.Length);
            }
            if (read == 0)
                return IsWhole(response, kept, length) ? buffer[..length] : null;
            if (length > Largest)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }
    }

    private static bool IsWhole(HttpResponseMessage response, CopyingStream? kept, int length) => kept is null
        ? response.Content.Headers.ContentLength is not { } stated || stated == length
        : kept.Copy is { } gzip && GzipBody.Inflate(gzip, Largest)?.Length == length;

    /// <summary>Passes a stream on and keeps what it passed, up to a bound.</summary>
    private sealed class CopyingStream(Stream inner, int most) : Stream
    {
        private readonly MemoryStream copy = new();
        private bool isOver;

        /// <summary>All that was passed; null when it was more than is kept.</summary>
        public byte[]? Copy => isOver ? null : copy.ToArray();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            isOver |= copy.Length + read > most;
            if (!isOver)
                copy.Write(buffer.Span[..read]);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
