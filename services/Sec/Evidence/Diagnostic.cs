namespace Filingwire.Sec.Evidence;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; the values are complete.</summary>
    Info = 1,

    /// <summary>A value is missing, inferred or contradicts another one.</summary>
    Warning = 2,

    /// <summary>A part of the document could not be read.</summary>
    Error = 3,
}

/// <summary>Something a reader of the values has to know. Diagnostics never change values.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">Stable and machine-readable, such as "report-type-inferred"; tests assert on it.</param>
/// <param name="Message">One English sentence.</param>
/// <param name="Span">The bytes concerned; null when it concerns the whole document or something missing.</param>
public sealed record Diagnostic(Severity Severity, string Code, string Message, ByteSpan? Span = null)
{
    /// <summary>The variable parts of the message.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
