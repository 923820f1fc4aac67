namespace Filingwire.Store;

/// <summary>Bytes under a name, in chunks. The header is written last: a blob whose writing was cut off does not exist.</summary>
public interface IBlobStore
{
    /// <summary>Writes a blob, replacing one of the same name. The old one is served until the new one is complete.</summary>
    Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>The bytes; null when there is no such blob.</summary>
    Task<byte[]?> ReadAsync(string name, CancellationToken cancellation);

    /// <summary>The length in bytes; null when there is no such blob.</summary>
    Task<long?> LengthAsync(string name, CancellationToken cancellation);

    /// <summary>Deletes the blob if there is one.</summary>
    Task DeleteAsync(string name, CancellationToken cancellation);
}
