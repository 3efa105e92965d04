using Marketplace.Domain.Regulations.Schemes;

namespace Marketplace.Domain.Regulations;

/// <summary>What the twelve schemes answer to one set of facts; indicative, because others decide.</summary>
/// <param name="Results">One for each scheme, in their fixed order.</param>
/// <param name="EmployerCost">The cost of the work; null when no wage belongs to it.</param>
public sealed record Arrangements(IReadOnlyList<SchemeResult> Results, EmployerCost? EmployerCost)
{
    /// <summary>The schemes in their fixed order.</summary>
    public static IReadOnlyList<Scheme> Schemes { get; } =
    [
        new MinimumWage(), new MeasuredSubsidy(), new FlatSubsidy(), new WageCostBenefit(), new NoRisk(), new JobCoaching(),
        new TrialPlacement(), new ParticipationPlace(), new ShelteredWork(), new Secondment(), new WorkExperience(), new VolunteerWork(),
    ];

    /// <summary>Judges the facts with the figures of the book: a pure function.</summary>
    public static Arrangements Of(Facts facts, RegulationBook book)
    {
        SchemeResult[] results = [.. Schemes.Select(scheme => scheme.Evaluate(facts, book))];
        return new Arrangements(results, EmployerCost.Of(facts, results, book));
    }
}
