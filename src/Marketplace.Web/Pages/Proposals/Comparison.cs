using Marketplace.Domain.People;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Matching.Narrowing;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>Everybody of the region beside one job, as the index answers for the one who looks. No person is read for it.</summary>
public sealed class Comparison
{
    private readonly Job _job;
    private readonly MatchJob _asOffered;
    private readonly IReadOnlyCollection<string> _arranged;
    private readonly Dictionary<string, int> _added;

    private Comparison(
        Job job, MatchJob asOffered, IReadOnlyCollection<string> arranged, IndexSource source, IReadOnlyList<WorkbenchRow> fits, NotNow notNow, Dictionary<string, int> added) =>
        (_job, _asOffered, _arranged, Source, Fits, NotNow, _added) = (job, asOffered, arranged, source, fits, notNow, added);

    /// <summary>Which index answered.</summary>
    public IndexSource Source { get; }

    /// <summary>Who fits, past het best first.</summary>
    public IReadOnlyList<WorkbenchRow> Fits { get; }

    /// <summary><i>Past nu niet</i>: no filter counts here (matching.md §7). Nobody is listed when the page does not show them.</summary>
    public NotNow NotNow { get; }

    /// <summary>Asks the index.</summary>
    /// <param name="index">The index.</param>
    /// <param name="job">A job that can be compared.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="filter">Which measures count as offered beside those of the job, and whether <i>Past nu niet</i> is listed.</param>
    /// <param name="mine">Codes of people whom the coach already stands beside.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Comparison> AskAsync(
        IMatchIndex index, Job job, Viewer viewer, WorkbenchFilter filter, IReadOnlySet<string> mine, CancellationToken cancellationToken)
    {
        var arranged = filter.Arranged;
        var canArrange = WorkbenchFilter.CanArrange.Except(job.Offers).ToList();
        var question = new CandidateQuestion(MatchEngine.Standard.Compile(With(job, arranged)))
        {
            Viewer = viewer,
            Take = int.MaxValue,
            ComparesSomething = true,
            ListsNotNow = filter.ShowsNotNow,
            OtherOffers = [.. canArrange.Select(m => With(job, [.. arranged.Contains(m) ? arranged.Where(a => a != m) : [.. arranged, m]]).Offers)],
        };
        var hits = await index.SearchAsync(question, cancellationToken);
        var added = canArrange.Zip(hits.WithOtherOffers, (measure, bands) => KeyValuePair.Create(measure, Math.Abs(bands.Total - hits.Bands.Total))).ToDictionary();
        return new Comparison(job, With(job, arranged), arranged, hits.Source, [.. hits.Listed.Select(Row)], hits.NotNow, added);

        WorkbenchRow Row(CandidateHit hit) => new(
            hit.Code, hit.Judgement.Verdict, hit.Judgement.Score, hit.Judgement.TravelMinutes!.Value, hit.Judgement.Minutes / 60m,
            hit.Dayparts, hit.LastProposed, mine.Contains(hit.Code));
    }

    /// <summary>How many people this measure adds to the list, or added when it is counted as offered already.</summary>
    public int AddedBy(string measure) => _added[measure];

    /// <summary>One person with everything that is known about the pair.</summary>
    public Compared Of(Person person)
    {
        var pair = Compared.Of(_job, _asOffered, person);
        return pair with { OnlyWithHelp = _arranged.Count > 0 && pair.Fits && !Compared.Of(_job, person).Fits };
    }

    private static MatchJob With(Job job, IReadOnlyCollection<string> arranged)
    {
        var asIs = job.ToMatchJob();
        return asIs with { Offers = [.. asIs.Offers.Union(arranged)] };
    }
}
