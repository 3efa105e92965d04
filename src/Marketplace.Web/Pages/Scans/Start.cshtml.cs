using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Scans;

/// <summary>The scans of an employer, or of the employers of an adviser, and where a new one begins.</summary>
public sealed class StartModel(MarketplaceDbContext db, Acting acting) : PageModel, IFormPage
{
    private const int MostScans = 100;
    private const int MostEmployers = 500;

    /// <param name="Id">The scan.</param>
    /// <param name="Employer">Whose.</param>
    /// <param name="Title">The job that it makes.</param>
    /// <param name="Department">Which department; empty: not answered.</param>
    /// <param name="Seen">How many questions were seen.</param>
    /// <param name="KeptAt">When the last page was kept, UTC.</param>
    /// <param name="Remarks">How many remarks.</param>
    /// <param name="State">Of the job.</param>
    public sealed record Row(Guid Id, string Employer, string Title, string Department, int Seen, DateTime KeptAt, int Remarks, JobState State);

    public sealed class Input
    {
        [Display(Name = "Bij welke werkgever?")]
        public Guid? Employer { get; set; }
    }

    [BindProperty]
    public Input In { get; set; } = new();

    public IReadOnlyList<Row> Scans { get; private set; } = [];

    /// <summary>For an adviser.</summary>
    public IReadOnlyList<SelectListItem> Employers { get; private set; } = [];

    public bool IsAdviser => acting.Actor.Role == Role.EmployerAdviser;

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Scans = await (
            from scan in db.Scans.VisibleTo(acting.Actor)
            join job in db.Jobs on scan.JobId equals job.Id
            join employer in db.Organisations on scan.OrganisationId equals employer.Id
            orderby scan.KeptAt descending
            select new Row(scan.Id, employer.Name, job.Title, scan.Department, scan.Answered.Count + scan.Unknown.Count, scan.KeptAt, scan.Remarks.Count, job.State))
            .Take(MostScans).AsNoTracking().TagWith("Scan.List").ToListAsync(cancellationToken);
        if (IsAdviser)
        {
            Employers = await db.PostersOf(acting.Actor).OrderBy(o => o.Name).Take(MostEmployers).Select(o => new SelectListItem(o.Name, o.Id.ToString())).TagWith("Scan.Employers").ToListAsync(cancellationToken);
        }

        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var id = IsAdviser ? In.Employer : acting.OrganisationId;
        if (id is null || (IsAdviser && !await db.PostersOf(acting.Actor).TagWith("Scan.IsPoster").AnyAsync(o => o.Id == id, cancellationToken)))
        {
            ModelState.AddModelError("In.Employer", "Kies een werkgever uit de lijst.");
            return Page();
        }

        var organisation = await db.Organisations.WithPlaces(id.Value).SingleAsync(cancellationToken);
        var job = new Job(organisation, "Nieuwe functie uit een scan", acting.Now);
        var scan = new Scan(job, acting.Now);
        db.AddRange(job, scan);
        await db.SaveChangesAsync(cancellationToken);
        return Redirect($"/scan/{scan.Id}/{ScanWords.Of(ScanStep.Department).Slug}");
    }
}
