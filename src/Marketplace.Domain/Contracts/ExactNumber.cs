using System.Text.Json;

namespace Marketplace.Domain.Contracts;

/// <summary>
/// A number of the input as a decimal: 12, 12.0 and 1.2e1 are the same. A number with more digits than a decimal holds
/// stays on its own side of every number with fewer digits, so 60.0…01 is above 60 and 1e-999 is above 0.
/// </summary>
/// <param name="Value">The number; beyond the range of a decimal the largest or smallest decimal.</param>
/// <param name="IsExact">False when digits were lost or the number lies beyond the range of a decimal.</param>
public readonly record struct ExactNumber(decimal Value, bool IsExact)
{
    private const int Digits = 28;

    /// <summary>Reads a number token that is known to be valid JSON, in time linear in its length.</summary>
    public static ExactNumber Of(JsonElement number)
    {
        var text = number.GetRawText().AsSpan();
        var isNegative = text[0] == '-';
        var exponentAt = text.IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];

        // The number is 0.DDD… × 10^magnitude, the first digit not 0.
        var significant = new char[Digits];
        var count = 0;
        var lost = false;
        var magnitude = 0L;
        var beforePoint = true;
        foreach (var character in mantissa)
        {
            if (character == '.')
            {
                beforePoint = false;
            }
            else if (char.IsAsciiDigit(character))
            {
                var leads = count == 0 && character == '0';
                if (!leads && count < Digits)
                {
                    significant[count++] = character;
                }
                else if (!leads)
                {
                    lost |= character != '0';
                }

                magnitude += beforePoint && !leads ? 1 : !beforePoint && leads ? -1 : 0;
            }
        }

        if (count == 0)
        {
            return new ExactNumber(0, IsExact: true);
        }

        magnitude += exponentAt < 0 ? 0 : Exponent(text[(exponentAt + 1)..]);
        var (value, isExact) = Scale(significant.AsSpan(0, count), magnitude, lost);
        return new ExactNumber(isNegative ? -value : value, isExact);
    }

    private static ExactNumber Scale(ReadOnlySpan<char> significant, long magnitude, bool lost)
    {
        if (magnitude > Digits)
        {
            return new ExactNumber(decimal.MaxValue, IsExact: false);
        }

        var kept = (int)Math.Clamp(magnitude + Digits, 0, significant.Length);
        lost |= significant[kept..].ContainsAnyExcept('0');
        var value = 0m;
        foreach (var digit in significant[..kept])
        {
            value = (value * 10) + (digit - '0');
        }

        if (lost && value % 5 == 0)
        {
            value++; // to odd, so never onto a number that the true one is only close to
        }

        var decimals = Math.Min(kept - magnitude, Digits);
        for (; decimals < 0; decimals++)
        {
            value *= 10;
        }

        return new ExactNumber(value * new decimal(1, 0, 0, isNegative: false, (byte)decimals), !lost);
    }

    /// <summary>The exponent; beyond ± 10^15 that itself, which is far enough.</summary>
    private static long Exponent(ReadOnlySpan<char> text)
    {
        const long farEnough = 1_000_000_000_000_000;
        var exponent = 0L;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                exponent = Math.Min(farEnough, (exponent * 10) + (character - '0'));
            }
        }

        return text[0] == '-' ? -exponent : exponent;
    }
}
