namespace Marketplace.Domain.Regulations;

/// <summary>What one scheme answers to the facts.</summary>
/// <param name="Scheme">The code of the scheme.</param>
/// <param name="Outcome">Yes, conditional or no.</param>
/// <param name="Reasons">Codes of <see cref="Reason"/>; at least one.</param>
/// <param name="Missing">Facts by their path and figures as <c>parameter:name@valid-from</c>; sorted.</param>
/// <param name="Amounts">The amounts; null when the scheme has none or the outcome is no.</param>
/// <param name="From">The first day; null with no.</param>
/// <param name="Until">The last day; null with no or when there is none.</param>
/// <param name="Parameters">The figures that were used, as <c>name@valid-from</c>; sorted.</param>
public sealed record SchemeResult(
    string Scheme,
    Outcome Outcome,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Missing,
    IReadOnlyList<Amount>? Amounts,
    DateOnly? From,
    DateOnly? Until,
    IReadOnlyList<string> Parameters)
{
    /// <summary>The amount of a name; null when it is not known or not there.</summary>
    public decimal? Number(string name) => Amounts?.FirstOrDefault(amount => amount.Name == name)?.Number;
}
