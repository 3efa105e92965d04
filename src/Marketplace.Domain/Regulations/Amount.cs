namespace Marketplace.Domain.Regulations;

/// <summary>One of the amounts of a result, printed.</summary>
/// <param name="Name">For example <c>month</c>.</param>
/// <param name="Number">Euro, hours, percent or months, rounded once, half up, to two decimals; null: not known or a text.</param>
/// <param name="Text">A code, for example the category of loonkostenvoordeel; null: a number.</param>
public sealed record Amount(string Name, decimal? Number, string? Text = null)
{
    /// <summary>Prints a number from its exact value.</summary>
    public static Amount Of(string name, decimal? exact) => new(name, exact is { } value ? Printed(value) : null);

    /// <summary>Half up to two decimals.</summary>
    public static decimal Printed(decimal exact) => Math.Round(exact, 2, MidpointRounding.AwayFromZero);
}
