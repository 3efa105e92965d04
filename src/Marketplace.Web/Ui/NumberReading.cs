using System.Globalization;
using System.Text.RegularExpressions;

namespace Marketplace.Web.Ui;

/// <summary>
/// Reads a number as people in the Netherlands type it. A text is read in Dutch (1.000,5) and in English notation
/// (1,000.5); it is a number only when exactly one value comes out. So "12,5" and "12.5" are the same, and "1.000",
/// which may be one or one thousand, is refused rather than guessed.
/// </summary>
public static partial class NumberReading
{
    /// <summary>Reads <paramref name="text"/>; the error is a sentence for the screen, null when the number was read.</summary>
    public static (decimal Value, string? Error) Read(string text)
    {
        var bare = text.Trim().Replace('\u2212', '-');
        var dutch = Value(DutchNotation(), bare, '.', ',');
        var english = Value(EnglishNotation(), bare, ',', '.');
        return (dutch, english) switch
        {
            (null, null) => (0, IsNumber(bare) ? UiWords.NumberTooLarge : UiWords.NotANumber),
            ({ } one, { } other) when one != other => (0, UiWords.AmbiguousNumber),
            _ => (dutch ?? english!.Value, null),
        };
    }

    /// <summary>Reads a whole number; "45,0" is 45.</summary>
    public static (int Value, string? Error) ReadWhole(string text)
    {
        var (value, error) = Read(text);
        return error switch
        {
            UiWords.NotANumber => (0, UiWords.NotAWholeNumber),
            not null => (0, error),
            null when value != decimal.Truncate(value) => (0, UiWords.NotAWholeNumber),
            null when value is < int.MinValue or > int.MaxValue => (0, UiWords.NumberTooLarge),
            null => ((int)value, null),
        };
    }

    private static bool IsNumber(string text) => DutchNotation().IsMatch(text) || EnglishNotation().IsMatch(text);

    private static decimal? Value(Regex notation, string text, char group, char point) =>
        notation.IsMatch(text)
        && decimal.TryParse(text.Replace(group.ToString(), "", StringComparison.Ordinal).Replace(point, '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    [GeneratedRegex(@"^-?(?=,?[0-9])([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+)?(,[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DutchNotation();

    [GeneratedRegex(@"^-?(?=\.?[0-9])([0-9]+|[1-9][0-9]{0,2}(,[0-9]{3})+)?(\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishNotation();
}
