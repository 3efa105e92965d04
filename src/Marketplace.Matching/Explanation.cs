using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching;

/// <summary>
/// The facts behind a result, without words: pages make the sentences. With no-fit only <see cref="Tasks"/> is filled; the
/// decisive fact stands in the result.
/// </summary>
/// <param name="Met">Dimensions that the kept tasks ask at 2 or 3 and the candidate meets, with the highest demand; in order of the list.</param>
/// <param name="Questions">The open questions with the highest demand; in order of the list.</param>
/// <param name="SectorWished">Whether the sector of the job is wished.</param>
/// <param name="WishedTags">Distinct tags of the kept tasks that are wished, sorted.</param>
/// <param name="UnwantedTags">Distinct tags of the kept tasks that are not wanted, sorted.</param>
/// <param name="Growth">Dimensions in which the work lets the person grow, with the highest demand; in order of the list.</param>
/// <param name="Measures">The measures used; in order of the table.</param>
/// <param name="Tasks">Every task of the job; in order of code.</param>
public sealed record Explanation(
    IReadOnlyList<Step> Met,
    IReadOnlyList<Step> Questions,
    bool SectorWished,
    IReadOnlyList<string> WishedTags,
    IReadOnlyList<string> UnwantedTags,
    IReadOnlyList<Step> Growth,
    IReadOnlyList<MeasureUse> Measures,
    IReadOnlyList<TaskOutcome> Tasks);

/// <summary>A measure that is used.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Bridges">The gaps that it bridges. A gap that two used measures raise stands with the first of the table only.</param>
/// <param name="Offered">The job offers it.</param>
/// <param name="BroughtAlong">It comes along with the candidate; an employer is never told so before stage 2.</param>
public sealed record MeasureUse(Measure Measure, IReadOnlyList<Dimension> Bridges, bool Offered, bool BroughtAlong);
