using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching;

/// <summary>One task of a job. Its name is for people and never an input of a rule, so it is not here.</summary>
public sealed record MatchTask
{
    /// <summary>Code of the task, once in its job.</summary>
    public required string Code { get; init; }

    /// <summary>Minutes a week: 1–3,600.</summary>
    public required int MinutesPerWeek { get; init; }

    /// <summary>An essential task cannot be taken off.</summary>
    public required bool Essential { get; init; }

    /// <summary>What the task is about; wishes are expressed in these.</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];

    /// <summary>What the task asks; absent or 0: not asked.</summary>
    public Levels Demands { get; init; } = Levels.None;

    /// <summary>Certificates that this task requires.</summary>
    public IReadOnlyCollection<string> Certificates { get; init; } = [];

    /// <summary>Circumstances that belong to this task.</summary>
    public IReadOnlyCollection<string> Circumstances { get; init; } = [];
}
