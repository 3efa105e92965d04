namespace Marketplace.Domain.Work;

/// <summary>What the functions that do tasks now get back.</summary>
/// <param name="MinutesPerWeek">Minutes a week together.</param>
/// <param name="KnownMinutes">Those minutes of which the cost is known; the others are not counted in money.</param>
/// <param name="CostPerHour">What an hour of those costs on average, euro, rounded to the cent; 0: nothing is known.</param>
public readonly record struct FreedHours(int MinutesPerWeek, int KnownMinutes, decimal CostPerHour)
{
    /// <summary>The hours of these tasks with what the functions cost.</summary>
    /// <param name="tasks">Who does it now, and minutes a week.</param>
    /// <param name="costs">Cost per hour by function; capitals do not count.</param>
    public static FreedHours Of(IEnumerable<(string DoneBy, int Minutes)> tasks, IReadOnlyDictionary<string, decimal> costs)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(costs);
        var (minutes, known, cost) = (0, 0, 0m);
        foreach (var task in tasks)
        {
            var perHour = costs.GetValueOrDefault(task.DoneBy);
            minutes += task.Minutes;
            known += perHour > 0 ? task.Minutes : 0;
            cost += task.Minutes * perHour;
        }

        return new FreedHours(minutes, known, known == 0 ? 0 : Math.Round(cost / known, 2, MidpointRounding.AwayFromZero));
    }
}
