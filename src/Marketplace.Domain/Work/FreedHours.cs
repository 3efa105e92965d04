namespace Marketplace.Domain.Work;

/// <summary>What the functions that do tasks now get back.</summary>
/// <param name="MinutesPerWeek">Minutes a week together.</param>
/// <param name="CostPerHour">What one of those hours costs on average, euro; a function of which nothing is known counts as 0.</param>
public readonly record struct FreedHours(int MinutesPerWeek, decimal CostPerHour)
{
    /// <summary>The hours of these tasks with what the functions cost.</summary>
    /// <param name="tasks">Who does it now, and minutes a week.</param>
    /// <param name="costs">Cost per hour by function; capitals do not count.</param>
    public static FreedHours Of(IEnumerable<(string DoneBy, int Minutes)> tasks, IReadOnlyDictionary<string, decimal> costs)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(costs);
        var (minutes, cost) = (0, 0m);
        foreach (var task in tasks)
        {
            minutes += task.Minutes;
            cost += task.Minutes * costs.GetValueOrDefault(task.DoneBy);
        }

        return new FreedHours(minutes, minutes == 0 ? 0 : cost / minutes);
    }
}
