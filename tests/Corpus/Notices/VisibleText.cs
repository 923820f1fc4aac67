using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Filingwire.Corpus.Notices;

/// <summary>An independent and simple reading of a piece of markup, to hold the reader's evidence against: tags out, references decoded, blanks out.</summary>
internal static partial class VisibleText
{
    /// <summary>The letters, digits and signs that a piece of HTML or text shows, without white space and check boxes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            text = string.Concat(bytes.ToArray().Select(value => value is >= 0x80 and <= 0x9f ? Windows($"{value}") : ((char)value).ToString()));
        }
        text = Numeric().Replace(text, match => Windows(match.Groups[1].Value));
        return Squeezed(WebUtility.HtmlDecode(Tag().Replace(Symbol().Replace(Comment().Replace(text, ""), "▢"), "")));
    }

    /// <summary>The text without white space; whatever stands for a check box becomes one sign.</summary>
    public static string Squeezed(string text) => Box().Replace(Blank().Replace(text, ""), "▢");

    // Numbers 128 to 159 name characters of Windows-1252.
    private static string Windows(string number) => "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) - 128].ToString();

    [GeneratedRegex("&#(1[345][0-9]|12[89]);")]
    private static partial Regex Numeric();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("(?<=<[a-z]+ [^>]*wingdings[^>]*>)[^<]*", RegexOptions.IgnoreCase)]
    private static partial Regex Symbol();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\s\u00a0\u200b\ufeff\u00ad]+")]
    private static partial Regex Blank();

    [GeneratedRegex("[☐☒☑¨þý]|^[xo]$|^[xo](?=Form|Transition)|^(&#120;|&#168;)")]
    private static partial Regex Box();
}
