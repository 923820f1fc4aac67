using System.Collections.Immutable;
using System.Globalization;

namespace Filingwire.Store;

/// <summary>How a field compares with a value.</summary>
public enum Comparison
{
    /// <summary>Equal to one of the values. A null value means "absent".</summary>
    AnyOf,

    /// <summary>Not absent and greater than or equal to the value.</summary>
    AtLeast,

    /// <summary>Not absent and less than or equal to the value.</summary>
    AtMost,
}

/// <summary>A condition on a declared field.</summary>
public sealed record FieldCondition(string Field, Comparison Comparison, IReadOnlyList<object?> Values);

/// <summary>Which documents, in which order, which page. Immutable; every method returns a new query.</summary>
public sealed record DocumentQuery
{
    /// <summary>Every document, by id, 50 to the page.</summary>
    public static DocumentQuery All { get; } = new();

    /// <summary>All of these must hold.</summary>
    public ImmutableArray<FieldCondition> Conditions { get; private init; } = [];

    /// <summary>The field to sort by; null for the id.</summary>
    public string? SortField { get; private init; }

    /// <summary>Highest first.</summary>
    public bool Descending { get; private init; }

    /// <summary>At most this many documents, 1 to 1000.</summary>
    public int PageSize { get; private init; } = 50;

    /// <summary>From the previous page; empty for the first.</summary>
    public string PageToken { get; private init; } = "";

    /// <summary>The field has this value; null means "absent".</summary>
    public DocumentQuery Where(string field, string? value) => With(field, Comparison.AnyOf, value);

    /// <summary>The field has this value.</summary>
    public DocumentQuery Where(string field, long value) => With(field, Comparison.AnyOf, value);

    /// <summary>The field has this value.</summary>
    public DocumentQuery Where(string field, DateOnly value) => With(field, Comparison.AnyOf, Iso(value));

    /// <summary>The field has one of these values; no values means no condition.</summary>
    public DocumentQuery WhereAny(string field, IReadOnlyCollection<string> values) =>
        values.Count == 0 ? this : With(field, Comparison.AnyOf, [.. values]);

    /// <summary>The field is at least the value.</summary>
    public DocumentQuery AtLeast(string field, DateOnly value) => With(field, Comparison.AtLeast, Iso(value));

    /// <inheritdoc cref="AtLeast(string, DateOnly)"/>
    public DocumentQuery AtLeast(string field, string value) => With(field, Comparison.AtLeast, value);

    /// <inheritdoc cref="AtLeast(string, DateOnly)"/>
    public DocumentQuery AtLeast(string field, long value) => With(field, Comparison.AtLeast, value);

    /// <summary>The field is at most the value.</summary>
    public DocumentQuery AtMost(string field, DateOnly value) => With(field, Comparison.AtMost, Iso(value));

    /// <inheritdoc cref="AtMost(string, DateOnly)"/>
    public DocumentQuery AtMost(string field, string value) => With(field, Comparison.AtMost, value);

    /// <inheritdoc cref="AtMost(string, DateOnly)"/>
    public DocumentQuery AtMost(string field, long value) => With(field, Comparison.AtMost, value);

    /// <summary>Lowest first, null before all.</summary>
    public DocumentQuery OrderBy(string? field) => this with { SortField = field, Descending = false };

    /// <summary>Highest first, null after all.</summary>
    public DocumentQuery OrderByDescending(string? field) => this with { SortField = field, Descending = true };

    /// <summary>The page. Sizes above 1000 are cut; 0 means 50.</summary>
    /// <exception cref="QueryException">PAGE_SIZE_NEGATIVE.</exception>
    public DocumentQuery Page(int size, string token) => this with
    {
        PageSize = size switch
        {
            < 0 => throw new QueryException("PAGE_SIZE_NEGATIVE", "page_size", "The page size is negative."),
            0 => 50,
            _ => Math.Min(size, 1000),
        },
        PageToken = token,
    };

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private DocumentQuery With(string field, Comparison comparison, params ReadOnlySpan<object?> values) =>
        this with { Conditions = Conditions.Add(new FieldCondition(field, comparison, values.ToArray())) };
}
