using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Work;

/// <summary>What a function does with the time that it gets back.</summary>
public enum FreedFor
{
    /// <summary>More of its own work.</summary>
    MoreOwnWork,

    /// <summary>Less overtime.</summary>
    LessOvertime,

    /// <summary>Better work, fewer faults.</summary>
    Quality,

    /// <summary>Teaching and guiding colleagues.</summary>
    Guiding,

    /// <summary>Fewer people hired from outside.</summary>
    LessHiring,
}

/// <summary>
/// A function that does tasks now, in the employer's words: what an hour of it costs and what its freed hours are for (domain.md §10.4:
/// costPerHour, freedTimeUse). It belongs to a function and not to a task, so that it is answered once.
/// </summary>
public sealed class WorkerFunction : Root
{
    /// <summary>The highest cost of an hour that is no typing error.</summary>
    public const int MostPerHour = 1_000;

    private WorkerFunction()
    {
    }

    public WorkerFunction(Guid organisationId, string name)
    {
        OrganisationId = organisationId;
        Name = name;
    }

    public Guid OrganisationId { get; private set; }

    /// <summary>As in <see cref="WorkTask.DoneBy"/>; capitals do not count.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What an hour costs with charges, euro; null: not known, and then it counts as 0.</summary>
    public decimal? CostPerHour { get; private set; }

    /// <summary>What the freed hours are for; null: not known.</summary>
    public FreedFor? FreedFor { get; private set; }

    /// <summary>Answers both questions.</summary>
    /// <exception cref="RefusalException">The cost is not 0–1,000.</exception>
    public void Answer(decimal? costPerHour, FreedFor? freedFor)
    {
        if (costPerHour is < 0 or > MostPerHour)
            throw new RefusalException(Refusal.JobCostOutOfRange);
        (CostPerHour, FreedFor) = (costPerHour, freedFor);
    }
}
