using Marketplace.Data;
using Marketplace.Data.People;
using Marketplace.Data.Proposals;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Matching.Narrowing;
using Marketplace.Web.Access;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>
/// The workbench from the person: the open jobs of the viewer's regions that fit, in three bands with reasons. Seen by consultants for their own
/// people and by job coaches for whom they may find; without identity. The order helps; people choose.
/// </summary>
public sealed class FittingJobsModel(MarketplaceDbContext db, IMatchIndex index, Acting acting) : PageModel
{
    private const int PageSize = 10;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public Person Person { get; private set; } = null!;

    /// <summary>How many jobs fit, by band.</summary>
    public BandCounts Bands { get; private set; }

    public IReadOnlyList<JobCard> Cards { get; private set; } = [];

    /// <summary>Hours, travel and wishes are known; if not, nothing is compared.</summary>
    public bool IsComparable { get; private set; }

    public bool IsConsultant => acting.Actor.Role == Role.Consultant;

    public Paging Paging => new(Number, PageSize, Bands.Total);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().VisibleTo(acting.Actor, acting.Today).Where(p => p.Id == id).Include(p => p.Consents)
            .TagWith("FittingJobs.Person").SingleOrDefaultAsync(cancellationToken);
        if (person is null)
            return NotFound();
        (Person, IsComparable) = (person, person.IsComparable());
        if (IsComparable)
            await CompareAsync(cancellationToken);
        return Page();
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        var question = new JobQuestion(Person.ToCandidate()) { Regions = acting.Actor.Regions.ToHashSet(), Take = int.MaxValue, ComparesSomething = true };
        var hits = await index.SearchAsync(question, cancellationToken);
        Bands = hits.Bands;
        var ids = hits.Listed.Skip(Paging.Before).Take(PageSize).Select(h => Guid.Parse(h.Code)).ToList();

        // The database has the last word on which jobs are seen and how they fit; the index was a moment earlier.
        var jobs = await db.Jobs.AsNoTracking().VisibleTo(acting.Actor).Where(j => ids.Contains(j.Id)).Include(j => j.Tasks)
            .TagWith("FittingJobs.Jobs").ToDictionaryAsync(j => j.Id, cancellationToken);
        var pairs = ids.Where(jobs.ContainsKey).Select(i => jobs[i]).Where(j => j.IsComparable()).Select(j => Compared.Of(j, Person)).Where(p => p.Fits).ToList();
        var employers = pairs.Select(p => p.Job.OrganisationId).ToHashSet();
        var names = await db.Organisations.Where(o => employers.Contains(o.Id)).TagWith("FittingJobs.Employers").ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        var proposed = await db.StillOpen().Where(p => p.PersonId == Person.Id && ids.Contains(p.JobId)).Select(p => p.JobId)
            .TagWith("FittingJobs.Open").ToListAsync(cancellationToken);
        var mayBeFound = acting.Actor.Role == Role.JobCoach && await db.People.FindableFor(acting.Actor, Person.RegionCode, acting.Today)
            .TagWith("FittingJobs.Findable").AnyAsync(p => p.Id == Person.Id, cancellationToken);
        Cards = [.. pairs.Select(pair => new JobCard(
            pair.Job,
            names[pair.Job.OrganisationId],
            new MatchWords(pair.Job, acting.Today).Card(pair, "", isMine: false) with
            {
                MayBeProposed = Person.ConsentOn(ConsentPurpose.Proposed, acting.Today) is not null,
                IsProposed = proposed.Contains(pair.Job.Id),
            },
            CanPropose: mayBeFound && pair.Job.RegionCode == Person.RegionCode))];
    }
}

/// <summary>A job that fits a person, in words.</summary>
/// <param name="Job">The job.</param>
/// <param name="Employer">Whose job it is.</param>
/// <param name="Match">Why, as on the workbench.</param>
/// <param name="CanPropose">The viewer may make a proposal of it.</param>
public sealed record JobCard(Job Job, string Employer, CandidateCard Match, bool CanPropose);
