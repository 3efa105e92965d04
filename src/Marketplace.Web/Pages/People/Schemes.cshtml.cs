using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.People;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People;

/// <summary>
/// The arrangements of a person: what the twelve schemes answer to what is known, for work that the reader can change. What was told on a day is
/// kept with the versions of the figures; when the same question is answered otherwise later, the page says so.
/// </summary>
public sealed class SchemesModel(MarketplaceDbContext db, Acting acting, IdentityVault vault, RegulationBook book) : PageModel, IFormPage
{
    public sealed class Input
    {
        [Display(Name = "Vorm van werk")]
        public string? Form { get; set; }

        [Display(Name = "Uren"), Range(0.25, JobCostAssumptions.MostHours, ErrorMessage = "Vul een getal in van 0,25 tot en met 60.")]
        public decimal? Hours { get; set; }

        [Display(Name = "Bruto loon"), Range(0.01, JobCostAssumptions.MostPerHour, ErrorMessage = "Vul een loon in van 0,01 tot en met 1000 euro per uur.")]
        public decimal? HourlyWage { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Input In { get; set; } = new();

    public string Code { get; private set; } = "";

    /// <summary>What is known; null: nothing was asked yet.</summary>
    public Standing? Standing { get; private set; }

    public Arrangements Arrangements { get; private set; } = null!;

    public ToldArrangements? Told { get; private set; }

    /// <summary>What is answered otherwise than was told.</summary>
    public IReadOnlyList<(ToldResult Then, ToldResult Now)> Changes { get; private set; } = [];

    public DateOnly Today => acting.Today;

    public bool IsConsultant => acting.Actor.Role == Role.Consultant;

    public static string AddressOf(Guid personId) => $"/kandidaten/{personId}/regelingen";

    /// <summary>Results of one outcome, in the order of the schemes.</summary>
    public IEnumerable<SchemeResult> Of(Outcome outcome) => Arrangements.Results.Where(r => r.Outcome == outcome);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var person = await db.ArrangedBy(acting.Actor).AsNoTracking().Where(p => p.Id == Id).TagWith("Schemes.Person")
            .Select(p => new { p.Code, p.Forms, p.HoursWish, p.OrganisationId }).SingleOrDefaultAsync(cancellationToken);
        if (person is null)
            return false;
        Code = person.Code;
        Standing = await db.Standings.AsNoTracking().TagWith("Schemes.Standing").SingleOrDefaultAsync(s => s.Id == Id, cancellationToken);
        Told = await db.ToldArrangements.AsNoTracking().Where(t => t.PersonId == Id).OrderByDescending(t => t.On).ThenByDescending(t => t.Id)
            .TagWith("Schemes.Told").FirstOrDefaultAsync(cancellationToken);
        Assume(person.Forms, person.HoursWish);
        var birthDate = (await vault.ReadAsync(Id, "Regelingen: leeftijd", cancellationToken))?.BirthDate;
        var own = await db.MunicipalValues.AsNoTracking().Where(v => v.OrganisationId == person.OrganisationId).TagWith("Schemes.Municipal").ToListAsync(cancellationToken);
        var coach = MunicipalValue.On(own, MunicipalRule.JobcoachHours, Today)?.Value;
        var about = (Standing ?? new Standing(Id)).ToFacts(birthDate);
        Arrangements = Arrangements.Of(new Facts(Today, about, Work(In.Form!, In.Hours, In.HourlyWage), coach), book);
        if (Told is { } told)
            Changes = told.ChangesTo(Arrangements.Of(new Facts(Today, about, Work(told.Form, told.HoursPerWeek, In.HourlyWage), coach), book));
        return true;
    }

    /// <summary>Keeps what was told today.</summary>
    public async Task<IActionResult> OnPostToldAsync(CancellationToken cancellationToken)
    {
        if (!IsConsultant || !await LoadAsync(cancellationToken))
            return NotFound();
        db.ToldArrangements.Add(new ToldArrangements(Id, In.Form!, In.Hours ?? 0, Arrangements, acting.Now));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "Vastgelegd: vandaag verteld.";
        return LocalRedirect(AddressOf(Id));
    }

    /// <summary>What is assumed while nobody says otherwise: what was told about, else the first form that is wished, the hours that are wished and the minimum wage.</summary>
    private void Assume(List<string> forms, decimal? hours)
    {
        if (In.Form is null || !CodeLists.Forms.Contains(In.Form) || !Forms.HasRegulations(In.Form))
            In.Form = Told?.Form ?? forms.Find(Forms.HasRegulations) ?? Forms.Regular;
        In.Hours ??= Told?.HoursPerWeek ?? hours ?? 20;
        In.HourlyWage ??= Least;
    }

    private decimal Least => book.Shown("wml.hourly", Today).Version!.Number()!.Value;

    private WorkFacts Work(string form, decimal? hours, decimal? wage) => new(
        form, Today, HoursPerWeek: hours is > 0 and <= JobCostAssumptions.MostHours ? hours : null, FullTimeHours: Math.Max(hours ?? 0, book.Number(Terms.ReferenceHours, Today)),
        HourlyWage: Forms.IsPaid(form) && wage is > 0 and <= JobCostAssumptions.MostPerHour ? wage : null);
}
