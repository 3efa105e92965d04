using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Scans;

/// <summary>All answers of a scan on one page: to read, to remark on, to go on with later, and to make the job of.</summary>
public sealed class DetailsModel(MarketplaceDbContext db, Acting acting, ScanKey key, ScanMail mail, TextCheck check) : TextPage<Scan>(check)
{
    public sealed class RemarkInput
    {
        [Display(Name = "Over welk antwoord?"), Required(ErrorMessage = NoField)]
        public string? Field { get; set; }
        [Display(Name = "Uw opmerking"), Required(ErrorMessage = "Schrijf uw opmerking op.")]
        [StringLength(ScanRemark.MostLetters, ErrorMessage = "Gebruik hoogstens {1} tekens.")]
        public string? Text { get; set; }
    }

    public sealed class MailInput
    {
        [Display(Name = "E-mailadres"), Required(ErrorMessage = "Vul een e-mailadres in."), StringLength(254, ErrorMessage = "Gebruik hoogstens {1} tekens.")]
        [RegularExpression(@"\s*[^@\s]+@[^@\s]+\.[^@\s.]+\s*", ErrorMessage = "Vul een e-mailadres in, zoals naam@bedrijf.nl.")]
        public string? To { get; set; }
    }

    private const string NoField = "Kies een antwoord.";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The field about which somebody wants to say something.</summary>
    [BindProperty(SupportsGet = true, Name = "over")]
    public string? About { get; set; }

    [BindProperty]
    public RemarkInput Remark { get; set; } = new();

    [BindProperty]
    public MailInput Mail { get; set; } = new();

    public ScanFile Filled { get; private set; } = null!;
    public IReadOnlyList<ScanAnswer> Answers => ScanAnswer.Of(Filled);

    public string Employer { get; private set; } = "";

    /// <summary>For who has no account: whom to call.</summary>
    public Adviser? Adviser { get; private set; }

    public bool IsEmployer => acting.Actor.Role == Role.Employer;
    public bool IsByLink => acting.Actor.Role is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Remark.Field = About;
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } file)
            return false;
        Filled = file;
        Employer = await db.Organisations.Where(o => o.Id == file.Scan.OrganisationId).Select(o => o.Name).TagWith("Scan.Employer").SingleAsync(cancellationToken);
        Adviser = await db.AdviserOfAsync(file.Scan.OrganisationId, cancellationToken);
        return true;
    }

    public async Task<IActionResult> OnPostRemarkAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } file)
            return NotFound();
        if (ScanAnswer.Of(file).FirstOrDefault(a => a.Field == Remark.Field) is not { } answer)
            ModelState.AddModelError("Remark.Field", NoField);
        else if (await IsSafeAsync(file.Scan, cancellationToken))
        {
            file.Scan.Remark(answer.Step, answer.Field, Remark.Text!.Trim(), acting.Now);
            await db.TellOfScanAsync(file.Scan, acting.Actor.Role == Role.EmployerAdviser, acting.Now, cancellationToken);
            return await KeepAsync("Uw opmerking staat bij het antwoord.", cancellationToken);
        }

        return Page();
    }

    [Guarded]
    public async Task<IActionResult> OnPostMailAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } file)
            return NotFound();
        mail.Send(file.Scan, Mail.To!.Trim(), acting.Now);
        return await KeepAsync($"Wij mailen een link. Die werkt één keer, {ScanLink.Days} dagen lang.", cancellationToken);
    }

    protected override IEnumerable<FreeText> Texts => [new("Remark.Text", Remark.Text, text => Remark.Text = text)];

    protected override async Task<Scan?> OwnerAsync(CancellationToken cancellationToken) => (await FindAsync(cancellationToken))?.Scan;

    private async Task<IActionResult> KeepAsync(string said, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = said;
        return LocalRedirect($"/scan/{Id}");
    }

    private Task<ScanFile?> FindAsync(CancellationToken cancellationToken) => ScanFile.FindAsync(db, Id, acting, key.ScanOf(HttpContext), cancellationToken);
}
