using System.Globalization;
using System.Numerics;

namespace Filingwire.Ownership.Ledger.Vesting;

/// <summary>An exact fraction in lowest terms, so that 36 monthly parts of a third add up to what the award says.</summary>
public readonly record struct Fraction
{
    /// <summary>The fraction in lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    public static Fraction Zero { get; } = new(0, 1);

    public static Fraction One { get; } = new(1, 1);

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    /// <summary>A decimal number as a fraction.</summary>
    public static Fraction Of(decimal number)
    {
        BigInteger scale = 1;
        while (number != decimal.Truncate(number))
        {
            number *= 10;
            scale *= 10;
        }
        return new Fraction(new BigInteger(number), scale);
    }

    /// <summary>The whole units of an amount, rounded down.</summary>
    public decimal WholeUnitsOf(decimal amount)
    {
        var exact = Of(amount);
        return (decimal)(exact.Numerator * Numerator / (exact.Denominator * Denominator));
    }

    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) => left + new Fraction(-right.Numerator, right.Denominator);

    public static Fraction operator /(Fraction left, Fraction right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static bool operator <(Fraction left, Fraction right) => left.Numerator * right.Denominator < right.Numerator * left.Denominator;

    public static bool operator >(Fraction left, Fraction right) => right < left;

    /// <summary>"1/36"; "1" for the whole.</summary>
    public override string ToString() => Denominator.IsOne
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
