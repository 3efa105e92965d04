namespace Marketplace.Domain.Regulations;

/// <summary>What goes off the wage cost of a month.</summary>
/// <param name="Scheme">The scheme that gives it.</param>
/// <param name="Outcome">Yes or conditional.</param>
/// <param name="Month">Euro per month, printed.</param>
/// <param name="Until">The last day; null when there is none.</param>
/// <param name="NetWithout">Euro per month: what is left to pay when this one ends and the others are granted; null when the wage is not known.</param>
public sealed record Deduction(string Scheme, Outcome Outcome, decimal Month, DateOnly? Until, decimal? NetWithout);
