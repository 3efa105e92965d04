namespace Marketplace.Matching;

/// <summary>The six parts of a score, whole numbers (matching.md §8).</summary>
/// <param name="Tasks">0–50: how much of what the tasks ask is met, less what help and open questions cost.</param>
/// <param name="Hours">0–10: how near the hours of the match come to the wish.</param>
/// <param name="Times">0–10: how many of the flexible parts of day the person has.</param>
/// <param name="Travel">0–10: how much of the longest journey stays unused.</param>
/// <param name="Wishes">0–10: sector and tags.</param>
/// <param name="Growth">0–10: dimensions in which the work lets the person grow.</param>
public readonly record struct Points(int Tasks, int Hours, int Times, int Travel, int Wishes, int Growth)
{
    /// <summary>The score: the parts together, 0–100.</summary>
    public int Total => Tasks + Hours + Times + Travel + Wishes + Growth;
}
