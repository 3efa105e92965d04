using System.Globalization;

namespace Marketplace.Domain.Contracts;

/// <summary>Dates as the contracts write them: <c>2026-11-21</c>, a real day of the years 1900 to 2100.</summary>
public static class ContractDate
{
    /// <summary>Reads a date; false when the text is anything else, also with white space around it.</summary>
    public static bool TryParse(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date.Year is >= 1900 and <= 2100;

    /// <summary>Writes a date; a term may end after 2100.</summary>
    public static string ToText(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
