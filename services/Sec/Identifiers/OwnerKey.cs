using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Filingwire.Sec.Identifiers;

/// <summary>
/// What identifies a reporting owner here: its CIK, or, while none is known, a provisional key made of its normalised name
/// (<c>n-caruso-james-v</c>), shared by all filings of that name.
/// </summary>
[JsonConverter(typeof(IdentifierJson<OwnerKey>))]
public readonly record struct OwnerKey : IIdentifier<OwnerKey>
{
    private const string Collection = "owners/";
    private readonly string? text;

    private OwnerKey(string text) => this.text = text;

    /// <summary>The CIK; null for a provisional key.</summary>
    public Cik? Cik => Identifiers.Cik.TryParse(text, out var cik) ? cik : null;

    /// <summary>True when the key is made of a name.</summary>
    public bool IsProvisional => PartyKeyText.IsProvisional(text);

    /// <summary>The resource name, <c>owners/{key}</c>.</summary>
    public string ResourceName => Collection + text;

    /// <summary>The key of a reporting owner whose CIK is known.</summary>
    public static OwnerKey Of(Cik cik) => new(cik.ToString());

    /// <summary>The provisional key of a name; null when the name has neither letter nor digit.</summary>
    public static OwnerKey? OfName(string name) => PartyKeyText.OfName(name) is { } key ? new OwnerKey(key) : null;

    /// <summary>Reads a CIK or a provisional key.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out OwnerKey key)
    {
        var read = PartyKeyText.TryParse(text, out var known);
        key = read ? new OwnerKey(known!) : default;
        return read;
    }

    /// <summary>Reads a resource name, <c>owners/{key}</c>.</summary>
    public static bool TryParseResourceName([NotNullWhen(true)] string? name, out OwnerKey key)
    {
        var read = PartyKeyText.TryParseResourceName(Collection, name, out var known);
        key = read ? new OwnerKey(known!) : default;
        return read;
    }

    /// <summary>The key without the collection; empty only for <c>default</c>.</summary>
    public override string ToString() => text ?? "";
}
