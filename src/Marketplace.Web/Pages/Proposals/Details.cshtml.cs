using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Privacy;
using Marketplace.Data.Proposals;
using Marketplace.Data.Work;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>
/// One proposal. An employer reads what <see cref="EmployerView"/> makes and answers; the coach plans, records and withdraws; the consultant
/// of the person sees where it is.
/// </summary>
public sealed class DetailsModel(MarketplaceDbContext db, Acting acting, IdentityVault vault) : PageModel, IFormPage
{
    public sealed class Input
    {
        public Guid Version { get; set; }
    }

    public sealed class DeclineInput
    {
        public Guid Version { get; set; }

        [Display(Name = "Wat is de reden?"), Required(ErrorMessage = "Kies een reden."), EnumDataType(typeof(DeclineReason), ErrorMessage = "Kies een reden uit de lijst.")]
        public DeclineReason? Reason { get; set; }
    }

    [BindProperty]
    public Input In { get; set; } = new();

    [BindProperty]
    public DeclineInput Decline { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    public ProposalPage Shown { get; private set; } = null!;

    public bool IsEmployer => acting.Actor.Role == Role.Employer;

    public bool IsCoach => acting.Actor.Role == Role.JobCoach;

    /// <summary>The planned day has come: the coach records that they met.</summary>
    public bool MayBeHeld => Shown.MayBeHeld(acting.Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await ProposalPage.LoadAsync(db, vault, acting.Actor, Id, cancellationToken) is not { } shown)
            return false;
        Shown = shown;
        return true;
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken) => ActAsync(Role.Employer, In.Version, whole =>
    {
        var (introduction, next) = Domain.Proposals.Propose.Accept(whole.Proposal, whole.Person, whole.Steps, acting.Now);
        db.AddRange(introduction, next);
        return "Fijn dat u wilt kennismaken. Wij vragen het de kandidaat.";
    }, cancellationToken);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellationToken) => ActAsync(Role.Employer, Decline.Version, whole =>
    {
        var call = Domain.Proposals.Propose.Decline(whole.Proposal, Decline.Reason!.Value, whole.Steps, whole.Adviser, acting.Now);
        if (call is not null)
            db.Add(call);
        return call is null ? "Uw antwoord is bewaard." : "Uw antwoord is bewaard. Uw adviseur belt u binnen 2 werkdagen.";
    }, cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) => ActAsync(Role.JobCoach, In.Version, whole =>
    {
        Domain.Proposals.Propose.Withdraw(whole.Proposal, whole.Introduction, whole.Person, whole.Steps, whole.MeetsHereOtherwise, acting.Now);
        return "Het voorstel is teruggenomen. De werkgever leest: niet meer vrij.";
    }, cancellationToken);

    public Task<IActionResult> OnPostHeldAsync(CancellationToken cancellationToken) => ActAsync(Role.JobCoach, In.Version, whole =>
    {
        whole.Meeting.Hold(acting.Now);
        return "De kennismaking is geweest. Hoe gaat het verder?";
    }, cancellationToken);

    public Task<IActionResult> OnPostGoOnAsync(CancellationToken cancellationToken) => ActAsync(Role.JobCoach, In.Version, whole =>
    {
        db.Add(Introduce.GoOn(whole.Meeting, whole.Steps, acting.Now));
        return "Mooi, het gaat door. Maak nu de plaatsing.";
    }, cancellationToken);

    public Task<IActionResult> OnPostStopAsync(CancellationToken cancellationToken) => ActAsync(Role.JobCoach, In.Version, whole =>
    {
        Introduce.Stop(whole.Meeting, whole.Person, whole.Steps, whole.MeetsHereOtherwise, acting.Now);
        return "De kennismaking is gestopt.";
    }, cancellationToken);

    private sealed record Whole(
        Proposal Proposal, Introduction? Introduction, Person Person, List<OpenStep> Steps, bool MeetsHereOtherwise, Adviser? Adviser)
    {
        public Introduction Meeting => Introduction ?? throw new RefusalException(Refusal.NotInThisState);
    }

    private async Task<IActionResult> ActAsync(Role role, Guid version, Func<Whole, string> act, CancellationToken cancellationToken)
    {
        if (acting.Actor.Role != role || await WholeAsync(cancellationToken) is not { } whole)
            return NotFound();
        db.Expect((Root?)whole.Introduction ?? whole.Proposal, version);
        var done = act(whole);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = done;
        return Redirect($"/voorstellen/{Id}");
    }

    private async Task<Whole?> WholeAsync(CancellationToken cancellationToken)
    {
        var proposal = await db.ProposalsVisibleTo(acting.Actor).TagWith("Proposal.Act").SingleOrDefaultAsync(p => p.Id == Id, cancellationToken);
        if (proposal is null)
            return null;
        var introduction = await db.Introductions.TagWith("Proposal.ActIntroduction").SingleOrDefaultAsync(i => i.ProposalId == Id, cancellationToken);
        var person = await db.People.Include(p => p.Consents).TagWith("Proposal.ActPerson").SingleAsync(p => p.Id == proposal.PersonId, cancellationToken);
        var steps = await db.OpenSteps.Where(s => s.ProposalId == Id && s.DoneAt == null && !s.IsVoid).TagWith("Proposal.ActSteps").ToListAsync(cancellationToken);
        var elsewhere = await db.MeetsHereOtherwiseAsync(proposal, cancellationToken);
        return new Whole(proposal, introduction, person, steps, elsewhere, await db.AdviserOfAsync(proposal.OrganisationId, cancellationToken));
    }
}
