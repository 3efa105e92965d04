using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Matching.Narrowing;
using Marketplace.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>
/// Who a job is for: how many people with consent to be found fit as it is now, and the two demands that shut out most, with what would open
/// them. For an adviser and a job coach, never for an employer; an adviser does not read a number below five.
/// </summary>
public sealed class ForWhomModel(MarketplaceDbContext db, Acting acting, IMatchIndex index) : PageModel
{
    private const int MostDemands = 2;

    /// <summary>A smaller number could point at somebody.</summary>
    private const int LeastForAdviser = 5;

    /// <param name="Dimension">What is asked.</param>
    /// <param name="More">How many more fit when it is asked one level lower.</param>
    /// <param name="Opens">Measures that open it, with how many more fit then; most first.</param>
    public sealed record Demand(Dimension Dimension, int More, IReadOnlyList<(string Measure, int More)> Opens);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Job Job { get; private set; } = null!;

    /// <summary>Null: the job cannot be compared yet.</summary>
    public BandCounts? Bands { get; private set; }

    public IReadOnlyList<Demand> Demands { get; private set; } = [];

    public IndexSource Source { get; private set; }

    public bool IsCoach => acting.Actor.Role == Role.JobCoach;

    /// <summary>A count as the reader may know it.</summary>
    public string People(int count) => IsCoach || count is 0 or >= LeastForAdviser ? $"{count} {(count == 1 ? "mens" : "mensen")}" : "minder dan 5 mensen";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var job = await db.Jobs.AsNoTracking().VisibleTo(acting.Actor).Include(j => j.Tasks).TagWith("Work.ForWhom").SingleOrDefaultAsync(j => j.Id == Id, cancellationToken);
        if (job is null)
            return NotFound();
        Job = job;
        if (job.Tasks.Any(t => t.IsAsked) && job is { HoursMin: not null, HoursMax: not null })
            await CountAsync(job, cancellationToken);
        return Page();
    }

    private async Task CountAsync(Job job, CancellationToken cancellationToken)
    {
        var asIs = job.ToMatchJob();
        var measures = CodeLists.Measures.Codes.Where(m => m != Measures.PickUp).Except(job.Offers).ToList();
        var hits = await index.SearchAsync(
            new CandidateQuestion(MatchEngine.Standard.Compile(asIs))
            {
                Viewer = new Viewer(acting.Today, job.RegionCode, null),
                Take = 0,
                ComparesSomething = true,
                CountsLowered = true,
                OtherOffers = [.. measures.Select(m => (string[])[.. job.Offers, m])],
            },
            cancellationToken);
        (Bands, Source) = (hits.Bands, hits.Source);
        var opened = measures.Zip(hits.WithOtherOffers, (measure, bands) => (Measure: measure, More: bands.Total - hits.Bands.Total)).Where(o => o.More > 0).ToList();
        Demands =
        [
            .. hits.WithLowered.Select(l => (Dimension: Dimensions.Of(l.Key), More: l.Value.Total - hits.Bands.Total)).Where(l => l.More > 0)
                .OrderByDescending(l => l.More).ThenBy(l => l.Dimension.Index).Take(MostDemands)
                .Select(l => new Demand(l.Dimension, l.More, [.. opened.Where(o => Raises(o.Measure, l.Dimension)).OrderByDescending(o => o.More)])),
        ];
    }

    private static bool Raises(string measure, Dimension dimension) => Measures.All.First(m => m.Code == measure).Raises.Contains(dimension);
}
