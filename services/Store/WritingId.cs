using System.Globalization;

namespace Filingwire.Store;

/// <summary>Names the writing of one blob, so that its chunks belong together. The name begins with the time, so that old ones can be told.</summary>
internal static class WritingId
{
    /// <summary>32 hex digits, a version 7 UUID (RFC 9562).</summary>
    public static string New() => Guid.CreateVersion7().ToString("N");

    /// <summary>What sorts after every id made before the instant and not after later ones: the first 48 bits are Unix milliseconds.</summary>
    public static string Before(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture);
}
