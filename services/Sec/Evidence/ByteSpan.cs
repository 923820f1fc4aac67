using System.Text.Json.Serialization;

namespace Filingwire.Sec.Evidence;

/// <summary>A half-open range [Start, End) of bytes in the submission as it was received.</summary>
[JsonConverter(typeof(ByteSpanJson))]
public readonly record struct ByteSpan(int Start, int End)
{
    /// <summary>Number of bytes.</summary>
    public int Length => End - Start;

    /// <summary>True when <paramref name="other"/> lies inside.</summary>
    public bool Contains(ByteSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>The smallest span that holds both.</summary>
    public ByteSpan Union(ByteSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
