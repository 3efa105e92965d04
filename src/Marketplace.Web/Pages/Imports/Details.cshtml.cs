using Marketplace.Data;
using Marketplace.Data.Imports;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Imports;
using Marketplace.Jobs;
using Marketplace.Jobs.Imports;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Imports;

/// <summary>One import: how far it is, what is wrong, and what somebody can decide. A job does the work; this page reads its row.</summary>
public sealed class DetailsModel(MarketplaceDbContext db, Acting acting, IdentityVault vault, ImportWork work, JobHint hint) : PageModel, IFormPage
{
    /// <summary>So many good rows are shown before somebody says yes.</summary>
    private const int RowsShown = 5;

    private const int RowsRead = 50;

    /// <summary>Columns of the preview; the whole row is in the sender's own file.</summary>
    public const int ColumnsShown = 5;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Import Import { get; private set; } = null!;

    /// <summary>Whose rows they are.</summary>
    public string Owner { get; private set; } = "";

    public ImportSheet Sheet => ImportSheet.Of(Import.Kind);

    /// <summary>The first good rows.</summary>
    public IReadOnlyList<ImportRows.Row> Preview { get; private set; } = [];

    /// <summary>The file with bad rows can still be fetched.</summary>
    public bool HasFile { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await db.Imports.VisibleTo(acting.Actor).Where(i => i.Id == Id)
            .Select(i => new { Import = i, Owner = db.Organisations.Where(o => o.Id == i.ForOrganisationId).Select(o => o.Name).Single(), HasFile = db.ImportFiles.Any(f => f.ImportId == i.Id) })
            .TagWith("Imports.Details").SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return false;
        (Import, Owner, HasFile) = (found.Import, found.Owner, found.HasFile);
        if (Import.State == ImportState.Checked)
        {
            var drafts = await work.DraftsAsync(Import, "Import nakijken", cancellationToken, RowsRead) ?? [];
            Preview = [.. drafts.Where(d => d.Thing is not null).Take(RowsShown).Select(d => d.Row)];
        }

        return true;
    }

    /// <summary>The rows with something wrong, as a file to mend.</summary>
    public async Task<IActionResult> OnGetFoutenAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } import || await work.DraftsAsync(import, "Foute rijen ophalen", cancellationToken) is not { } drafts)
            return NotFound();
        return File(ImportSheet.Of(import.Kind).BadRows(drafts, f => ImportWords.InFile(import.Kind, f)), "text/csv; charset=utf-8", $"{ImportWords.Of(import.Kind)}-fouten.csv");
    }

    public Task<IActionResult> OnPostNeemOverAsync(CancellationToken cancellationToken) => DecideAsync(import =>
    {
        import.Take(acting.Now);
        return Task.CompletedTask;
    }, cancellationToken);

    public Task<IActionResult> OnPostGooiWegAsync(CancellationToken cancellationToken) => DecideAsync(import =>
    {
        import.Drop(acting.Now);
        vault.ForgetFile(import.Id);
        return Task.CompletedTask;
    }, cancellationToken);

    public Task<IActionResult> OnPostDraaiTerugAsync(CancellationToken cancellationToken) => DecideAsync(async import =>
        import.Undo(await db.UsedRows(import.Id, import.Kind).TagWith("Imports.IsUsed").AnyAsync(cancellationToken), acting.Now), cancellationToken);

    private async Task<IActionResult> DecideAsync(Func<Import, Task> decide, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } import)
            return NotFound();
        await decide(import);
        await db.SaveChangesAsync(cancellationToken);
        hint.Run<RunImports>();
        return Redirect($"/import/{Id}");
    }

    private Task<Import?> FindAsync(CancellationToken cancellationToken) =>
        db.Imports.VisibleTo(acting.Actor).TagWith("Imports.FindOwn").SingleOrDefaultAsync(i => i.Id == Id, cancellationToken);
}
