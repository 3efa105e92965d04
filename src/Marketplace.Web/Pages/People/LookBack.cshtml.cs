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
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People;

/// <summary>One decision to deviate, and what came of it.</summary>
public sealed class LookBackModel(MarketplaceDbContext db, Acting acting, RegulationBook book, TextCheck check) : PageModel, IFormPage
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

    /// <summary>What the guard found in the text.</summary>
    public TextCheck Check => check;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
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
        var person = await PersonAsync(deviation, cancellationToken);
        if (!await check.IsSafeAsync(person, In.CameOfIt, ModelState, "In.CameOfIt", cancellationToken))
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

    /// <summary>"Vervang door ‘deze persoon’": changes the text in the form; saving stays an act of its own.</summary>
    public Task<IActionResult> OnPostReplaceAsync(string word, CancellationToken cancellationToken) => AgainAsync(_ => In.CameOfIt = check.Without(word), cancellationToken);

    /// <summary>"Dit is geen naam": kept for this person and logged, and the text stays as it was typed.</summary>
    public Task<IActionResult> OnPostNotANameAsync(string word, CancellationToken cancellationToken) => AgainAsync(person => check.Keep(person, word), cancellationToken);

    private async Task<IActionResult> AgainAsync(Action<Person> answer, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var person = await PersonAsync(Decision, cancellationToken);
        await check.IsSafeAsync(person, In.CameOfIt, ModelState, "In.CameOfIt", cancellationToken);
        answer(person);
        await db.SaveChangesAsync(cancellationToken);
        ModelState.Clear();
        await check.IsSafeAsync(person, In.CameOfIt, ModelState, "In.CameOfIt", cancellationToken);
        return Page();
    }

    private Task<Person> PersonAsync(Deviation deviation, CancellationToken cancellationToken) =>
        db.People.TagWith("LookBack.Person").SingleAsync(p => p.Id == deviation.PersonId, cancellationToken);

    private IQueryable<Deviation> Visible => db.Deviations.VisibleTo(acting.Actor).Where(d => d.Id == Id).TagWith("LookBack.Decision");
}
