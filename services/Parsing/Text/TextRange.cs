namespace Filingwire.Parsing.Text;

/// <summary>A half-open range [Start, End) of characters in a <see cref="SourceText"/>.</summary>
public readonly record struct TextRange(int Start, int End)
{
    /// <summary>Number of characters.</summary>
    public int Length => End - Start;

    /// <summary>True when there is nothing in it.</summary>
    public bool IsEmpty => End <= Start;
}
