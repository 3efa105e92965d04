using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>The inventory of tasks, and the job that the ticked ones make: a new one, or the one of <c>?functie=</c>.</summary>
public sealed class TasksModel(MarketplaceDbContext db, Acting acting, RegulationBook book) : PageModel, IFormPage
{
    private const int MostTasks = 300;

    public sealed class Input
    {
        public List<Guid> Tasks { get; set; } = [];

        /// <summary>"Hoort er altijd bij".</summary>
        public List<Guid> Essential { get; set; } = [];
    }

    public sealed record JobRow(Guid Id, string Title, JobState State, decimal? HourlyWage, List<Guid> SuggestedTasks);

    [BindProperty]
    public Input In { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "functie")]
    public Guid? JobId { get; set; }

    /// <summary>Whether the ticks are those that a job coach suggested.</summary>
    [BindProperty(SupportsGet = true, Name = "voorstel")]
    public bool ShowsSuggested { get; set; }

    /// <summary>Tasks to choose from: on the list, or in the job that is changed.</summary>
    public IReadOnlyList<InventoryRow> Rows { get; private set; } = [];

    public IReadOnlyList<InventoryRow> InOtherJobs { get; private set; } = [];

    public IReadOnlyList<InventoryRow> Bin { get; private set; } = [];

    public IReadOnlyDictionary<Guid, JobRow> Jobs { get; private set; } = new Dictionary<Guid, JobRow>();

    public JobRow? Current { get; private set; }

    public Adviser? Adviser { get; private set; }

    /// <summary>What is known of the functions that do the tasks now.</summary>
    public IReadOnlyDictionary<string, WorkerFunction> Functions { get; private set; } = new Dictionary<string, WorkerFunction>();

    /// <summary>What the ticked tasks make.</summary>
    public JobInTheMaking Making => JobInTheMaking.Of([.. Rows.Where(r => r.MayMove && In.Tasks.Contains(r.Id))], Functions, Current?.HourlyWage, acting.Today, book);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await LoadAsync(cancellationToken))
            return NotFound();
        var inJob = Rows.Where(r => r.JobId is not null).ToList();
        var ticked = ShowsSuggested && Current is not null ? Rows.Select(r => r.Id).Intersect(Current.SuggestedTasks) : inJob.Select(r => r.Id);
        In = new Input { Tasks = [.. ticked], Essential = [.. inJob.Where(r => r.IsEssential).Select(r => r.Id)] };
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var tasks = await db.WorkTasks.VisibleTo(acting.Actor).NotGone(acting.Today).AsNoTracking().OrderBy(t => t.Name).Take(MostTasks)
            .Select(t => new InventoryRow(t.Id, t.Name, t.DoneBy, t.Rhythm, t.MayMove, t.MovesPartly, t.SeasonFrom, t.SeasonTo, t.SupervisionMinutes, t.IsEssential, t.Demands, t.JobId, t.State))
            .TagWith("Work.Tasks.Rows").ToListAsync(cancellationToken);
        Rows = [.. tasks.Where(t => t.State == TaskState.Listed || (t.JobId is not null && t.JobId == JobId))];
        InOtherJobs = [.. tasks.Where(t => t.State == TaskState.InJob && t.JobId != JobId)];
        Bin = [.. tasks.Where(t => t.State == TaskState.Deleted)];
        Jobs = await db.Jobs.VisibleTo(acting.Actor).Where(j => j.State != JobState.Stopped).Select(j => new JobRow(j.Id, j.Title, j.State, j.HourlyWage, j.SuggestedTasks))
            .TagWith("Work.Tasks.Jobs").ToDictionaryAsync(j => j.Id, cancellationToken);
        Current = JobId is { } id ? Jobs.GetValueOrDefault(id) : null;
        Functions = (await db.WorkerFunctions.AsNoTracking().Where(f => f.OrganisationId == acting.OrganisationId).TagWith("Work.Tasks.Functions").ToListAsync(cancellationToken))
            .ToDictionary(f => f.Name, StringComparer.CurrentCultureIgnoreCase);
        Adviser = await db.AdviserOfAsync(acting.OrganisationId, cancellationToken);
        return JobId is null || Current is not null;
    }

    /// <summary>Makes a concept of the ticked tasks, or makes them the tasks of the job of the address.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var chosen = await db.WorkTasks.VisibleTo(acting.Actor).Where(t => In.Tasks.Contains(t.Id)).TagWith("Work.Tasks.Chosen").ToListAsync(cancellationToken);
        var job = JobId is null
            ? db.Jobs.Add(Job.Of(await db.Organisations.WithPlaces(acting.OrganisationId).SingleAsync(cancellationToken), chosen, acting.Now)).Entity
            : await db.Jobs.VisibleTo(acting.Actor).Include(j => j.Tasks).TagWith("Work.Tasks.Job").SingleOrDefaultAsync(j => j.Id == JobId, cancellationToken);
        if (job is null || chosen.Count != In.Tasks.Distinct().Count())
            return NotFound();
        job.Choose(chosen, In.Essential, acting.Now);
        (await db.OpenSteps.AboutSuggestedTasks(job.Id).TagWith("Work.Tasks.Suggested").ToListAsync(cancellationToken)).ForEach(s => s.Void());
        await db.SaveChangesAsync(cancellationToken);
        if (JobId is not null)
            TempData["Gelukt"] = "De taken van de functie zijn bewaard.";
        return Redirect(job.HoursMin is null ? $"/functies/{job.Id}/maken" : job.State == JobState.Concept ? $"/functies/{job.Id}/controle" : $"/functies/{job.Id}");
    }

    /// <summary>Adds the hours up again without saving; with script that happens by itself.</summary>
    public async Task<IActionResult> OnPostRekenAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostVerwijderAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WorkTasks.VisibleTo(acting.Actor).TagWith("Work.Tasks.Delete").SingleOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } task)
            return NotFound();
        task.Delete(acting.Now);
        (await db.OpenSteps.AboutTaskNotAsked(id).TagWith("Work.Tasks.Step").ToListAsync(cancellationToken)).ForEach(s => s.Void());
        await db.SaveChangesAsync(cancellationToken);
        (TempData["Verwijderd"], TempData["VerwijderdNaam"]) = (task.Id.ToString(), task.Name);
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostTerugAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WorkTasks.VisibleTo(acting.Actor).InBin(acting.Today).TagWith("Work.Tasks.Restore").SingleOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } task)
            return NotFound();
        task.Restore(acting.Now);
        if (!task.IsAsked)
            db.OpenSteps.Add(AdviserCall.AboutTaskNotAsked(task, await db.AdviserOfAsync(acting.OrganisationId, cancellationToken), acting.Now));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = $"De taak ‘{task.Name}’ staat weer op uw lijst.";
        return Redirect(Address);
    }

    public string Address => JobId is null ? "/werk/taken" : $"/werk/taken?functie={JobId}";
}
