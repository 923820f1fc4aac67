using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Filingwire.Sec.Identifiers;

/// <summary>
/// What identifies an issuer here: its CIK, or, while none is known, a provisional key made of its normalised name
/// (<c>n-cellectar-biosciences</c>), shared by all filings of that name.
/// </summary>
[JsonConverter(typeof(IdentifierJson<IssuerKey>))]
public readonly record struct IssuerKey : IIdentifier<IssuerKey>
{
    private const string Collection = "issuers/";
    private readonly string? text;

    private IssuerKey(string text) => this.text = text;

    /// <summary>The CIK; null for a provisional key.</summary>
    public Cik? Cik => Identifiers.Cik.TryParse(text, out var cik) ? cik : null;

    /// <summary>True when the key is made of a name.</summary>
    public bool IsProvisional => PartyKeyText.IsProvisional(text);

    /// <summary>The resource name, <c>issuers/{key}</c>.</summary>
    public string ResourceName => Collection + text;

    /// <summary>The key of an issuer whose CIK is known.</summary>
    public static IssuerKey Of(Cik cik) => new(cik.ToString());

    /// <summary>The provisional key of a name; null when the name has neither letter nor digit.</summary>
    public static IssuerKey? OfName(string name) => PartyKeyText.OfName(name) is { } key ? new IssuerKey(key) : null;

    /// <summary>Reads a CIK or a provisional key.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IssuerKey key)
    {
        var read = PartyKeyText.TryParse(text, out var known);
        key = read ? new IssuerKey(known!) : default;
        return read;
    }

    /// <summary>Reads a resource name, <c>issuers/{key}</c>.</summary>
    public static bool TryParseResourceName([NotNullWhen(true)] string? name, out IssuerKey key)
    {
        var read = PartyKeyText.TryParseResourceName(Collection, name, out var known);
        key = read ? new IssuerKey(known!) : default;
        return read;
    }

    /// <summary>The key without the collection; empty only for <c>default</c>.</summary>
    public override string ToString() => text ?? "";
}
