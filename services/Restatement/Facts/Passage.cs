namespace Filingwire.Restatement.Facts;

/// <summary>The place in a filing that a value was read from.</summary>
/// <param name="AsWritten">The text as it stands there, cut after <see cref="MaxLength"/> characters; the span is whole.</param>
/// <param name="Start">First byte; null when the submitter stated the value.</param>
/// <param name="End">First byte after it.</param>
/// <param name="Rule">The rule of the parser that read it.</param>
/// <param name="Confidence">1 to 100.</param>
public sealed record Passage(string AsWritten, long? Start, long? End, string Rule, int Confidence)
{
    /// <summary>Longest text kept.</summary>
    public const int MaxLength = 400;
}

/// <summary>A value that a filing states, and where.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed record Stated<T>(T Value, Passage? Source);
