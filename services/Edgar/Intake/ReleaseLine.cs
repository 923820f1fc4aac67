using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Filingwire.Edgar.Intake;

/// <summary>
/// The first line of a submission as EDGAR gives it out: <c>&lt;SEC-DOCUMENT&gt;0001104659-23-069410.txt : 20230609</c>. Its day is the one
/// of the release, which no other field tells: later than the filing date when the submission was held back, as staff letters are.
/// </summary>
internal static partial class ReleaseLine
{
    private const int Longest = 256;

    /// <summary>The day; null when the line is another.</summary>
    public static DateOnly? DayOf(ReadOnlySpan<byte> submission)
    {
        var match = Line().Match(Encoding.Latin1.GetString(submission[..Math.Min(submission.Length, Longest)]));
        return match.Success && DateOnly.TryParseExact(
            match.Groups[1].Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    // A path stands before the name in texts that were filed again in 2000.
    [GeneratedRegex(@"^\s*<SEC-DOCUMENT>\S+\s*:\s*(\d{8})\s", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
