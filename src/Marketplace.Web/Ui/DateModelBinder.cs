using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Marketplace.Web.Ui;

/// <summary>
/// Binds a <c>DateOnly</c> from the three fields of <c>pw-date</c> (<c>X.Dag</c>, <c>X.Maand</c>, <c>X.Jaar</c>), or from one
/// value <c>2026-12-05</c> in an address. A month may be a word. Errors stand at <c>X</c>; the three texts are its raw value.
/// </summary>
public sealed class DateModelBinder : IModelBinder
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var name = bindingContext.ModelName;
        var parts = new[] { UiWords.Day, UiWords.Month, UiWords.Year }
            .Select(part => bindingContext.ValueProvider.GetValue(name + "." + part))
            .ToArray();
        if (Array.TrueForAll(parts, part => part == ValueProviderResult.None))
        {
            BindOne(bindingContext);
            return Task.CompletedTask;
        }

        var texts = Array.ConvertAll(parts, part => part.FirstValue?.Trim() ?? "");
        bindingContext.ModelState.SetModelValue(name, texts, string.Join('-', texts));
        if (Array.TrueForAll(texts, text => text.Length == 0))
        {
            bindingContext.Result = bindingContext.ModelMetadata.IsReferenceOrNullableType ? ModelBindingResult.Success(null) : Fail(bindingContext, UiWords.NotADate);
            return Task.CompletedTask;
        }

        var (date, error) = Read(texts[0], texts[1], texts[2]);
        bindingContext.Result = error is null ? ModelBindingResult.Success(date) : Fail(bindingContext, error);
        return Task.CompletedTask;
    }

    /// <summary>Reads a day, a month (number or Dutch word) and a year of four digits, 1900 to 2100.</summary>
    public static (DateOnly Date, string? Error) Read(string day, string month, string year)
    {
        var missing = day.Length == 0 ? UiWords.Day : month.Length == 0 ? UiWords.Month : year.Length == 0 ? UiWords.Year : null;
        if (missing is not null)
        {
            return (default, UiWords.DatePartMissing(missing));
        }

        var y = Digits(year);
        if (y is not null && year.Length != 4)
        {
            return (default, UiWords.YearInFourDigits);
        }

        var d = Digits(day);
        var m = Digits(month) ?? MonthByName(month);
        return d is >= 1 && m is >= 1 and <= 12 && y is >= 1900 and <= 2100 && d <= DateTime.DaysInMonth(y.Value, m.Value)
            ? (new DateOnly(y.Value, m.Value, d.Value), null)
            : (default, UiWords.NotADate);
    }

    private static void BindOne(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        var posted = bindingContext.ValueProvider.GetValue(name);
        if (posted == ValueProviderResult.None)
        {
            return;
        }

        bindingContext.ModelState.SetModelValue(name, posted);
        if (string.IsNullOrWhiteSpace(posted.FirstValue) && bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
            return;
        }

        bindingContext.Result = DateOnly.TryParseExact(posted.FirstValue, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date)
            ? ModelBindingResult.Success(date)
            : Fail(bindingContext, UiWords.NotADate);
    }

    private static ModelBindingResult Fail(ModelBindingContext bindingContext, string error)
    {
        bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, error);
        return ModelBindingResult.Failed();
    }

    private static int? Digits(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? MonthByName(string text)
    {
        var word = text.TrimEnd('.').ToLower(Dutch);
        if (word.Length < 3)
        {
            return null;
        }

        // "mrt" is the usual short form of maart and the only one that is not a beginning of the word.
        var names = Dutch.DateTimeFormat.MonthNames;
        var found = word == "mrt" ? 2 : Array.FindIndex(names, month => month.Length > 0 && month.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        return found < 0 ? null : found + 1;
    }
}
