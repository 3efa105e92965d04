using Marketplace.Domain.People;
using Marketplace.Domain.Work;
using Marketplace.Matching;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>Everybody of the region beside one job, judged once by the engine.</summary>
public sealed class Comparison
{
    private const MatchRules HelpedByMeasures = MatchRules.Tasks | MatchRules.Hours;

    private readonly Job _job;
    private readonly MatchJob _asOffered;
    private readonly IReadOnlyCollection<string> _arranged;
    private readonly Dictionary<string, Person> _people;
    private readonly Dictionary<string, CandidateFacts> _facts;
    private readonly HashSet<string> _fits = [];
    private readonly List<string> _couldBeHelped = [];

    /// <summary>Compares.</summary>
    /// <param name="job">A job that can be compared.</param>
    /// <param name="people">People of the region; who is not complete is left out.</param>
    /// <param name="arranged">Measures that count as offered beside those of the job.</param>
    /// <param name="mine">People whom the coach already stands beside.</param>
    public Comparison(Job job, IEnumerable<Person> people, IReadOnlyCollection<string> arranged, IReadOnlySet<Guid> mine)
    {
        (_job, _arranged, _asOffered) = (job, arranged, With(job, arranged));
        _people = people.Where(p => p.IsComparable()).ToDictionary(p => p.Code);
        _facts = _people.ToDictionary(p => p.Key, p => MatchEngine.Standard.Compile(p.Value.ToCandidate()));
        var compiled = MatchEngine.Standard.Compile(_asOffered);
        var (rows, beside) = (new List<WorkbenchRow>(), new List<NotNowPerson>());
        foreach (var person in _people.Values)
        {
            var judgement = MatchEngine.Standard.Judge(_facts[person.Code], compiled);
            if (judgement.Verdict == Verdict.NoFit)
            {
                var failing = MatchEngine.Standard.FailingRules(_facts[person.Code], compiled);
                beside.Add(new NotNowPerson(person.Code, failing, judgement.TravelMinutes, person.MaxTravelMinutes!.Value, person.LastProposedOn));
                if ((failing & ~HelpedByMeasures) == 0)
                    _couldBeHelped.Add(person.Code);
            }
            else if (job.Tasks.All(t => t.IsAsked) || Compared.Of(job, _asOffered, person).Fits)
            {
                _fits.Add(person.Code);
                rows.Add(new WorkbenchRow(
                    person.Id, person.Code, judgement.Verdict, judgement.Score, judgement.TravelMinutes!.Value, judgement.Minutes / 60m,
                    person.AvailableDayparts, person.LastProposedOn, mine.Contains(person.Id)));
            }
        }

        (Fits, NotNow) = (rows, NotNow.Of(beside));
    }

    /// <summary>Who fits, in no order.</summary>
    public IReadOnlyList<WorkbenchRow> Fits { get; }

    /// <summary><i>Past nu niet</i>: no filter counts here (matching.md §7).</summary>
    public NotNow NotNow { get; }

    /// <summary>How many people this measure adds, or added when it is counted as offered already. Never less than none.</summary>
    public int AddedBy(string measure)
    {
        var isArranged = _arranged.Contains(measure);
        var other = MatchEngine.Standard.Compile(With(_job, isArranged ? [.. _arranged.Where(m => m != measure)] : [.. _arranged, measure]));
        return isArranged
            ? _fits.Count(code => MatchEngine.Standard.Judge(_facts[code], other).Verdict == Verdict.NoFit)
            : _couldBeHelped.Count(code => MatchEngine.Standard.Judge(_facts[code], other).Verdict != Verdict.NoFit);
    }

    /// <summary>One person with everything that is known about the pair.</summary>
    public Compared Of(string code)
    {
        var person = _people[code];
        return Compared.Of(_job, _asOffered, person) with
        {
            OnlyWithHelp = _arranged.Count > 0 && _fits.Contains(code) && !Compared.Of(_job, person).Fits,
        };
    }

    private static MatchJob With(Job job, IReadOnlyCollection<string> arranged)
    {
        var asIs = job.ToMatchJob();
        return asIs with { Offers = [.. asIs.Offers.Union(arranged)] };
    }
}
