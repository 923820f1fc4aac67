using System.Text.Json.Serialization;

namespace Filingwire.Ownership.Ledger.Facts;

/// <summary>Where a value was read. The meaning of the parts is that of <c>filingwire.type.v1.Evidence</c>.</summary>
/// <param name="AsWritten">The text before any interpretation.</param>
/// <param name="Start">First byte, counted from 0; null when the submitter stated the value.</param>
/// <param name="End">First byte after the text; null likewise.</param>
/// <param name="Rule">The rule that found and understood the value.</param>
/// <param name="Confidence">1 to 100.</param>
public sealed record Evidence(string AsWritten, long? Start, long? End, string Rule, int Confidence);

/// <summary>A value of a filing and its source.</summary>
/// <typeparam name="T">A nullable type; null: the place exists and holds only a footnote or nothing readable.</typeparam>
/// <param name="Value">As understood.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="FootnoteIds">Footnotes that qualify it: "F1".</param>
[JsonConverter(typeof(ReadingJson))]
public sealed record Reading<T>(T Value, Evidence Source, IReadOnlyList<string> FootnoteIds);

/// <summary>A half-open range of bytes in the submission.</summary>
/// <param name="Start">First byte, counted from 0.</param>
/// <param name="End">First byte after the range.</param>
public sealed record ByteRange(long Start, long End);
