using Marketplace.Data;
using Marketplace.Data.Proposals;
using Marketplace.Data.Work;
using Marketplace.Domain.People;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Matching.Carving;
using Marketplace.Web.Access;
using Marketplace.Web.Pages.Proposals;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>
/// Carving a job for one person or a group (matching.md §9), by a job coach: which tasks of this employer together fit best. It is a
/// suggestion; the employer decides, and does not read for whom it was.
/// </summary>
public sealed class CarveJobModel(MarketplaceDbContext db, Acting acting) : PageModel, IFormPage
{
    private const int MostPeople = 100;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Codes of the people to carve for.</summary>
    [BindProperty(SupportsGet = true, Name = "wie")]
    public List<string> Codes { get; set; } = [];

    public Job Job { get; private set; } = null!;

    public string Employer { get; private set; } = "";

    /// <summary>People of the coach who can be compared, and the ones that were chosen.</summary>
    public IReadOnlyList<Person> People { get; private set; } = [];

    public IEnumerable<Person> Chosen => People.Where(p => Codes.Contains(p.Code));

    /// <summary>Codes that are nobody's, or not of somebody whom this coach may find.</summary>
    public IEnumerable<string> Unknown => Codes.Except(People.Select(p => p.Code));

    public IReadOnlyList<WorkTask> Tasks { get; private set; } = [];

    /// <summary>Null: nobody is chosen, or the job cannot be compared yet.</summary>
    public CarveProposal? Proposal { get; private set; }

    /// <summary>The chosen people beside the job of the proposed tasks.</summary>
    public IReadOnlyList<Compared> Beside { get; private set; } = [];

    public MatchWords Words => new(Job, acting.Today);

    public bool IsProposed(WorkTask task) => Proposal!.Tasks.Contains(FromDomain.CodeOf(task.Id));

    public bool IsInJob(WorkTask task) => task.JobId == Id;

    /// <summary>Whether the suggestion is what the job has already.</summary>
    public bool IsAsItIs => Tasks.All(t => IsProposed(t) == IsInJob(t));

    /// <summary>Whether these tasks were sent to the employer and wait for an answer.</summary>
    public bool IsSent => Proposal is not null && Job.SuggestedTasks.ToHashSet().SetEquals(Tasks.Where(IsProposed).Select(t => t.Id));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Suggests the tasks to the employer, with an item for the adviser. They are reckoned again: nothing of the form but who is believed.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Proposal is null)
            return NotFound();
        var job = await db.Jobs.VisibleTo(acting.Actor).Include(j => j.Tasks).TagWith("Work.Carve.Suggest").SingleAsync(j => j.Id == Id, cancellationToken);
        job.Suggest([.. Tasks.Where(IsProposed).Select(t => t.Id)]);
        if (!await db.OpenSteps.AboutSuggestedTasks(Id).TagWith("Work.Carve.Step").AnyAsync(cancellationToken))
            db.OpenSteps.Add(AdviserCall.AboutSuggestedTasks(job, await db.AdviserOfAsync(job.OrganisationId, cancellationToken), acting.Now));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = $"{Employer} ziet deze taken nu bij de functie. De adviseur bespreekt ze.";
        return LocalRedirect($"/functies/{Id}/snijden{QueryString.Create(Codes.Select(c => KeyValuePair.Create("wie", (string?)c)))}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.Jobs.AsNoTracking().VisibleTo(acting.Actor).Include(j => j.Tasks).TagWith("Work.Carve.Job").SingleOrDefaultAsync(j => j.Id == Id, cancellationToken) is not { } job)
            return false;
        Job = job;
        Codes = [.. Codes.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim().ToUpperInvariant()).Distinct().Take(MostPeople)];
        Employer = await db.Organisations.Where(o => o.Id == job.OrganisationId).Select(o => o.Name).TagWith("Work.Carve.Employer").SingleAsync(cancellationToken);
        var mine = await db.CodesBeside(acting.Actor).TagWith("Work.Carve.Mine").ToListAsync(cancellationToken);
        var people = await db.People.AsNoTracking().FindableFor(acting.Actor, job.RegionCode, acting.Today).WithHoursAndTravel()
            .Where(p => mine.Contains(p.Code) || Codes.Contains(p.Code)).Include(p => p.Capacities)
            .OrderByDescending(p => Codes.Contains(p.Code)).ThenBy(p => p.Code).Take(MostPeople).TagWith("Work.Carve.People").ToListAsync(cancellationToken);
        People = [.. people.Where(p => p.IsComparable()).OrderBy(p => p.Code)];
        Tasks = [.. (await db.WorkTasks.AsNoTracking().InventoryOf(job).Take(Inventory.MostTasks).TagWith("Work.Carve.Tasks").ToListAsync(cancellationToken))
            .Where(t => t.Rhythm.MinutesPerWeek <= Inventory.MostMinutes)];
        if (Chosen.Any() && job.IsComparable() && Tasks.Count > 0)
            Carve(await db.FunctionCostsAsync(job.OrganisationId, cancellationToken));
        return true;
    }

    private void Carve(IReadOnlyDictionary<string, decimal> costs)
    {
        var inventory = new Inventory
        {
            Job = Job.ToMatchJob(Tasks),
            CostPerHour = Tasks.Where(t => costs.ContainsKey(t.DoneBy)).ToDictionary(t => FromDomain.CodeOf(t.Id), t => costs[t.DoneBy]),
        };
        Proposal = Matching.Carving.Carve.Propose(MatchEngine.Standard, inventory, [.. Chosen.Select(p => p.ToCandidate())]);
        var carved = Job.ToMatchJob(Tasks.Where(IsProposed));
        Beside = carved.Tasks.Count == 0 ? [] : [.. Chosen.Select(p => Compared.Of(Job, carved, p))];
    }
}
