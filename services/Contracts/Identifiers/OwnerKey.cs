using System.Diagnostics.CodeAnalysis;

namespace Filingwire.Contracts.Identifiers;

/// <summary>
/// What identifies a reporting owner here: its CIK, or, while none is known, a provisional key made of its normalised name
/// (<c>n-caruso-james-v</c>), shared by all filings of that name.
/// </summary>
public readonly record struct OwnerKey
{
    private const string Collection = "owners/";
    private const string NamePrefix = "n-";
    private readonly string? text;

    private OwnerKey(string text) => this.text = text;

    /// <summary>The CIK; null for a provisional key.</summary>
    public Cik? Cik => Identifiers.Cik.TryParse(text, out var cik) ? cik : null;

    /// <summary>True when the key is made of a name.</summary>
    public bool IsProvisional => text is not null && text.StartsWith(NamePrefix, StringComparison.Ordinal);

    /// <summary>The resource name, <c>owners/{key}</c>.</summary>
    public string ResourceName => Collection + text;

    /// <summary>The key of an owner whose CIK is known.</summary>
    public static OwnerKey Of(Cik cik) => new(cik.ToString());

    /// <summary>The provisional key of a name; null when the name has neither letter nor digit.</summary>
    public static OwnerKey? OfName(string name) => PartyName.Slug(name) is { } slug ? new OwnerKey(NamePrefix + slug) : null;

    /// <summary>Reads a CIK or a provisional key.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out OwnerKey key)
    {
        key = default;
        if (Identifiers.Cik.TryParse(text, out var cik))
        {
            key = Of(cik);
            return true;
        }
        if (text is null || text.Length is < 3 or > 200 || !text.StartsWith(NamePrefix, StringComparison.Ordinal)
            || !text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            return false;
        key = new OwnerKey(text);
        return true;
    }

    /// <summary>Reads a resource name, <c>owners/{key}</c>.</summary>
    public static bool TryParseResourceName([NotNullWhen(true)] string? name, out OwnerKey key)
    {
        key = default;
        return name is not null && name.StartsWith(Collection, StringComparison.Ordinal) && TryParse(name[Collection.Length..], out key);
    }

    /// <summary>The key without the collection; empty only for <c>default</c>.</summary>
    public override string ToString() => text ?? "";
}
