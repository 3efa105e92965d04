using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Matching.Text;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>One task in six questions, none answered beforehand; an example sets what it demands.</summary>
public sealed class NewTaskModel(MarketplaceDbContext db, Acting acting, ITextIndex index) : PageModel, IFormPage
{
    private const int MostFound = 12;

    [BindProperty]
    public NewTaskInput In { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "branche")]
    public string? Sector { get; set; }

    /// <summary>Ids of the tasks that were just added and go into the same job, with commas.</summary>
    [BindProperty(SupportsGet = true, Name = "samen")]
    public string? Together { get; set; }

    /// <summary>The job that the task goes into; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "functie")]
    public Guid? JobId { get; set; }

    public IReadOnlyList<string> AddedNames { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Examples { get; private set; } = [];

    public Adviser? Adviser { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        ModelState.IsValid && await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var own = await db.Organisations.Where(o => o.Id == acting.OrganisationId).Select(o => o.Sector)
            .TagWith("Work.NewTask.Sector").SingleAsync(cancellationToken);
        Sector = CodeLists.Sectors.Contains(Sector) ? Sector : own ?? CodeLists.Sectors.Codes.First();
        var found = string.IsNullOrWhiteSpace(Query)
            ? TaskExamples.All.Where(e => e.Sector == Sector)
            : (await FindAsync(Query, cancellationToken)).OrderBy(e => e.Sector == Sector ? 0 : 1).Take(MostFound);
        Examples = [.. found.Union(In.Chosen is { } chosen ? [chosen] : []).Select(Choices.Of), new Choice(
            NewTaskInput.NoExample, "Geen voorbeeld past", "Uw adviseur belt u. Samen kijkt u wat de taak vraagt.")];
        var together = TogetherIds();
        AddedNames = await db.WorkTasks.VisibleTo(acting.Actor).Where(t => together.Contains(t.Id)).OrderBy(t => t.Name).Select(t => t.Name)
            .TagWith("Work.NewTask.Added").ToListAsync(cancellationToken);
        Adviser = await db.AdviserOfAsync(acting.OrganisationId, cancellationToken);
        return JobId is null || await db.Jobs.VisibleTo(acting.Actor).TagWith("Work.NewTask.Job").AnyAsync(j => j.Id == JobId, cancellationToken);
    }

    /// <summary>Best first; then what holds the letters themselves, such as the begin of a word.</summary>
    private async Task<IEnumerable<TaskExample>> FindAsync(string words, CancellationToken cancellationToken)
    {
        var hits = await index.SearchAsync(new TaskSearchQuestion { Words = words, Size = TaskExamples.All.Count }, cancellationToken);
        return hits.Keys.Select(TaskExamples.Find).OfType<TaskExample>().Union(ExampleSearch.Find(words));
    }

    /// <summary>Saves the task and makes a job of it, together with those that were just added; with <paramref name="more"/> it asks for the next one first.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "meer")] bool more, CancellationToken cancellationToken)
    {
        var task = await AddAsync(cancellationToken);
        var together = TogetherIds();
        var address = more
            ? $"/werk/nieuw?samen={string.Join(',', together.Append(task.Id))}{(JobId is null ? "" : $"&functie={JobId}")}"
            : await TogetherAsync(task, together, cancellationToken);
        if (address is null)
            return NotFound();
        await db.SaveChangesAsync(cancellationToken);
        Say(task);
        return Redirect(address);
    }

    private async Task<WorkTask> AddAsync(CancellationToken cancellationToken)
    {
        var task = In.ToTask(acting.OrganisationId, acting.Now);
        db.WorkTasks.Add(task);
        if (In.Chosen is null)
            db.OpenSteps.Add(AdviserCall.AboutTaskNotAsked(task, await db.AdviserOfAsync(acting.OrganisationId, cancellationToken), acting.Now));
        return task;
    }

    /// <summary>Makes a job of the task and of those that were just added, as far as they may move; null when there is no such job.</summary>
    private async Task<string?> TogetherAsync(WorkTask task, List<Guid> together, CancellationToken cancellationToken)
    {
        var tasks = await db.WorkTasks.VisibleTo(acting.Actor)
            .Where(t => together.Contains(t.Id) && t.State == TaskState.Listed && t.MayMove)
            .TagWith("Work.NewTask.Together").ToListAsync(cancellationToken);
        if (task.MayMove)
            tasks.Add(task);
        return tasks.Count == 0 ? "/werk/taken" : await IntoJobAsync(tasks, cancellationToken);
    }

    /// <summary>Puts the tasks into the job of the address or into a new concept; null when there is no such job.</summary>
    private async Task<string?> IntoJobAsync(List<WorkTask> tasks, CancellationToken cancellationToken)
    {
        if (JobId is null)
        {
            var organisation = await db.Organisations.WithPlaces(acting.OrganisationId).SingleAsync(cancellationToken);
            return $"/functies/{db.Jobs.Add(Job.Of(organisation, tasks, acting.Now)).Entity.Id}/maken";
        }

        var job = await db.Jobs.VisibleTo(acting.Actor).Include(j => j.Tasks).TagWith("Work.NewTask.IntoJob").SingleOrDefaultAsync(j => j.Id == JobId, cancellationToken);
        foreach (var task in tasks)
            job?.Add(task, acting.Now);
        job?.GuardChange();
        return job is null ? null : $"/werk/taken?functie={JobId}";
    }

    private List<Guid> TogetherIds() => [.. (Together ?? "").Split(',').Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];

    private void Say(WorkTask task) => TempData["Gelukt"] = task.MayMove
        ? $"De taak ‘{task.Name}’ is bewaard."
        : $"De taak ‘{task.Name}’ is bewaard. Deze taak blijft bij {task.DoneBy} en komt niet in een functie.";
}
