using Marketplace.Domain.Regulations;
using Marketplace.Domain.Work;

namespace Marketplace.Web.Pages.Work;

/// <summary>What the ticked tasks make together: hours, who gets hours back, and the price without any person.</summary>
/// <param name="Tasks">The ticked tasks.</param>
/// <param name="Functions">What is known of the functions that do them now, by name.</param>
/// <param name="Cost">The price as one job; null when nothing is ticked.</param>
public sealed record JobInTheMaking(IReadOnlyList<InventoryRow> Tasks, IReadOnlyDictionary<string, WorkerFunction> Functions, JobCost? Cost)
{
    public static JobInTheMaking Of(
        IReadOnlyList<InventoryRow> tasks, IReadOnlyDictionary<string, WorkerFunction> functions, decimal? wage, DateOnly today, RegulationBook book)
    {
        if (tasks.Count == 0)
            return new JobInTheMaking(tasks, functions, null);
        var costs = functions.ToDictionary(f => f.Key, f => f.Value.CostPerHour ?? 0, StringComparer.CurrentCultureIgnoreCase);
        var freed = FreedHours.Of(tasks.Select(t => (t.DoneBy, t.Rhythm.MinutesPerWeek)), costs);
        var assumptions = JobPricing.Usual(JobPricing.InQuarters(freed.MinutesPerWeek), wage, freed, tasks.Sum(t => t.SupervisionMinutes), today, book);
        return new JobInTheMaking(tasks, functions, JobCost.Of(assumptions, today, book));
    }

    /// <summary>Minutes a week.</summary>
    public int Minutes => Tasks.Sum(t => t.Rhythm.MinutesPerWeek);

    /// <summary>What each function gets back, most first, and what it uses that time for.</summary>
    public IEnumerable<(string DoneBy, int Minutes, FreedFor? For)> Freed => Tasks.GroupBy(t => t.DoneBy, StringComparer.CurrentCultureIgnoreCase)
        .Select(g => (g.Key, Minutes: g.Sum(t => t.Rhythm.MinutesPerWeek), Functions.GetValueOrDefault(g.Key)?.FreedFor)).OrderByDescending(f => f.Minutes);
}
