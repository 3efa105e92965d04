using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>Per function that does tasks now: what an hour costs, and what the freed time is for.</summary>
public sealed class FreedTimeModel(MarketplaceDbContext db, Acting acting) : PageModel, IFormPage
{
    private const string PerHour = "Vul een bedrag in van 0 tot en met 1000 euro per uur.";

    public sealed class Answer
    {
        public string Name { get; set; } = "";

        [Display(Name = "Wat kost een uur?"), Range(0, WorkerFunction.MostPerHour, ErrorMessage = PerHour)]
        public decimal? CostPerHour { get; set; }

        [Display(Name = "Waar is de vrije tijd voor?")]
        public FreedFor? FreedFor { get; set; }

        public Guid Version { get; set; }
    }

    [BindProperty]
    public List<Answer> In { get; set; } = [];

    /// <summary>Minutes a week that the tasks which may move take now, by function.</summary>
    public IReadOnlyDictionary<string, int> Minutes { get; private set; } = new Dictionary<string, int>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var stored = await StoredAsync(cancellationToken);
        In = [.. Minutes.Keys.Select(name => stored.GetValueOrDefault(name) is { } known
            ? new Answer { Name = name, CostPerHour = known.CostPerHour, FreedFor = known.FreedFor, Version = known.Version }
            : new Answer { Name = name })];
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var tasks = await db.WorkTasks.VisibleTo(acting.Actor).Where(t => t.State != TaskState.Deleted && t.MayMove && t.DoneBy != "")
            .Select(t => new { t.DoneBy, t.Rhythm }).TagWith("FreedTime.Tasks").ToListAsync(cancellationToken);
        Minutes = tasks.GroupBy(t => t.DoneBy.Trim(), StringComparer.CurrentCultureIgnoreCase)
            .Select(g => (g.Key, Minutes: g.Sum(t => t.Rhythm.MinutesPerWeek))).OrderByDescending(f => f.Minutes).ThenBy(f => f.Key, StringComparer.CurrentCulture)
            .ToDictionary(f => f.Key, f => f.Minutes, StringComparer.CurrentCultureIgnoreCase);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var stored = await StoredAsync(cancellationToken);
        foreach (var answer in In.Where(a => Minutes.ContainsKey(a.Name)))
        {
            if (stored.GetValueOrDefault(answer.Name) is { } known)
                db.Expect(known, answer.Version);
            else if (answer is { CostPerHour: null, FreedFor: null })
                continue;
            else
                db.WorkerFunctions.Add(known = new WorkerFunction(acting.OrganisationId, answer.Name));
            known.Answer(answer.CostPerHour, answer.FreedFor);
        }

        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "Bewaard. De kosten van uw functies rekenen hiermee.";
        return Redirect("/werk/taken");
    }

    private async Task<Dictionary<string, WorkerFunction>> StoredAsync(CancellationToken cancellationToken) =>
        (await db.WorkerFunctions.Where(f => f.OrganisationId == acting.OrganisationId).TagWith("FreedTime.Functions").ToListAsync(cancellationToken))
            .ToDictionary(f => f.Name, StringComparer.CurrentCultureIgnoreCase);
}
