using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>One task in full: rhythm, season, who, and in five closed groups what it asks of a person.</summary>
public sealed class EditTaskModel(MarketplaceDbContext db, Acting acting, TextCheck check) : TextPage<WorkTask>(check)
{
    public sealed record JobRow(Guid Id, string Title, JobState State);

    [BindProperty]
    public TaskInput In { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    /// <summary>The job that the task is part of, or null.</summary>
    public JobRow? Job { get; private set; }

    public Adviser? Adviser { get; private set; }

    /// <summary>An example was taken over and is not saved yet.</summary>
    public bool IsUnsaved { get; private set; }

    /// <summary>The answers to the question of a dimension.</summary>
    public static IReadOnlyList<SelectListItem> Answers(Dimension dimension) =>
        [new SelectListItem("Nog niet gevraagd", TaskInput.NotAsked), .. dimension.TaskWords.Select((word, level) => new SelectListItem(WorkWords.Sentence(word), $"{level}"))];

    /// <summary>How many questions of a group have an answer.</summary>
    public int Answered(DimensionGroup group) => group.Dimensions.Count(d => In.Demands.GetValueOrDefault(d.Code) is not (null or TaskInput.NotAsked));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || await OwnerAsync(cancellationToken) is not { } task)
            return NotFound();
        In = TaskInput.Of(task);
        return Page();
    }

    public override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        In.Complete();
        var row = await db.WorkTasks.VisibleTo(acting.Actor).Where(t => t.Id == Id && t.State != TaskState.Deleted).Select(t => new { t.Name, t.JobId, t.Version })
            .TagWith("Work.EditTask.Row").SingleOrDefaultAsync(cancellationToken);
        (Name, In.Version) = (row?.Name ?? "", row?.Version ?? default);
        Job = row?.JobId is not { } jobId ? null : await db.Jobs.Where(j => j.Id == jobId).Select(j => new JobRow(j.Id, j.Title, j.State))
            .TagWith("Work.EditTask.Job").SingleAsync(cancellationToken);
        Adviser = await db.AdviserOfAsync(acting.OrganisationId, cancellationToken);
        return row is not null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OwnerAsync(cancellationToken) is not { } task)
            return NotFound();
        if (!await IsSafeAsync(task, cancellationToken))
            return Page();
        db.Expect(task, In.Version);
        In.ApplyTo(task);
        if (task.JobId is not null)
            (await db.Jobs.Include(j => j.Tasks).TagWith("Work.EditTask.Whole").SingleAsync(j => j.Id == task.JobId, cancellationToken)).GuardChange();
        if (task.IsAsked)
            (await db.OpenSteps.AboutTaskNotAsked(task.Id).TagWith("Work.EditTask.Step").ToListAsync(cancellationToken)).ForEach(s => s.Void());
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = $"De taak ‘{task.Name}’ is bewaard.";
        return Redirect(task.JobId is null ? "/werk/taken" : $"/functies/{task.JobId}");
    }

    /// <summary>Fills in what the chosen example says; the reader looks at it and saves.</summary>
    public async Task<IActionResult> OnPostVoorbeeldAsync(CancellationToken cancellationToken)
    {
        if (TaskExamples.Find(In.Example) is not { } example)
        {
            ModelState.AddModelError("In.Example", "Kies een voorbeeld uit de lijst.");
            return Page();
        }

        In.Follow(example);
        ModelState.Clear();
        IsUnsaved = true;
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    protected override IEnumerable<FreeText> Texts =>
        [new("In.Name", In.Name, text => In.Name = text), new("In.DoneBy", In.DoneBy, text => In.DoneBy = text)];

    protected override Guid? Version => In.Version;

    protected override Task<WorkTask?> OwnerAsync(CancellationToken cancellationToken) => db.WorkTasks.VisibleTo(acting.Actor)
        .TagWith("Work.EditTask").SingleOrDefaultAsync(t => t.Id == Id && t.State != TaskState.Deleted, cancellationToken);
}
