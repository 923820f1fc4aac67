using System.Text;

namespace Filingwire.Restatement.Facts;

/// <summary>Stable codes of enum values: kebab case of the name ("WarrantsAndEmbeddedDerivatives" is "warrants-and-embedded-derivatives"), or camel case.</summary>
public static class Codes
{
    /// <summary>Kebab case.</summary>
    public static string Kebab<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(name[i]))
                text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }

    /// <summary>The value of a code in kebab case; the enum's first value for an unknown one.</summary>
    public static T Value<T>(string code)
        where T : struct, Enum => Enum.TryParse<T>(code.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) ? value : default;

    /// <summary>Camel case.</summary>
    public static string Camel<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
