namespace Filingwire.Store;

/// <summary>What a declared field holds.</summary>
public enum FieldKind
{
    /// <summary>A string, ordered by its UTF-8 bytes. Dates are ISO 8601 text.</summary>
    Text,

    /// <summary>A 64-bit integer.</summary>
    Number,

    /// <summary>Any number of strings; a condition holds when it holds for one of them. Not sortable.</summary>
    Tags,
}

/// <summary>A field by which documents can be found.</summary>
/// <param name="Name">Lower camel case, ASCII letters and digits.</param>
/// <param name="Kind">What it holds.</param>
public sealed record FieldDefinition(string Name, FieldKind Kind);
