using System.Numerics;

namespace Marketplace.Matching;

/// <summary>The seven rules of a job, in their order; the first that fails decides (matching.md §5).</summary>
[Flags]
public enum MatchRules
{
    /// <summary>No rule.</summary>
    None = 0,

    /// <summary>1: the form of the job is one of the candidate's.</summary>
    Form = 1,

    /// <summary>2: every certificate of the job and of its essential tasks is held.</summary>
    Certificate = 2,

    /// <summary>3: no circumstance of the job or of its essential tasks is excluded.</summary>
    Exclusion = 4,

    /// <summary>4: some mode is possible, within the longest journey.</summary>
    Travel = 8,

    /// <summary>5: every fixed part of day, and enough parts of day for both minimum hours.</summary>
    Dayparts = 16,

    /// <summary>6: no essential task is out.</summary>
    Tasks = 32,

    /// <summary>7: what is left is enough for both.</summary>
    Hours = 64,
}

/// <summary>Sets of rules, and their codes.</summary>
public static class MatchRuleSets
{
    private static readonly string[] Codes = ["form", "certificate", "exclusion", "travel", "dayparts", "tasks", "hours"];

    /// <summary>How many rules are in the set.</summary>
    public static int Count(this MatchRules rules) => BitOperations.PopCount((uint)rules);

    /// <summary>The first of the set in the order of the rules; <see cref="MatchRules.None"/> when it is empty.</summary>
    public static MatchRules First(this MatchRules rules) => rules & (MatchRules)(-(int)rules);

    /// <summary>The code of one rule, such as <c>dayparts</c>: the <c>kind</c> of what decides.</summary>
    public static string Code(this MatchRules rule) =>
        rule.Count() == 1 ? Codes[BitOperations.TrailingZeroCount((uint)rule)] : throw new ArgumentOutOfRangeException(nameof(rule));
}
