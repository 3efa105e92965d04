namespace Marketplace.Matching.Carving;

/// <summary>The work of an employer at one place, from which tasks are chosen for a job (matching.md §9).</summary>
public sealed record Inventory
{
    /// <summary>The most that an hour may cost, in euros.</summary>
    public const decimal MostCostPerHour = 9_999.99m;

    /// <summary>The most tasks.</summary>
    public const int MostTasks = 60;

    /// <summary>The most minutes a week of one task: 60 hours.</summary>
    public const int MostMinutes = 3_600;

    /// <summary>The job in the making, with every task of the inventory: 1–60. Which of them are essential is no input: none is in the job yet.</summary>
    public required MatchJob Job { get; init; }

    /// <summary>Codes of tasks that may not move to another function. They are never chosen.</summary>
    public IReadOnlyCollection<string> MayNotMove { get; init; } = [];

    /// <summary>
    /// By code of a task: what an hour costs of the function that does it now, in euros with at most two decimals, 0–9,999.99. A task
    /// that is not here: not known, which counts as 0.
    /// </summary>
    public IReadOnlyDictionary<string, decimal> CostPerHour { get; init; } = new Dictionary<string, decimal>();
}
