using Marketplace.Data;
using Marketplace.Data.Proposals;
using Marketplace.Data.Work;
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
/// The workbench from the job (screen 13): everybody of the region beside it, in four bands with reasons. Seen by job coaches, for open jobs
/// of their regions; people without identity. The order helps; the coach chooses.
/// </summary>
public sealed class WorkbenchModel(MarketplaceDbContext db, IMatchIndex index, Acting acting) : PageModel
{
    public Job Job { get; private set; } = null!;

    public string Employer { get; private set; } = "";

    public WorkbenchFilter Filter { get; private set; } = null!;

    /// <summary>"Past het best" or "langst niet voorgesteld".</summary>
    public string Sort => Filter.SortValue;

    /// <summary>Null: nothing was asked of any task, so nobody is compared.</summary>
    public Comparison? Comparison { get; private set; }

    /// <summary>Everybody that the filters leave, in order.</summary>
    public IReadOnlyList<WorkbenchRow> Rows { get; private set; } = [];

    public IReadOnlyList<CandidateCard> Cards { get; private set; } = [];

    public IReadOnlyList<NotNowCard> NotNowCards { get; private set; } = [];

    public IReadOnlyList<string> NotAsked { get; private set; } = [];

    public Paging Paging => new(Filter.Page, WorkbenchFilter.PageSize, Rows.Count);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Filter = WorkbenchFilter.Read(Request.Query);
        var job = await db.Jobs.AsNoTracking().VisibleTo(acting.Actor).Where(j => j.Id == id).Include(j => j.Tasks)
            .TagWith("Workbench.Job").SingleOrDefaultAsync(cancellationToken);
        if (job is null)
            return NotFound();
        Job = job;
        Employer = await db.Organisations.Where(o => o.Id == job.OrganisationId).Select(o => o.Name).TagWith("Workbench.Employer").SingleAsync(cancellationToken);
        NotAsked = new MatchWords(job, acting.Today).NotAsked;
        if (job.IsComparable())
            await CompareAsync(cancellationToken);
        return Page();
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        var mine = (await db.CodesBeside(acting.Actor).TagWith("Workbench.Mine").ToListAsync(cancellationToken)).ToHashSet();
        var viewer = new Viewer(acting.Today, Job.RegionCode, acting.Actor.OrganisationId);
        Comparison = await Comparison.AskAsync(index, Job, viewer, Filter, mine, cancellationToken);
        Rows = Filter.List(Comparison.Fits);
        var (fitting, below) = (Rows.Skip(Paging.Before).Take(WorkbenchFilter.PageSize).Select(r => r.Code).ToList(), Comparison.NotNow.Listed.Select(p => p.Code).ToList());

        // The database has the last word on who is seen and how somebody fits; the index was a moment earlier.
        var people = await PeopleAsync([.. fitting, .. below], cancellationToken);
        var shown = fitting.Where(people.ContainsKey).Select(code => Comparison.Of(people[code])).Where(pair => pair.Fits).ToList();
        var notNow = below.Where(people.ContainsKey).Select(code => Comparison.Of(people[code])).Where(pair => pair.Result.Verdict == Verdict.NoFit).ToList();

        var names = await ConsultantsAsync([.. people.Values], cancellationToken);
        var ids = shown.Select(p => p.Person.Id).ToList();
        var allowed = await db.People.Where(p => ids.Contains(p.Id)).WithConsentToBeProposed(acting.Today).Select(p => p.Id)
            .TagWith("Workbench.MayBeProposed").ToListAsync(cancellationToken);
        var proposed = await db.StillOpen().Where(p => p.JobId == Job.Id && ids.Contains(p.PersonId)).Select(p => p.PersonId)
            .TagWith("Workbench.Open").ToListAsync(cancellationToken);

        var words = new MatchWords(Job, acting.Today);
        Cards = [.. shown.Select(pair => words.Card(pair, NameOf(pair.Person), mine.Contains(pair.Person.Code)) with
        {
            MayBeProposed = allowed.Contains(pair.Person.Id),
            IsProposed = proposed.Contains(pair.Person.Id),
        })];
        NotNowCards = [.. notNow.Select(pair => words.NotNow(pair, NameOf(pair.Person), mine.Contains(pair.Person.Code)))];
        string NameOf(Person person) => names.GetValueOrDefault(person.ConsultantId, "een collega");
    }

    private Task<Dictionary<string, Person>> PeopleAsync(List<string> codes, CancellationToken cancellationToken) => db.People.AsNoTracking()
        .FindableFor(acting.Actor, Job.RegionCode, acting.Today).WithHoursAndTravel().Where(p => codes.Contains(p.Code))
        .Include(p => p.Capacities).TagWith("Workbench.People").ToDictionaryAsync(p => p.Code, cancellationToken);

    private async Task<Dictionary<Guid, string>> ConsultantsAsync(List<Person> people, CancellationToken cancellationToken)
    {
        var ids = people.Select(p => p.ConsultantId).Distinct().ToList();
        return await db.Users.Where(u => ids.Contains(u.Id)).TagWith("Workbench.Consultants").ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
    }
}
