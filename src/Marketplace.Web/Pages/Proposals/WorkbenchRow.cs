using Marketplace.Matching;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>One person who fits, with what a filter, a count and the order of the list need.</summary>
/// <param name="Code">Code inside.</param>
/// <param name="Verdict">Not no-fit.</param>
/// <param name="Score">Only for the order; never shown.</param>
/// <param name="Minutes">Travel, an estimate.</param>
/// <param name="Hours">Hours of the match.</param>
/// <param name="Dayparts">When the person is available.</param>
/// <param name="LastProposed">Null: never.</param>
/// <param name="IsMine">The coach already stands beside this person.</param>
public sealed record WorkbenchRow(
    string Code,
    Verdict Verdict,
    int Score,
    int Minutes,
    decimal Hours,
    IReadOnlyCollection<string> Dayparts,
    DateOnly? LastProposed,
    bool IsMine);
