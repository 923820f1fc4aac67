using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Filingwire.Sec.Identifiers;

/// <summary>
/// Central Index Key: the number EDGAR gives to every filer, 1 to 9999999999. Written without leading zeros here;
/// EDGAR pads it to ten digits in most places.
/// </summary>
[JsonConverter(typeof(IdentifierJson<Cik>))]
public readonly record struct Cik : IIdentifier<Cik>, IComparable<Cik>
{
    private readonly long number;

    private Cik(long number) => this.number = number;

    /// <summary>The number, 1 to 9999999999; 0 only for <c>default</c>.</summary>
    public long Number => number;

    /// <summary>Reads one to ten digits, with or without leading zeros.</summary>
    /// <returns>False for anything else, and for zero.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Cik cik)
    {
        cik = default;
        if (text is null or { Length: 0 or > 10 } || !text.All(char.IsAsciiDigit))
            return false;
        var number = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        cik = new Cik(number);
        return number > 0;
    }

    /// <summary>Reads what <see cref="TryParse"/> reads.</summary>
    /// <exception cref="FormatException">The text is no CIK.</exception>
    public static Cik Parse(string text) =>
        TryParse(text, out var cik) ? cik : throw new FormatException($"'{text}' is not a CIK.");

    /// <inheritdoc/>
    public int CompareTo(Cik other) => number.CompareTo(other.number);

    /// <summary>Ten digits, as in EDGAR's headers.</summary>
    public string ToPaddedString() => number.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>Digits without leading zeros.</summary>
    public override string ToString() => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Orders by number.</summary>
    public static bool operator <(Cik left, Cik right) => left.number < right.number;

    /// <summary>Orders by number.</summary>
    public static bool operator >(Cik left, Cik right) => left.number > right.number;

    /// <summary>Orders by number.</summary>
    public static bool operator <=(Cik left, Cik right) => left.number <= right.number;

    /// <summary>Orders by number.</summary>
    public static bool operator >=(Cik left, Cik right) => left.number >= right.number;
}
