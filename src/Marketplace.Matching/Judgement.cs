namespace Marketplace.Matching;

/// <summary>Verdict and points of one pair without names: enough to count bands and to order a list of many.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="FirstFailing">The rule that decides; none unless no-fit.</param>
/// <param name="Points">The parts of the score; all 0 with no-fit.</param>
/// <param name="TravelMinutes">Whole minutes, with every verdict; null when no mode is possible.</param>
/// <param name="Minutes">Minutes a week of the match; 0 with no-fit.</param>
public readonly record struct Judgement(Verdict Verdict, MatchRules FirstFailing, Points Points, int? TravelMinutes, int Minutes)
{
    /// <summary>The points together, 0–100; 0 with no-fit.</summary>
    public int Score => Points.Total;

    /// <summary>The tasks that stay, as bits by their place in the compiled job.</summary>
    internal ulong Kept { get; init; }

    /// <summary>The measures used.</summary>
    internal int Used { get; init; }

    /// <summary>The dimensions that the measures bridge.</summary>
    internal uint Bridged { get; init; }

    /// <summary>The open questions.</summary>
    internal uint Questions { get; init; }
}
