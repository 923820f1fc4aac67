using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>
/// Headers or trailers of a call, in order; one key may occur several times. Keys are lower case; a key ending in <c>-bin</c>
/// has bytes.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The official name.")]
public sealed partial class Metadata : IEnumerable<Metadata.Entry>
{
    /// <summary>A read-only collection without entries.</summary>
    public static readonly Metadata Empty = new() { IsReadOnly = true };

    /// <summary>The end of a key whose value is bytes.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    private readonly List<Entry> _entries = [];

    public int Count => _entries.Count;

    public bool IsReadOnly { get; private set; }

    /// <summary>The last entry of that key, or null.</summary>
    public Entry? Get(string key)
    {
        for (var i = _entries.Count - 1; i >= 0; i--)
        {
            if (_entries[i].HasKey(key)) return _entries[i];
        }

        return null;
    }

    /// <summary>The last text value of that key, or null.</summary>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The last value of that key as bytes, or null.</summary>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    public void Add(Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (IsReadOnly) throw new InvalidOperationException("This metadata is read-only.");
        _entries.Add(item);
    }

    public void Add(string key, string value) => Add(new Entry(key, value));

    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    public IEnumerator<Entry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();
}
