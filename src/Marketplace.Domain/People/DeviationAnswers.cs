namespace Marketplace.Domain.People;

/// <summary>The four answers of a deviation: effect, purpose, rule, decision.</summary>
/// <param name="Rule">What is set aside; one of <see cref="Deviation.OptionsOf"/>.</param>
/// <param name="Effect">What it is to bring about.</param>
/// <param name="Purpose">How that fits the purpose.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="DecidedBy">A function or a team.</param>
/// <param name="DecidedOn">The day of the decision; not in the future.</param>
/// <param name="Value">In the place of a figure; null: none.</param>
/// <param name="PaysPerMonth">What the municipality pays itself, above 0 and at most 10,000 euro a month; null: nothing.</param>
/// <param name="Until">The last day; null: until another decision.</param>
/// <param name="LookBackOn">After today.</param>
public sealed record DeviationAnswers(
    string Rule, string Effect, string Purpose, string Decision, string DecidedBy, DateOnly DecidedOn, decimal? Value, decimal? PaysPerMonth, DateOnly? Until, DateOnly LookBackOn);
