using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Filingwire.Sec.Identifiers;

/// <summary>
/// What identifies a filing here: its accession number, or <c>sha256-</c> and 64 lower-case hex digits of its bytes when no
/// accession number is known.
/// </summary>
[JsonConverter(typeof(IdentifierJson<FilingId>))]
public readonly record struct FilingId : IIdentifier<FilingId>
{
    private const string Collection = "filings/";
    private const string HashPrefix = "sha256-";
    private readonly string? text;

    private FilingId(string text) => this.text = text;

    /// <summary>The accession number; null when the filing is known by its bytes only.</summary>
    public AccessionNumber? Accession => AccessionNumber.TryParse(text, out var accession) ? accession : null;

    /// <summary>The resource name, <c>filings/{id}</c>.</summary>
    public string ResourceName => Collection + text;

    /// <summary>The identity of a filing with an accession number.</summary>
    public static FilingId Of(AccessionNumber accession) => new(accession.ToString());

    /// <summary>The identity of a filing that is known by its bytes only.</summary>
    /// <param name="sha256">64 hex digits.</param>
    /// <exception cref="FormatException">Not 64 hex digits.</exception>
    public static FilingId OfContent(string sha256) => TryParse(HashPrefix + sha256.ToLowerInvariant(), out var id)
        ? id
        : throw new FormatException("A SHA-256 has 64 hex digits.");

    /// <summary>Reads an accession number or <c>sha256-…</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FilingId id)
    {
        id = default;
        if (AccessionNumber.TryParse(text, out var accession))
        {
            id = new FilingId(accession.ToString());
            return true;
        }
        if (text is null || text.Length != HashPrefix.Length + 64 || !text.StartsWith(HashPrefix, StringComparison.Ordinal)
            || !text.AsSpan(HashPrefix.Length).ToArray().All(char.IsAsciiHexDigitLower))
            return false;
        id = new FilingId(text);
        return true;
    }

    /// <summary>Reads a resource name, <c>filings/{id}</c>.</summary>
    public static bool TryParseResourceName([NotNullWhen(true)] string? name, out FilingId id)
    {
        id = default;
        return name is not null && name.StartsWith(Collection, StringComparison.Ordinal) && TryParse(name[Collection.Length..], out id);
    }

    /// <summary>The id without the collection; empty only for <c>default</c>.</summary>
    public override string ToString() => text ?? "";
}
