namespace Marketplace.Domain.Regulations;

/// <summary>The row of a scheme that decides, before is looked at what is missing.</summary>
/// <param name="Outcome">What the row says.</param>
/// <param name="Reasons">The codes of the row, in its order.</param>
public sealed record Ruling(Outcome Outcome, params IReadOnlyList<string> Reasons)
{
    /// <summary>The facts that the row needs, by their path.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The figures of the scheme in this row.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    /// <summary>The day on which the figures are asked.</summary>
    public DateOnly FiguresOn { get; init; }

    /// <summary>The amounts; null when there are none.</summary>
    public IReadOnlyList<Amount>? Amounts { get; init; }

    /// <summary>The last day of the scheme itself; null when it has none.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the right does not depend on what is missing, so that yes stays yes.</summary>
    public bool StandsWithoutMissing { get; init; }

    /// <summary>A row that says no.</summary>
    public static Ruling No(string reason) => new(Outcome.No, reason);
}
