using Marketplace.Data;
using Marketplace.Data.JobRuns;
using Marketplace.Jobs;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Administration;

/// <summary>Taken: every sweep of the program, its last run, what waits for it, and "nu doen". No people.</summary>
public sealed class JobsModel(MarketplaceDbContext db, JobRunner runner, JobBacklog backlog) : PageModel, IFormPage
{
    /// <param name="Name">The name of the sweep.</param>
    /// <param name="Words">What it does.</param>
    /// <param name="Last">Its last run; null: none yet.</param>
    /// <param name="Waiting">What waits for it now.</param>
    public sealed record Row(string Name, JobWords.Words Words, JobRun? Last, string Waiting);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var runs = await db.JobRuns.AsNoTracking().TagWith("Administration.Runs")
            .Where(r => r.StartedAt == db.JobRuns.Where(x => x.Name == r.Name).Max(x => x.StartedAt)).ToListAsync(cancellationToken);
        var waiting = await backlog.CountAsync(cancellationToken);
        Rows = [.. JobList.All.Select(e => new Row(
            e.Name, JobWords.Of(e.Name), runs.Where(r => r.Name == e.Name).MaxBy(r => r.Id), JobWords.Waiting(e.Name, waiting.TryGetValue(e.Name, out var count) ? count : null)))];
        return true;
    }

    /// <summary>Does it now; another process that is at it already goes first.</summary>
    public async Task<IActionResult> OnPostAsync(string name, CancellationToken cancellationToken)
    {
        if (JobList.All.All(e => e.Name != name))
            return NotFound();
        try
        {
            var handled = await runner.RunAsync(name, cancellationToken);
            TempData["Gelukt"] = $"{JobWords.Of(name).Title}: gedaan. {WorkWords.Counted(handled, "regel", "regels")}.";
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The run itself is written down and logged; the page shows it as failed.
            TempData["Mislukt"] = "Dit ging mis. Het wordt vanzelf opnieuw geprobeerd.";
        }

        return LocalRedirect("/beheer/taken");
    }
}
