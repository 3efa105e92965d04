using System.Collections.Frozen;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching.Narrowing;

/// <summary>Which people fit a job. The same question goes to every index.</summary>
/// <param name="Job">The job, made with the engine of the index.</param>
public sealed record CandidateQuestion(CompiledJob Job)
{
    /// <summary>People in the list of the answer when nothing else is asked.</summary>
    public const int UsualTake = 50;

    /// <summary>Who looks; null: the program itself, for everybody.</summary>
    public Viewer? Viewer { get; init; }

    /// <summary>Codes of people who are not to be seen any more although an index may still hold them: whose consent ended just now.</summary>
    public IReadOnlySet<string> Without { get; init; } = FrozenSet<string>.Empty;

    /// <summary>How many people are listed, best first; the counts are of everybody.</summary>
    public int Take { get; init; } = UsualTake;

    /// <summary>Only matches in which a task that was asked about stays (<see cref="FromDomain.ComparesSomething"/>), as pages show them.</summary>
    public bool ComparesSomething { get; init; }

    /// <summary>Also the ten of <i>Past nu niet</i> that a page shows (matching.md §7); without it only their number is told, which is less work.</summary>
    public bool ListsNotNow { get; init; }

    /// <summary>
    /// What the employer could offer in the place of what is offered, each a set of codes of measures: the answer counts who fits with each. It is
    /// one question for all of them, because who fits with one is among those who fit with everything together.
    /// </summary>
    public IReadOnlyList<IReadOnlyCollection<string>> OtherOffers { get; init; } = [];

    /// <summary>
    /// Also how many would fit when each demand of the job was one level lower in every task, one demand at a time. Again one question: who fits
    /// with one of them lower is among those who fit with all of them lower.
    /// </summary>
    public bool CountsLowered { get; init; }

    /// <summary>The jobs of <see cref="OtherOffers"/>, then those of <see cref="CountsLowered"/> in the order of the dimensions.</summary>
    internal IEnumerable<CompiledJob> OtherJobs => OtherOffers.Select(Job.Offering).Concat(Lowered.Select(d => Job.Lowering(1u << d.Index)));

    /// <summary>The dimensions that are lowered.</summary>
    internal IEnumerable<Dimension> Lowered => CountsLowered ? DimensionMask.In(Job.Dimensions) : [];

    /// <summary>The job with everything on offer that anybody asks about and every demand as low: whoever fits one of them may fit this one.</summary>
    internal CompiledJob Widest
    {
        get
        {
            var offering = OtherOffers.Count == 0 ? Job : Job.Offering([.. MeasureSets.In(Job.Offers).Select(m => m.Code), .. OtherOffers.SelectMany(o => o)]);
            return CountsLowered ? offering.Lowering(uint.MaxValue) : offering;
        }
    }
}

/// <summary>Which jobs fit a person.</summary>
/// <param name="Candidate">The person.</param>
public sealed record JobQuestion(Candidate Candidate)
{
    /// <summary>Codes of the regions whose jobs the viewer may see; null: every region.</summary>
    public IReadOnlySet<string>? Regions { get; init; }

    /// <inheritdoc cref="CandidateQuestion.Take"/>
    public int Take { get; init; } = CandidateQuestion.UsualTake;

    /// <inheritdoc cref="CandidateQuestion.ComparesSomething"/>
    public bool ComparesSomething { get; init; }
}
