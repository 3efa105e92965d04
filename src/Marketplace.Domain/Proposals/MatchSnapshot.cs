namespace Marketplace.Domain.Proposals;

/// <summary>What the engine found on the day of the proposal; what an employer was told does not change under their hands.</summary>
/// <param name="Verdict">The verdict in words of matching.md §7, never no-fit.</param>
/// <param name="TasksOut">Ids of the tasks that were taken off.</param>
/// <param name="Asked">Measures that the employer is asked for, in order of the table.</param>
/// <param name="Hours">Hours of the match.</param>
/// <param name="TravelMinutes">Estimated minutes one way.</param>
/// <param name="OpenQuestions">Dimensions that were not discussed when it was made.</param>
public sealed record MatchSnapshot(
    string Verdict,
    IReadOnlyList<Guid> TasksOut,
    IReadOnlyList<string> Asked,
    decimal Hours,
    int TravelMinutes,
    IReadOnlyList<string> OpenQuestions)
{
    /// <summary>
    /// Ids of the tasks that were compared and fit. A task of the job in neither list was not compared: nothing was asked of it yet, or it
    /// came into the job later. Null: not recorded; then every task that is not out counts as compared.
    /// </summary>
    public IReadOnlyList<Guid>? TasksKept { get; init; }

    /// <summary>Ids of the tasks that stay with an adaptation that no measure covers. Null: not recorded.</summary>
    public IReadOnlyList<Guid>? TasksAdapted { get; init; }

    /// <summary>The most hours of the job on that day: an employer reads a band of hours that ends there. Null: not recorded.</summary>
    public decimal? JobHoursMax { get; init; }
}
