using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>One task in six questions; an example sets what it demands.</summary>
public sealed class NewTaskModel(MarketplaceDbContext db, Acting acting) : PageModel, IFormPage
{
    /// <summary>The answer that no example fits.</summary>
    public const string NoExample = "geen";

    private const int MostFound = 12;

    public sealed class Input : IValidatableObject
    {
        [Display(Name = "Welk voorbeeld lijkt er het meest op?")]
        [Required(ErrorMessage = "Kies een voorbeeld, of kies dat er geen voorbeeld past.")]
        public string? Example { get; set; }

        [Display(Name = "Wat is er te doen?")]
        [StringLength(WorkTask.MostLettersInName, ErrorMessage = "Schrijf de taak op in hoogstens {1} tekens.")]
        public string? Name { get; set; }

        [Display(Name = "Aantal keer")]
        [Required(ErrorMessage = "Vul in hoe vaak dit gebeurt."), Range(0.25, 100, ErrorMessage = "Vul een getal in van 0,25 tot en met 100.")]
        public decimal? Times { get; set; }

        [Display(Name = "Per dag, week of maand"), Required(ErrorMessage = "Kies per dag, per week of per maand.")]
        public Frequency? Per { get; set; }

        [Display(Name = "Hoe lang duurt het per keer?")]
        [Required(ErrorMessage = "Vul in hoe lang het per keer duurt."), Range(1, 3600, ErrorMessage = "Vul een getal in van 1 tot en met 3600.")]
        public int? Minutes { get; set; }

        [Display(Name = "Wie doet het nu?"), Required(ErrorMessage = "Schrijf op welke functie het nu doet. Doet niemand het? Schrijf: niemand.")]
        [StringLength(WorkTask.MostLettersInDoneBy, ErrorMessage = "Schrijf de functie op in hoogstens {1} tekens.")]
        public string? DoneBy { get; set; }

        [Display(Name = "Mag iemand anders deze taak doen?"), Required(ErrorMessage = "Kies of iemand anders deze taak mag doen.")]
        public bool? MayMove { get; set; }

        public TaskExample? Chosen => TaskExamples.Find(Example);

        public TaskRhythm Rhythm => new(Times!.Value, Per!.Value, Chosen?.Rhythm.DaysPerWeek ?? 5, Minutes!.Value);

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Example is not NoExample && Chosen is null)
                yield return new ValidationResult("Kies een voorbeeld uit de lijst.", [nameof(Example)]);
            else if (Chosen is null && string.IsNullOrWhiteSpace(Name))
                yield return new ValidationResult("Schrijf op wat er te doen is.", [nameof(Name)]);
            if (Rhythm.MinutesPerWeek > TaskRhythm.MostMinutesPerWeek)
                yield return new ValidationResult("Dit is samen langer dan een week. Kijk de getallen na.", [nameof(Minutes)]);
        }
    }

    [BindProperty]
    public Input In { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "branche")]
    public string? Sector { get; set; }

    /// <summary>Ids of the tasks that were just added and go into the same job, with commas.</summary>
    [BindProperty(SupportsGet = true, Name = "samen")]
    public string? Together { get; set; }

    /// <summary>The concept job that the task goes into; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "functie")]
    public Guid? JobId { get; set; }

    public IReadOnlyList<string> AddedNames { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Examples { get; private set; } = [];

    public Adviser? Adviser { get; private set; }

    public static IEnumerable<SelectListItem> Sectors => Choices.Of(CodeLists.Sectors);

    private IReadOnlyList<Guid> TogetherIds => [.. (Together ?? "").Split(',').Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        ModelState.IsValid && await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var own = await db.Organisations.Where(o => o.Id == acting.OrganisationId).Select(o => o.Sector).TagWith("Work.NewTask.Sector").SingleAsync(cancellationToken);
        Sector = CodeLists.Sectors.Contains(Sector) ? Sector : own ?? CodeLists.Sectors.Codes.First();
        var found = string.IsNullOrWhiteSpace(Query)
            ? TaskExamples.All.Where(e => e.Sector == Sector)
            : ExampleSearch.Find(Query).OrderBy(e => e.Sector == Sector ? 0 : 1).Take(MostFound);
        Examples = [.. found.Union(In.Chosen is { } chosen ? [chosen] : []).Select(ExampleChoice.Of), new Choice(NoExample, "Geen voorbeeld past", "Uw adviseur belt u om te horen wat de taak vraagt.")];
        AddedNames = await db.WorkTasks.VisibleTo(acting.Actor).Where(t => TogetherIds.Contains(t.Id)).Select(t => t.Name).TagWith("Work.NewTask.Added").ToListAsync(cancellationToken);
        Adviser = await db.AdviserOfAsync(acting.OrganisationId, cancellationToken);
        return JobId is null || await db.Jobs.VisibleTo(acting.Actor).TagWith("Work.NewTask.Job").AnyAsync(j => j.Id == JobId, cancellationToken);
    }

    /// <summary>Saves the task and makes a job of it, together with those that were just added.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var task = await AddAsync(cancellationToken);
        var tasks = await db.WorkTasks.VisibleTo(acting.Actor).Where(t => TogetherIds.Contains(t.Id) && t.State == TaskState.Listed && t.MayMove)
            .TagWith("Work.NewTask.Together").ToListAsync(cancellationToken);
        if (task.MayMove)
            tasks.Add(task);
        var job = tasks.Count == 0 ? null : await IntoJobAsync(tasks, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = task.MayMove ? "De taak is bewaard." : $"De taak is bewaard. Zij blijft bij {task.DoneBy} en komt niet in een functie.";
        return Redirect(job is null ? "/werk/taken" : $"/functies/{job.Id}/maken");
    }

    /// <summary>Saves the task and asks for the next one.</summary>
    public async Task<IActionResult> OnPostNogEenAsync(CancellationToken cancellationToken)
    {
        var task = await AddAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = $"De taak ‘{task.Name}’ is bewaard.";
        return Redirect(QueryHelpersOf("/werk/nieuw", [.. TogetherIds, task.Id]));
    }
}
