using System.Globalization;

namespace Filingwire.Parsing.Xml;

/// <summary>How numbers, dates and flags of EDGAR's forms are understood, marked up or typed. Invariant; what does not fit is not understood.</summary>
internal static class EdgarValues
{
    private const int DigitsOfLong = 18;

    /// <summary>The specification allows twelve digits before the point; sums of what is read must stay inside a decimal.</summary>
    private const decimal Largest = 1_000_000_000_000_000_000m;

    /// <summary>xs:decimal: digits, at most one point, an optional sign. The scale is kept: "1.50" has two decimals.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        var negative = text.Length > 0 && text[0] == '-';
        var digits = text.Length > 0 && text[0] is '-' or '+' ? text[1..] : text;
        if (digits.Length > DigitsOfLong)
            return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
                && Math.Abs(number) < Largest;
        long value = 0;
        int scale = 0, seen = 0;
        var point = false;
        foreach (var c in digits)
        {
            if (c == '.' && !point)
            {
                point = true;
                continue;
            }
            if (!char.IsAsciiDigit(c))
                return false;
            value = (value * 10) + (c - '0');
            seen++;
            if (point)
                scale++;
        }
        if (seen == 0)
            return false;
        number = new decimal(unchecked((int)value), (int)(value >> 32), 0, negative, (byte)scale);
        return true;
    }

    /// <summary>A number as people type it: with a dollar sign, thousands separators and blanks ("$ 1,234.50").</summary>
    public static bool TryTypedNumber(string text, out decimal number)
    {
        number = 0;
        var body = text.AsSpan().Trim().TrimStart("\\").TrimStart('$').Trim();
        if (body.Length is 0 or > 40 || body[^1] == '.')
            return false;
        Span<char> kept = stackalloc char[40];
        var count = 0;
        var digitsSinceComma = -1;
        var point = false;
        foreach (var c in body)
        {
            if (c == ',')
            {
                if (point || (digitsSinceComma >= 0 && digitsSinceComma != 3) || count is 0 or > 3 && digitsSinceComma < 0)
                    return false;
                digitsSinceComma = 0;
                continue;
            }
            if (c == '.')
                point = true;
            else if (digitsSinceComma >= 0 && !point)
                digitsSinceComma++;
            kept[count++] = c;
        }
        return (digitsSinceComma < 0 || digitsSinceComma == 3) && TryNumber(kept[..count], out number);
    }

    /// <summary>xs:date: "2004-05-03", also with the time zone that old files carry ("2004-05-03-05:00"), which says nothing about the day.</summary>
    public static bool TryDate(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-' || !IsTimeZone(text[10..]))
            return false;
        return TryDigits(text[..4], out var year) && TryDigits(text[5..7], out var month) && TryDigits(text[8..10], out var day)
            && TryCompose(year, month, day, out date);
    }

    /// <summary>The printed form's "06/23/2023".</summary>
    public static bool TryPrintedDate(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        var first = text.IndexOf('/');
        var second = first < 0 ? -1 : text[(first + 1)..].IndexOf('/') + first + 1;
        if (first is < 1 or > 2 || second - first is < 2 or > 3 || text.Length - second != 5)
            return false;
        return TryDigits(text[..first], out var month) && TryDigits(text[(first + 1)..second], out var day)
            && TryDigits(text[(second + 1)..], out var year) && TryCompose(year, month, day, out date);
    }

    /// <summary>xs:boolean: "1", "true", "0", "false"; both styles occur inside one filing.</summary>
    public static bool TryFlag(string text, out bool flag)
    {
        flag = text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return flag || text is "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }

    private static bool TryCompose(int year, int month, int day, out DateOnly date)
    {
        var real = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = real ? new DateOnly(year, month, day) : default;
        return real;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            number = (number * 10) + (c - '0');
        }
        return true;
    }

    private static bool IsTimeZone(ReadOnlySpan<char> text) =>
        text.IsEmpty || text is "Z"
        || (text.Length == 6 && text[0] is '+' or '-' && text[3] == ':' && TryDigits(text[1..3], out _) && TryDigits(text[4..], out _));
}
