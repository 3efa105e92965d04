using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Marketplace.Web.Pages.Scans;

/// <summary>One question of a scan. What was answered is kept at once, by employer, adviser, or who has the link.</summary>
public sealed class QuestionModel(MarketplaceDbContext db, Acting acting, ScanKey key, TextCheck check) : TextPage<Scan>(check)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "stap")]
    public string Slug { get; set; } = "";

    [BindProperty]
    public ScanInput In { get; set; } = new();

    public ScanFile Filled { get; private set; } = null!;

    public ScanStep Step => ScanWords.StepOf(Slug) ?? default;

    public int Number => (int)Step + 1;

    public static int Count => Enum.GetValues<ScanStep>().Length;

    public ScanWords.Words Words => ScanWords.Of(Step);

    public string Previous => Number == 1 ? $"/scan/{Id}" : AddressOf(Step - 1);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        In = ScanInput.Of(Filled);
        return Filled.IsOpen ? Page() : Redirect($"/scan/{Id}");
    }

    public override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } file)
            return false;
        (Filled, In.Version) = (file, file.Scan.Version);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } file)
            return NotFound();
        if (!file.IsOpen)
            return Redirect($"/scan/{Id}");
        In.Judge(Step, file, ModelState);
        if (!await IsSafeAsync(file.Scan, cancellationToken) || !ModelState.IsValid)
            return Page();
        db.Expect(file.Scan, In.Version);
        var made = In.ApplyTo(file, Step, acting.Now);
        db.WorkTasks.AddRange(made);
        if (made.Where(t => !t.IsAsked).ToList() is { Count: > 0 } open)
        {
            var adviser = await db.AdviserOfAsync(file.Scan.OrganisationId, cancellationToken);
            db.OpenSteps.AddRange(open.Select(task => AdviserCall.AboutTaskNotAsked(task, adviser, acting.Now)));
        }

        return await NextAsync(file, known: true, cancellationToken);
    }

    /// <summary>"Weet ik niet": the answer stays open and the scan goes on.</summary>
    public async Task<IActionResult> OnPostWeetIkNietAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } file)
            return NotFound();
        if (!file.IsOpen)
            return Redirect($"/scan/{Id}");
        db.Expect(file.Scan, In.Version);
        return await NextAsync(file, known: false, cancellationToken);
    }

    protected override IEnumerable<FreeText> Texts => In.TextsOf(Step);

    protected override Guid? Version => In.Version;

    protected override async Task<Scan?> OwnerAsync(CancellationToken cancellationToken) => (await FindAsync(cancellationToken))?.Scan;

    private async Task<IActionResult> NextAsync(ScanFile file, bool known, CancellationToken cancellationToken)
    {
        var wasOpen = file.Scan.FinishedOn is null;
        file.Scan.Keep(Step, known, acting.Now);
        if (wasOpen && file.Scan.FinishedOn is not null)
            await db.TellOfScanAsync(file.Scan, acting.Actor.Role == Role.EmployerAdviser, acting.Now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Redirect(Number == Count ? $"/scan/{Id}" : AddressOf(Step + 1));
    }

    private string AddressOf(ScanStep step) => $"/scan/{Id}/{ScanWords.Of(step).Slug}";

    private async Task<ScanFile?> FindAsync(CancellationToken cancellationToken) =>
        ScanWords.StepOf(Slug) is null ? null : await ScanFile.FindAsync(db, Id, acting, key.ScanOf(HttpContext), cancellationToken);
}
