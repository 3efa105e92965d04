using Marketplace.Domain.People;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Matching.Geo;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>One person beside one job, with everything that the engine knows about the pair.</summary>
/// <param name="Job">The job.</param>
/// <param name="Person">The person.</param>
/// <param name="Result">The result.</param>
/// <param name="Why">The facts behind it.</param>
/// <param name="Way">How one travels; null when no mode is possible.</param>
/// <param name="Fits">Not no-fit, and something that was asked about stays.</param>
/// <param name="OnlyWithHelp">Fits only because measures count as offered that the employer does not offer yet.</param>
public sealed record Compared(Job Job, Person Person, MatchResult Result, Explanation Why, FastestWay? Way, bool Fits, bool OnlyWithHelp = false)
{
    /// <summary>Compares a person with a job as it is offered.</summary>
    public static Compared Of(Job job, Person person) => Of(job, job.ToMatchJob(), person);

    /// <summary>Compares a person with a job as if it were another offer.</summary>
    internal static Compared Of(Job job, MatchJob asOffered, Person person)
    {
        var engine = MatchEngine.Standard;
        var candidate = person.ToCandidate();
        var result = engine.Match(candidate, asOffered);
        return new Compared(
            job, person, result, engine.Explain(candidate, asOffered), engine.FastestWay(candidate, asOffered),
            Fits: result.Verdict != Verdict.NoFit && result.ComparesSomething(job));
    }

    /// <summary>
    /// k: how many of these people share, for this job, the whole combination that an employer's page renders of this person. It is counted
    /// with the engine; the person counts too when among them.
    /// </summary>
    /// <param name="people">People of the region with consent to be proposed.</param>
    public int SharedBy(IEnumerable<Person> people)
    {
        var mine = CombinationOf(this);
        return people.Where(p => p.IsComparable()).Select(p => Of(Job, p)).Count(c => c.Fits && CombinationOf(c) == mine);
    }

    private static string CombinationOf(Compared pair) =>
        EmployerView.Of(null, pair.Result.ToSnapshot(pair.Why, pair.Job), JobTasks.InOrder(pair.Job.Tasks)).Combination;
}
