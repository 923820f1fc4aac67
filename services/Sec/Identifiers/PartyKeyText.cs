using System.Diagnostics.CodeAnalysis;

namespace Filingwire.Sec.Identifiers;

/// <summary>How keys of issuers and owners are written: the CIK's digits, or "n-" and the slug of a name while no CIK is known.</summary>
internal static class PartyKeyText
{
    private const string NamePrefix = "n-";
    private const int Longest = 200;

    public static string? OfName(string name) => PartyName.Slug(name) is { } slug ? NamePrefix + slug : null;

    public static bool IsProvisional([NotNullWhen(true)] string? key) => key is not null && key.StartsWith(NamePrefix, StringComparison.Ordinal);

    public static bool TryParse(string? text, [NotNullWhen(true)] out string? key)
    {
        if (Cik.TryParse(text, out var cik))
        {
            key = cik.ToString();
            return true;
        }
        key = IsProvisional(text) && text.Length > NamePrefix.Length && text.Length <= Longest && text.All(IsSlugCharacter) ? text : null;
        return key is not null;
    }

    public static bool TryParseResourceName(string collection, string? name, [NotNullWhen(true)] out string? key)
    {
        key = null;
        return name is not null && name.StartsWith(collection, StringComparison.Ordinal) && TryParse(name[collection.Length..], out key);
    }

    private static bool IsSlugCharacter(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
