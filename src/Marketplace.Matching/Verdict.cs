namespace Marketplace.Matching;

/// <summary>The result for one candidate and one job, from worst to best (matching.md §7).</summary>
public enum Verdict
{
    /// <summary>A rule fails: <i>Past nu niet</i>.</summary>
    NoFit,

    /// <summary>A question on a hard dimension is open, or more than three are: <i>Nog uitzoeken</i>.</summary>
    ToDiscuss,

    /// <summary>Tasks were taken off: <i>Past met aanpassing</i>.</summary>
    FitAfterCarving,

    /// <summary>Measures are used or a task has an adaptation: <i>Past met aanpassing</i>.</summary>
    FitWithSupport,

    /// <summary><i>Past goed</i>.</summary>
    Fit,
}

/// <summary>Codes of verdicts.</summary>
public static class Verdicts
{
    private static readonly string[] Codes = ["no-fit", "to-discuss", "fit-after-carving", "fit-with-support", "fit"];

    /// <summary>The code, such as <c>fit-after-carving</c>.</summary>
    public static string Code(this Verdict verdict) => Codes[(int)verdict];
}
