namespace Marketplace.Matching;

/// <summary>The result of one candidate and one job, as the contract writes it (matching.md §11).</summary>
public sealed record MatchResult
{
    /// <summary>Code of the candidate.</summary>
    public required string Candidate { get; init; }

    /// <summary>Code of the job.</summary>
    public required string Job { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The points together, 0–100; 0 with no-fit.</summary>
    public int Score => Points?.Total ?? 0;

    /// <summary>The six parts; null with no-fit.</summary>
    public required Points? Points { get; init; }

    /// <summary>Codes of the measures used, in order of the table; empty with no-fit.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>Codes of the tasks taken off, sorted; empty with no-fit.</summary>
    public required IReadOnlyList<string> CarvedOut { get; init; }

    /// <summary>Sorted by task, then in order of the list of dimensions; empty with no-fit.</summary>
    public required IReadOnlyList<Adaptation> Adaptations { get; init; }

    /// <summary>Codes of dimensions, in order of the list; empty with no-fit.</summary>
    public required IReadOnlyList<string> OpenQuestions { get; init; }

    /// <summary>Whole minutes, with every verdict; null when no mode is possible.</summary>
    public required int? TravelMinutes { get; init; }

    /// <summary>Hours of the match a week, rounded to two decimals; null with no-fit.</summary>
    public required decimal? Hours { get; init; }

    /// <summary>The first rule that fails; null unless no-fit.</summary>
    public required Decisive? Decisive { get; init; }
}

/// <summary>A task that stays although one step is missing without a measure for it.</summary>
/// <param name="Task">Code of the task.</param>
/// <param name="Dimension">Code of the dimension.</param>
public sealed record Adaptation(string Task, string Dimension);
