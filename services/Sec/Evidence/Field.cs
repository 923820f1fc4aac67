using System.Text.Json.Serialization;

namespace Filingwire.Sec.Evidence;

/// <summary>A value with its source. There is no field without a source: a fact that is not in the document is a null field.</summary>
/// <typeparam name="T">The understood type; nullable where the place may hold nothing that can be understood: <c>string?</c>, <c>decimal?</c>, <c>DateOnly?</c>, <c>bool?</c>, <c>DateTime?</c>.</typeparam>
/// <param name="Value">As understood; null when the place exists and cannot be read (a diagnostic says so) or holds only a footnote.</param>
/// <param name="Source">Where it comes from.</param>
[JsonConverter(typeof(FieldJson))]
public sealed record Field<T>(T Value, Source Source)
{
    /// <summary>Ids ("F1") of the footnotes that qualify the value; Forms 3, 4 and 5 only.</summary>
    public IReadOnlyList<string> FootnoteIds { get; init; } = [];
}
