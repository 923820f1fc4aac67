using System.Text;

namespace Filingwire.Parsing.Text;

/// <summary>The code page of old filings; only 0x80 to 0x9F differ from Latin-1.</summary>
internal static class Windows1252
{
    private const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    public static Rune Decode(byte value) => new(value is >= 0x80 and <= 0x9f ? High[value - 0x80] : (char)value);
}
