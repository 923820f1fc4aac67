using System.Text;

namespace Filingwire.Ownership.Ledger.Rows;

/// <summary>Makes texts that differ only in case, blanks and punctuation equal: "By Trust (1)" and "by trust 1".</summary>
public static class Wording
{
    /// <summary>Lower-case letters and digits with single blanks between words; points inside numbers, "%", "&amp;" and "/" stay. Empty for no text.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var words = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var kept = char.IsLetterOrDigit(c) || c is '%' or '&' or '/'
                || (c == '.' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i - 1]));
            if (kept)
                words.Append(char.ToLowerInvariant(c));
            else if (words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }
        return words.ToString().TrimEnd();
    }
}
