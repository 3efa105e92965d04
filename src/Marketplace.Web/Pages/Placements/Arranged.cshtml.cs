using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.Placements;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Placements;

/// <summary>
/// Geregeld op één pagina (screen 32): what a placement costs now, in half a year and without subsidy, and who asks what where. An employer reads
/// amounts and schemes only while the person agrees to share them; no-risk without consent from the day on which an employer may ask (ZW 38b(1)).
/// </summary>
public sealed class ArrangedModel(MarketplaceDbContext db, Acting acting, IdentityVault vault, RegulationBook book) : PageModel, IFormPage
{
    /// <summary>An act, and when it was done.</summary>
    public sealed record Line(ArrangedAct Act, DateTime? DoneOn);
    public sealed record Names(string Code, string Work, string Employer, string Consultant, string Coach);
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public WageInput In { get; set; } = new();
    public Placement Placement { get; private set; } = null!;
    public Names About { get; private set; } = null!;

    /// <summary>The code; for the employer the first name.</summary>
    public string Who { get; private set; } = "";

    /// <summary>Whether the person lets the employer read this.</summary>
    public bool Shares { get; private set; }

    /// <summary>Whether who asks may read amounts and schemes.</summary>
    public bool ReadsAll => !IsEmployer || Shares;

    /// <summary>Null: no wage, or not known yet.</summary>
    public PlacementCost? Cost { get; private set; }

    /// <summary>What the schemes answer now; null: no scheme knows the form, or nothing was recorded of the person.</summary>
    public Arrangements? Arrangements { get; private set; }

    public IReadOnlyList<Line> Acts { get; private set; } = [];

    /// <summary>What the municipality set aside for this person; for staff.</summary>
    public IReadOnlyList<Deviation> Deviations { get; private set; } = [];

    /// <summary>Schemes in which the municipality may deviate; for the consultant, who records that.</summary>
    public IReadOnlyList<string> MayDeviate { get; private set; } = [];

    /// <summary>Whether no-risk applies or may apply, for who reads the schemes.</summary>
    public bool TellsNoRisk => ReadsAll && Result("no-risk") is { Outcome: not Outcome.No };

    /// <summary>Whether an employer without consent reads that he may ask now (ZW 38b(1)): at every paid placement, so it tells nothing about the person.</summary>
    public bool MayAskNoRisk => !ReadsAll && Forms.IsPaid(Placement.Terms.Form)
        && acting.Today >= Placement.Terms.Start.AddMonths(book.Whole(Terms.NoRiskAskMonths, Placement.Terms.Start));

    public bool IsEmployer => acting.Actor.Role == Role.Employer;

    public SchemeResult? Result(string scheme) => Arrangements?.Results.First(r => r.Scheme == scheme);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        In = WageInput.Of(Placement, book);
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await Visible.AsNoTracking().TagWith("Arranged.Placement").SingleOrDefaultAsync(cancellationToken) is not { IsActive: true } placement)
            return false;
        Placement = placement;
        About = await Visible.TagWith("Arranged.About").Select(p => new Names(
            db.People.Where(x => x.Id == p.PersonId).Select(x => x.Code).First(),
            db.Jobs.Where(j => j.Id == p.JobId).Select(j => j.Title).FirstOrDefault() ?? PlacementView.Form(p.Terms.Form),
            db.Organisations.Where(o => o.Id == p.EmployerId).Select(o => o.Name).First(),
            db.Users.Where(u => u.Id == p.ConsultantId).Select(u => u.DisplayName).FirstOrDefault() ?? "",
            db.Users.Where(u => u.Id == p.CoachId).Select(u => u.DisplayName).FirstOrDefault() ?? "")).SingleAsync(cancellationToken);
        Shares = await db.SharesAsync(placement, acting.Today, cancellationToken);
        var identity = await vault.ReadAsync(placement.PersonId, "Geregeld op één pagina: leeftijd en voornaam", cancellationToken);
        Who = IsEmployer ? identity?.FirstName ?? "" : About.Code;
        In.Version = placement.Version;
        await ReckonAsync(identity?.BirthDate, cancellationToken);
        return true;
    }

    public async Task<IActionResult> OnPostWageAsync(CancellationToken cancellationToken)
    {
        if (IsEmployer || !await Visible.TagWith("Arranged.IsVisible").AnyAsync(cancellationToken) || await db.FollowUpOfAsync(Id, cancellationToken) is not { } followUp)
            return NotFound();
        var placement = followUp.Placement;
        db.Expect(placement, In.Version);
        var birthDate = (await vault.ReadAsync(placement.PersonId, "Geregeld op één pagina: minimumloon", cancellationToken))?.BirthDate;
        placement.NoCoachBecause = In.NoCoach;
        var facts = await db.CaseOfAsync(placement, birthDate, [], acting.Today, cancellationToken);
        placement.SetWage(In.ToWage(), facts.MinimumWage(book.WithLastKnown()));
        await db.ArrangeRightsAsync(followUp, book, acting.Now, cancellationToken);
        db.Keep(followUp);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "Bewaard. Alles is opnieuw berekend.";
        return LocalRedirect($"/plaatsingen/{Id}/geregeld");
    }

    private IQueryable<Placement> Visible => db.PlacementsVisibleTo(acting.Actor).Where(p => p.Id == Id);

    private async Task ReckonAsync(DateOnly? birthDate, CancellationToken cancellationToken)
    {
        var rights = await db.RightsOf(Id).AsNoTracking().TagWith("Arranged.Rights").ToListAsync(cancellationToken);
        var facts = await db.CaseOfAsync(Placement, birthDate, rights, acting.Today, cancellationToken);
        if (!facts.HasRegulations || facts.Standing?.RecordedOn is null)
            return;
        var lastKnown = book.WithLastKnown();
        Deviations = IsEmployer ? [] : [.. facts.Deviations.Where(d => d.HoldsOn(acting.Today))];
        MayDeviate = acting.Actor.Role == Role.Consultant ? facts.DeviationOptions(acting.Today, lastKnown) : [];
        Arrangements = facts.On(acting.Today, lastKnown);
        Cost = ReadsAll ? PlacementCost.Of(facts, acting.Today, lastKnown) : null;
        Acts = [.. ArrangedAct.Of(Placement.Terms, facts.On(Placement.Terms.Start, book), book)
            .Where(a => ReadsAll || a.Scheme is null)
            .Select(a => new Line(a, rights.Find(s => s.About == a.Code && !s.IsVoid)?.DoneAt))];
    }
}
