namespace Marketplace.Matching.Carving;

/// <summary>The tasks that are proposed for one person or a group. It is a proposal to people, never a decision.</summary>
/// <param name="Tasks">Codes of the chosen tasks, sorted; empty when no task of the inventory can be chosen.</param>
/// <param name="Minutes">Minutes a week of these tasks together.</param>
/// <param name="MinutesUpToWish">The same, counted up to the wish (of a group: the smallest).</param>
/// <param name="CostFreed">Euros a week that the functions that do the tasks now get free, rounded to cents, halves up; unknown cost is 0.</param>
/// <param name="Results">
/// What the engine says of each person and the job of these tasks, in the order in which the people were given. It may be no-fit, for a
/// reason that lies outside the tasks (travel, form, hours of the job); empty when there are no tasks.
/// </param>
public sealed record CarveProposal(
    IReadOnlyList<string> Tasks, int Minutes, int MinutesUpToWish, decimal CostFreed, IReadOnlyList<MatchResult> Results);
