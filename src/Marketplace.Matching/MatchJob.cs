namespace Marketplace.Matching;

/// <summary>A job as the match knows one: a set of tasks at one place. The order of its lists and tasks means nothing.</summary>
public sealed record MatchJob
{
    /// <summary>The most tasks in one job.</summary>
    public const int MostTasks = 60;

    /// <summary>Code of the job.</summary>
    public required string Code { get; init; }

    /// <summary>Four digits of the postcode of the place of work; it must be known to the <see cref="Geo.Geography"/>.</summary>
    public required string Pc4 { get; init; }

    /// <summary>Sector of the employer.</summary>
    public required string Sector { get; init; }

    /// <summary>Form of work, a code of <see cref="Domain.Vocabulary.Forms"/>.</summary>
    public required string Form { get; init; }

    /// <summary>Hours a week.</summary>
    public required JobHours Hours { get; init; }

    /// <summary>Parts of day on which the person must be there.</summary>
    public IReadOnlyCollection<string> FixedDayparts { get; init; } = [];

    /// <summary>Parts of day on which the work can be done; none of them is fixed as well.</summary>
    public IReadOnlyCollection<string> FlexibleDayparts { get; init; } = [];

    /// <summary>Certificates that the whole job requires.</summary>
    public IReadOnlyCollection<string> Certificates { get; init; } = [];

    /// <summary>Circumstances that belong to the whole job.</summary>
    public IReadOnlyCollection<string> Circumstances { get; init; } = [];

    /// <summary>Measures that the employer offers.</summary>
    public IReadOnlyCollection<string> Offers { get; init; } = [];

    /// <summary>Postcode (PC4) of the pick-up point, null when there is none. It counts whether or not <c>pick-up</c> is offered.</summary>
    public string? PickUpPc4 { get; init; }

    /// <summary>The tasks: 1–60, each code once.</summary>
    public required IReadOnlyCollection<MatchTask> Tasks { get; init; }

    /// <summary>
    /// Nothing was asked yet of any task. Not asked yet is not 0: the product does not match such a job, because everybody
    /// would fit (lists.md §2). The engine and the command take levels as they are given.
    /// </summary>
    public bool AsksNothingYet => Tasks.All(t => t.Demands.Count == 0);
}

/// <summary>Hours a week of a job, in quarters of an hour: 0.25–60 and minimum ≤ maximum.</summary>
public sealed record JobHours(decimal Min, decimal Max);
