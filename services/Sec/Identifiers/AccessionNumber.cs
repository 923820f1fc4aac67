using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Filingwire.Sec.Identifiers;

/// <summary>
/// EDGAR's number of a submission, <c>NNNNNNNNNN-YY-NNNNNN</c>: the CIK of the login that submitted it, the year, and a
/// running number. It says nothing about the issuer.
/// </summary>
[JsonConverter(typeof(IdentifierJson<AccessionNumber>))]
public readonly record struct AccessionNumber : IIdentifier<AccessionNumber>
{
    private readonly string? text;

    private AccessionNumber(string text) => this.text = text;

    /// <summary>Reads the number with dashes (20 characters) or without (18 digits).</summary>
    /// <returns>False for anything else.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccessionNumber accession)
    {
        accession = default;
        if (text is null)
            return false;
        if (text.Length == 18 && text.All(char.IsAsciiDigit))
            text = $"{text[..10]}-{text[10..12]}-{text[12..]}";
        if (text.Length != 20 || text[10] != '-' || text[13] != '-')
            return false;
        for (var i = 0; i < text.Length; i++)
            if (i is not (10 or 13) && !char.IsAsciiDigit(text[i]))
                return false;
        accession = new AccessionNumber(text);
        return true;
    }

    /// <summary>Reads what <see cref="TryParse"/> reads.</summary>
    /// <exception cref="FormatException">The text is no accession number.</exception>
    public static AccessionNumber Parse(string text) =>
        TryParse(text, out var accession) ? accession : throw new FormatException($"'{text}' is not an accession number.");

    /// <summary>With dashes; empty only for <c>default</c>.</summary>
    public override string ToString() => text ?? "";
}
