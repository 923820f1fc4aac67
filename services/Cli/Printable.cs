using System.Globalization;
using System.Text;

namespace Filingwire.Cli;

/// <summary>
/// Text of strangers as a terminal may show it: control characters, escapes and marks that turn the direction of writing around are shown by number,
/// so that a filing can neither paint over what stands beside it nor speak to the terminal.
/// </summary>
internal static class Printable
{
    /// <summary>One line.</summary>
    public static string Line(string text) => Shown(text, keepLines: false);

    /// <summary>Several lines.</summary>
    public static string Lines(string text) => Shown(text, keepLines: true);

    private static string Shown(string text, bool keepLines)
    {
        if (!text.Any(c => IsHidden(c, keepLines)))
            return text;
        var shown = new StringBuilder(text.Length + 16);
        foreach (var c in text)
            if (IsHidden(c, keepLines))
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                shown.Append(c);
        return shown.ToString();
    }

    private static bool IsHidden(char c, bool keepLines) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control => !(keepLines && c == '\n'),
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => false,
    };
}
