using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One key with its value, text or bytes.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "The official place.")]
    public class Entry
    {
        private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_.-");
        private readonly string? _text;
        private readonly byte[]? _bytes;

        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalize(key);
            if (!EndsBinary(Key))
                throw new ArgumentException($"The key of a value of bytes must end in {BinaryHeaderSuffix}.", nameof(key));
            _bytes = valueBytes.AsSpan().ToArray();
        }

        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Key = Normalize(key);
            if (EndsBinary(Key))
                throw new ArgumentException($"The key of a text value must not end in {BinaryHeaderSuffix}.", nameof(key));
            _text = value;
        }

        private Entry(string normalKey, string? text, byte[]? bytes)
        {
            Key = normalKey;
            _text = text;
            _bytes = bytes;
        }

        /// <summary>Lower case.</summary>
        public string Key { get; }

        /// <summary>The text value. Throws <see cref="InvalidOperationException"/> when the value is bytes.</summary>
        public string Value => _text ?? throw new InvalidOperationException("The value is bytes, not text.");

        /// <summary>The value as bytes, a copy.</summary>
        [SuppressMessage("Performance", "CA1819", Justification = "The official signature.")]
        public byte[] ValueBytes => _bytes is null ? Encoding.ASCII.GetBytes(_text!) : _bytes.AsSpan().ToArray();

        public bool IsBinary => _bytes is not null;

        public override string ToString() =>
            IsBinary ? $"[Entry: key={Key}, {_bytes!.Length} bytes]" : $"[Entry: key={Key}, value={_text}]";

        internal ReadOnlySpan<byte> Bytes => _bytes;

        internal bool HasKey(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

        internal static bool EndsBinary(string key) => key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>An entry from the wire, whose key the transport has checked and lower-cased.</summary>
        internal static Entry FromWire(string key, string value) => new(key, value, null);

        internal static Entry FromWire(string key, byte[] value) => new(key, null, value);

        [SuppressMessage("Globalization", "CA1308", Justification = "HTTP/2 field names are lower case.")]
        private static string Normalize(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            var normal = key.ToLowerInvariant();
            if (normal.Length == 0 || normal.AsSpan().ContainsAnyExcept(KeyCharacters))
                throw new ArgumentException("A key has only lower case letters, digits, underscores, hyphens and dots.", nameof(key));
            return normal;
        }
    }
}
