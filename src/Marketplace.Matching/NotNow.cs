namespace Marketplace.Matching;

/// <summary>
/// <i>Past nu niet</i> on a page (matching.md §7): of the no-fit people of a region those who could nearly travel to the job,
/// the ten with the fewest failing rules first.
/// </summary>
/// <param name="Count">The size of the whole set.</param>
/// <param name="Listed">At most ten, in order: fewest failing rules, then longest without a proposal, then code.</param>
public sealed record NotNow(int Count, IReadOnlyList<NotNowPerson> Listed)
{
    /// <summary>Makes the set from the no-fit people of the region; others are left out.</summary>
    /// <param name="people">Every person of the region, also those who fit.</param>
    public static NotNow Of(IEnumerable<NotNowPerson> people)
    {
        var set = people.Where(p => p.IsInSet).ToList();
        return new NotNow(set.Count, [.. set.Order(Order).Take(Weights.NotNowListed)]);
    }

    private static readonly Comparer<NotNowPerson> Order = Comparer<NotNowPerson>.Create((a, b) =>
        a.FailingRules.Count() != b.FailingRules.Count()
            ? a.FailingRules.Count().CompareTo(b.FailingRules.Count())
            : ListPlace.LongestWaiting(a.LastProposed, a.Code, b.LastProposed, b.Code));
}

/// <summary>One person beside one job, for <see cref="NotNow"/>.</summary>
/// <param name="Code">Code of the person.</param>
/// <param name="FailingRules">The rules that fail by themselves; none: the person fits.</param>
/// <param name="TravelMinutes">Minutes to the job; null when no mode is possible.</param>
/// <param name="MaxMinutes">The longest journey of the person.</param>
/// <param name="LastProposed">The day of the latest proposal; null: never.</param>
public sealed record NotNowPerson(string Code, MatchRules FailingRules, int? TravelMinutes, int MaxMinutes, DateOnly? LastProposed)
{
    /// <summary>Does not fit, and lives at most fifteen minutes beyond the longest journey or has no mode for it.</summary>
    public bool IsInSet =>
        FailingRules != MatchRules.None && (TravelMinutes is null || TravelMinutes <= MaxMinutes + Weights.NotNowExtraMinutes);
}
