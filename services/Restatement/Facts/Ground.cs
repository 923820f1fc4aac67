using Filingwire.Sec.Evidence;

namespace Filingwire.Restatement.Facts;

/// <summary>Why an answer says what it says.</summary>
/// <param name="Code">Stable and machine-readable.</param>
/// <param name="Text">One English sentence.</param>
/// <param name="Rule">The rule applied; empty when none was.</param>
/// <param name="Evidence">What it rests on; empty when it follows from the calendar alone.</param>
public sealed record Ground(string Code, string Text, string Rule, IReadOnlyList<Cited> Evidence)
{
    /// <summary>A ground that rests on passages.</summary>
    public static Ground Of(string code, string text, string rule, params IEnumerable<Cited> evidence) => new(code, text, rule, [.. evidence]);
}

/// <summary>A passage of a filing.</summary>
/// <param name="Filing">The filing.</param>
/// <param name="Source">The passage; null: the filing as a whole.</param>
public sealed record Cited(FilingFact Filing, Source? Source)
{
    /// <summary>The passage of a stated value.</summary>
    public static Cited Of<T>(FilingFact filing, Field<T> value) => new(filing, value.Source);
}
