using System.Globalization;
using System.Security.Cryptography;
using Filingwire.Parsing;

namespace Filingwire.Extraction.Intake;

/// <summary>The pieces of an upload, up to the largest size that is read.</summary>
internal sealed class UploadedContent : IDisposable
{
    private readonly MemoryStream kept = new();
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Number of bytes that came.</summary>
    public long Length { get; private set; }

    /// <summary>More came than is read.</summary>
    public bool TooLarge => Length > FilingParser.MaxBytes;

    /// <summary>The bytes; meaningful unless <see cref="TooLarge"/>.</summary>
    public ReadOnlyMemory<byte> Bytes => kept.GetBuffer().AsMemory(0, (int)kept.Length);

    /// <summary>Adds a piece.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        Length += piece.Length;
        hash.AppendData(piece);
        if (TooLarge)
            kept.SetLength(0);
        else
            kept.Write(piece);
    }

    /// <summary>SHA-256 of everything that came, lower-case hex.</summary>
    public string Sha256() => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <summary>Why it is not read.</summary>
    public static string TooLargeMessage(long length) =>
        string.Create(CultureInfo.InvariantCulture, $"The submission has {length} bytes; at most {FilingParser.MaxBytes} are read.");

    /// <inheritdoc/>
    public void Dispose()
    {
        kept.Dispose();
        hash.Dispose();
    }
}
