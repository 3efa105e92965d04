using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.People;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People;

/// <summary>One decision to deviate, and what came of it.</summary>
public sealed class LookBackModel(MarketplaceDbContext db, Acting acting, RegulationBook book, TextCheck check) : TextPage<Person>(check)
{
    public sealed class Input : IValidatableObject
    {
        public Guid Version { get; set; }

        [Display(Name = "Wat kwam ervan?"), Required(ErrorMessage = "Schrijf op wat ervan kwam."), StringLength(Deviation.MostLetters, ErrorMessage = "Gebruik hoogstens {1} tekens.")]
        public string? CameOfIt { get; set; }

        [Display(Name = "Gaat het besluit door?"), Required(ErrorMessage = "Kies of het besluit doorgaat.")]
        public bool? GoesOn { get; set; }

        [Display(Name = "Wanneer kijkt u weer terug?")]
        public DateOnly? Next { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (GoesOn == true && Next is null)
                yield return new ValidationResult("Vul in wanneer u weer terugkijkt.", [nameof(Next)]);
        }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Input In { get; set; } = new();

    public Deviation Decision { get; private set; } = null!;

    public string Code { get; private set; } = "";

    public DateOnly Today => acting.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await Visible.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } deviation)
            return false;
        (Decision, In.Version) = (deviation, deviation.Version);
        Code = await db.People.Where(p => p.Id == deviation.PersonId).Select(p => p.Code).TagWith("LookBack.Code").SingleAsync(cancellationToken);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await Visible.SingleOrDefaultAsync(cancellationToken) is not { } deviation)
            return NotFound();
        var person = (await OwnerAsync(cancellationToken))!;
        if (!await IsSafeAsync(person, cancellationToken))
            return Page();
        db.Expect(deviation, In.Version);
        foreach (var step in await db.OpenSteps.Where(s => s.Kind == StepKind.LookBackDeviation && s.About == deviation.Id.ToString("N") && s.DoneAt == null).TagWith("LookBack.Steps").ToListAsync(cancellationToken))
            step.Finish(acting.Now);
        if (deviation.LookBack(In.CameOfIt!.Trim(), In.GoesOn == true ? In.Next : null, person.ConsultantId, acting.Now) is { } next)
            db.OpenSteps.Add(next);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.ArrangeRightsOfAsync(deviation.PersonId, book, acting.Now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        TempData["Gelukt"] = In.GoesOn == true ? "Bewaard. Het besluit gaat door." : "Bewaard. Het besluit stopt vandaag.";
        return LocalRedirect("/afwijkingen");
    }

    protected override IEnumerable<FreeText> Texts => [new("In.CameOfIt", In.CameOfIt, text => In.CameOfIt = text)];

    protected override Task<Person?> OwnerAsync(CancellationToken cancellationToken)
    {
        var whose = Visible.Select(d => d.PersonId);
        return db.People.TagWith("LookBack.Person").SingleOrDefaultAsync(p => whose.Contains(p.Id), cancellationToken);
    }

    private IQueryable<Deviation> Visible => db.Deviations.VisibleTo(acting.Actor).Where(d => d.Id == Id).TagWith("LookBack.Decision");
}
