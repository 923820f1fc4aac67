using System.Text;

namespace Filingwire.Sec.Codes;

/// <summary>How codes are written in events, stores and answers: by their names, which therefore never change.</summary>
public static class CodeText
{
    /// <summary>Kebab case: <c>WarrantsAndEmbeddedDerivatives</c> is "warrants-and-embedded-derivatives".</summary>
    public static string Kebab<T>(this T code)
        where T : struct, Enum
    {
        var name = code.ToString();
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(name[i]))
                text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }

    /// <summary>Camel case: <c>CuredInTime</c> is "curedInTime".</summary>
    public static string Camel<T>(this T code)
        where T : struct, Enum
    {
        var name = code.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
