namespace Marketplace.Domain.Privacy;

/// <summary>The burgerservicenummer (Wet algemene bepalingen burgerservicenummer). The product never holds one; this recognises it.</summary>
public static class Bsn
{
    /// <summary>
    /// The eleven-test: the nine digits times 9, 8, 7, 6, 5, 4, 3, 2 and −1 add up to a multiple of eleven.
    /// Eight digits are read with the leading zero that people leave out. Nine zeros are no number.
    /// </summary>
    /// <param name="digits">Eight or nine digits 0–9 without separators; anything else is false.</param>
    public static bool IsValid(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (8 or 9)) return false;

        var sum = 0;
        var anyDigit = false;
        for (var i = 0; i < digits.Length; i++)
        {
            if (!char.IsAsciiDigit(digits[i])) return false;
            var digit = digits[i] - '0';
            var weight = digits.Length - i;
            sum += weight == 1 ? -digit : weight * digit;
            anyDigit |= digit != 0;
        }
        return anyDigit && sum % 11 == 0;
    }
}
