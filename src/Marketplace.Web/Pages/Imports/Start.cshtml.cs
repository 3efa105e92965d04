using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Imports;
using Marketplace.Data.Organisations;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Imports;
using Marketplace.Domain.Organisations;
using Marketplace.Jobs;
using Marketplace.Jobs.Imports;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Imports;

/// <summary>
/// Where a list comes in: a consultant brings people of the own organisation, an employer tasks, an adviser tasks of one employer. A file
/// that cannot be read is told at once; its rows are read by a job. The file stays in memory and is kept sealed.
/// </summary>
[UploadLimit(MostInRequest)]
[RequestFormLimits(MemoryBufferThreshold = MostInRequest, MultipartBodyLengthLimit = MostInRequest)]
public sealed class StartModel(MarketplaceDbContext db, Acting acting, IdentityVault vault, JobHint hint) : PageModel, IFormPage
{
    private const int MostInRequest = CsvTable.MostBytes + 64 * 1024;
    private const int MostShown = 20;
    private const int MostEmployers = 500;

    public sealed record Row(Guid Id, DateTime CreatedAt, ImportState State, int Rows, int Taken, int Bad);

    public sealed class Input
    {
        [Display(Name = "Voor welke werkgever?")]
        public Guid? Employer { get; set; }

        [Display(Name = "Kies uw CSV-bestand")]
        public IFormFile? File { get; set; }
    }

    [BindProperty]
    public Input In { get; set; } = new();

    public IReadOnlyList<Row> Imports { get; private set; } = [];

    /// <summary>For an adviser.</summary>
    public IReadOnlyList<SelectListItem> Employers { get; private set; } = [];

    public bool IsAdviser => acting.Actor.Role == Role.EmployerAdviser;

    public ImportKind Kind => ImportQueries.KindOf(acting.Actor.Role)!.Value;

    public ImportSheet Sheet => ImportSheet.Of(Kind);

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    /// <summary>The file to fill in.</summary>
    public IActionResult OnGetVoorbeeld() => File(Sheet.Template, "text/csv; charset=utf-8", $"{ImportWords.Of(Kind)}.csv");

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Imports = await db.Imports.VisibleTo(acting.Actor).OrderByDescending(i => i.CreatedAt).Take(MostShown)
            .Select(i => new Row(i.Id, i.CreatedAt, i.State, i.Rows, i.Taken, i.Bad)).TagWith("Imports.List").ToListAsync(cancellationToken);
        if (IsAdviser)
        {
            Employers = await db.PostersOf(acting.Actor).OrderBy(o => o.Name).Take(MostEmployers).Select(o => new SelectListItem(o.Name, o.Id.ToString()))
                .TagWith("Imports.Employers").ToListAsync(cancellationToken);
        }

        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var owner = IsAdviser ? In.Employer : acting.OrganisationId;
        if (owner is null || (IsAdviser && !await db.PostersOf(acting.Actor).TagWith("Imports.IsPoster").AnyAsync(o => o.Id == owner, cancellationToken)))
            ModelState.AddModelError("In.Employer", "Kies een werkgever uit de lijst.");
        var outcome = In.File is null ? null : ImportRows.Read(await BytesAsync(In.File, cancellationToken), Sheet);
        if (outcome?.Rows is not { } rows)
            ModelState.AddModelError("In.File", outcome is null ? "Kies een bestand." : ImportWords.Of(outcome));
        else if (ModelState.IsValid)
            return await KeepAsync(rows, outcome.PassedOver, owner!.Value, cancellationToken);
        return Page();
    }

    private async Task<IActionResult> KeepAsync(ImportRows rows, int passedOver, Guid owner, CancellationToken cancellationToken)
    {
        var import = db.Imports.Add(new Import(Kind, rows.Rows.Count, owner, acting.Now)).Entity;
        await vault.KeepFileAsync(import.Id, rows.ToBytes(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        hint.Run<RunImports>();
        if (passedOver > 0)
            TempData["Gelukt"] = $"{WorkWords.Counted(passedOver, "kolom kennen", "kolommen kennen")} wij niet. Wat daar staat, bewaren wij niet.";
        return Redirect($"/import/{import.Id}");
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
