using System.Numerics;

namespace Marketplace.Matching.Carving;

/// <summary>
/// Chooses from an inventory the tasks that form a job for one person or a group (matching.md §9). Best is: most minutes up to the wish,
/// then most cost freed, then (for one person) the score of the engine, then the codes in order. The answer is the optimum; the same input
/// gives the same answer, whatever its order.
/// </summary>
public static class Carve
{
    /// <summary>Proposes tasks.</summary>
    /// <param name="engine">Says which tasks fit, and the score.</param>
    /// <param name="inventory">The work.</param>
    /// <param name="people">One person, or the people of a group: each code once.</param>
    /// <exception cref="ArgumentException">
    /// Nobody is named or somebody twice; a person or the job cannot be compared; minutes of a task are not 1–3,600; a cost is not
    /// 0–9,999.99 or has more than two decimals; a code is not that of a task.
    /// </exception>
    public static CarveProposal Propose(MatchEngine engine, Inventory inventory, IReadOnlyCollection<Candidate> people)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(inventory);
        ArgumentNullException.ThrowIfNull(people);
        Check(inventory, people);

        // An essential task would add its certificates and circumstances to the job, also when it is not chosen.
        var job = engine.Compile(inventory.Job with { Tasks = [.. inventory.Job.Tasks.Select(t => t with { Essential = false })] });
        var candidates = people.Select(engine.Compile).ToArray();
        var mayMove = job.Tasks.Index().Where(t => !inventory.MayNotMove.Contains(t.Item.Code)).Aggregate(0ul, (set, t) => set | 1ul << t.Index);
        var (fitting, wish, most) = (job.Asked & mayMove, int.MaxValue, int.MaxValue);
        foreach (ref readonly var candidate in candidates.AsSpan())
        {
            fitting &= engine.Pair(candidate, job).Kept();
            var parts = BitOperations.PopCount((uint)((job.Fixed | job.Flexible) & candidate.Dayparts));
            wish = Math.Min(wish, candidate.WishMinutes);
            most = Math.Min(most, Math.Min(candidate.MaxMinutes, Domain.Vocabulary.Dayparts.Hours * 60 * parts));
        }

        var cents = Array.ConvertAll(job.Tasks, t => (long)(inventory.CostPerHour.GetValueOrDefault(t.Code) * 100));
        var sums = new TaskSums(job, fitting, cents, wish, most);
        var chosen = sums.Best == 0 ? 0
            : candidates is [var one] ? new CarveSearch(sums, one, job, engine.Pair(one, job)).Best()
            : new CodeOrder(sums).First();
        return Proposal(engine, inventory, people, job, chosen, cents, wish);
    }

    private static CarveProposal Proposal(
        MatchEngine engine, Inventory inventory, IReadOnlyCollection<Candidate> people, CompiledJob job, ulong chosen, long[] cents, int wish)
    {
        var places = Enumerable.Range(0, job.Tasks.Length).Where(place => (chosen & 1ul << place) != 0).ToList();
        if (places.Count == 0)
            return new CarveProposal([], 0, 0, 0, []);
        var codes = places.ConvertAll(place => job.Tasks[place].Code);
        var minutes = places.Sum(place => job.Tasks[place].Minutes);
        var carved = inventory.Job with { Tasks = [.. inventory.Job.Tasks.Where(t => codes.Contains(t.Code))] };
        return new CarveProposal(
            codes,
            minutes,
            Math.Min(minutes, wish),
            Math.Round(places.Sum(place => job.Tasks[place].Minutes * cents[place]) / 6_000m, 2, MidpointRounding.AwayFromZero),
            [.. people.Select(person => engine.Match(person, carved))]);
    }

    private static void Check(Inventory inventory, IReadOnlyCollection<Candidate> people)
    {
        if (people.Count == 0)
            throw new ArgumentException("A job is carved for at least one person.", nameof(people));
        if (people.DistinctBy(p => p.Code).Count() != people.Count)
            throw new ArgumentException("Two people have the same code.", nameof(people));
        var codes = inventory.Job.Tasks.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var code in inventory.MayNotMove.Concat(inventory.CostPerHour.Keys))
        {
            if (!codes.Contains(code))
                throw new ArgumentException($"{code} is not a task of the inventory.", nameof(inventory));
        }

        foreach (var task in inventory.Job.Tasks)
        {
            if (task.MinutesPerWeek is < 1 or > Inventory.MostMinutes)
                throw new ArgumentException($"Task {task.Code} takes {task.MinutesPerWeek} minutes a week; it must be 1 to 3600.", nameof(inventory));
        }

        foreach (var (code, cost) in inventory.CostPerHour)
        {
            if (cost is < 0 or > Inventory.MostCostPerHour || decimal.Round(cost, 2) != cost)
                throw new ArgumentException($"The cost of task {code} is {cost} an hour; it must be 0 to 9999.99 with at most two decimals.", nameof(inventory));
        }
    }
}
