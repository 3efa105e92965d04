using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching;

/// <summary>
/// A person as the match knows one: by a code only, with what was discussed about work. Age, sex, origin, benefit type and
/// benefit duration are not inputs (matching.md §8). The order inside a list and entries given twice mean nothing.
/// </summary>
public sealed record Candidate
{
    /// <summary>Code of the person; the last word in the order of a list.</summary>
    public required string Code { get; init; }

    /// <summary>Four digits of the postcode; it must be known to the <see cref="Geo.Geography"/>.</summary>
    public required string Pc4 { get; init; }

    /// <summary>Hours a week.</summary>
    public required CandidateHours Hours { get; init; }

    /// <summary>When the person is available: <c>mon-1</c> … <c>sun-3</c>.</summary>
    public required IReadOnlyCollection<string> Dayparts { get; init; }

    /// <summary>Ways to travel: codes of <see cref="Geo.TravelModes"/>.</summary>
    public required IReadOnlyCollection<string> Modes { get; init; }

    /// <summary>The longest journey, one way, in minutes: 1–240.</summary>
    public required int MaxMinutes { get; init; }

    /// <summary>What the person can do; an absent dimension is not discussed, which is not 0.</summary>
    public Levels Capacities { get; init; } = Levels.None;

    /// <summary>Certificates held.</summary>
    public IReadOnlyCollection<string> Certificates { get; init; } = [];

    /// <summary>Circumstances that this person must not have.</summary>
    public IReadOnlyCollection<string> Exclusions { get; init; } = [];

    /// <summary>Measures that come along to any employer without the employer doing anything. What a person needs but does not bring is not here.</summary>
    public IReadOnlyCollection<string> Support { get; init; } = [];

    /// <summary>Forms of work that the person looks for.</summary>
    public required IReadOnlyCollection<string> Forms { get; init; }

    /// <summary>What the person would like and would rather not.</summary>
    public Wishes Wishes { get; init; } = Wishes.None;

    /// <summary>The level that the person wants to reach.</summary>
    public Levels Growth { get; init; } = Levels.None;

    /// <summary>The day of the latest proposal; null: never. It orders a list and is no input of a rule.</summary>
    public DateOnly? LastProposed { get; init; }
}

/// <summary>Hours a week of a candidate, in quarters of an hour: 0.25–60 and minimum ≤ wish ≤ maximum.</summary>
public sealed record CandidateHours(decimal Min, decimal Wish, decimal Max);

/// <summary>Wishes of a candidate.</summary>
/// <param name="Sectors">Sectors that are wished.</param>
/// <param name="Tasks">Tags of tasks that are wished.</param>
/// <param name="NotTasks">Tags of tasks that are not wanted.</param>
public sealed record Wishes(IReadOnlyCollection<string> Sectors, IReadOnlyCollection<string> Tasks, IReadOnlyCollection<string> NotTasks)
{
    /// <summary>Nothing was wished.</summary>
    public static Wishes None { get; } = new([], [], []);
}
