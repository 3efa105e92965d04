using System.Data;
using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.People;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Regulations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People;

/// <summary>
/// Consent of one person: records a yes with its proof, and ends it with one button. A "nee" makes no row. What rests on a consent that
/// ends is changed in the same transaction.
/// </summary>
public sealed class ConsentPageModel(MarketplaceDbContext db, Acting acting, RegulationBook book) : PageModel, IFormPage
{
    private const string Stopped = "Gestopt. Open voorstellen die hierop rusten, zijn ingetrokken.";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    // Named, so that other forms are not read as this one.
    [BindProperty(Name = nameof(Found))]
    public YesInput Found { get; set; } = new();

    [BindProperty(Name = nameof(Proposed))]
    public YesInput Proposed { get; set; } = new();

    [BindProperty(Name = nameof(Meet))]
    public Dictionary<Guid, YesInput> Meet { get; set; } = [];

    [BindProperty(Name = nameof(Share))]
    public Dictionary<Guid, YesInput> Share { get; set; } = [];

    public Person Person { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, ConsentEmployer> Employers { get; private set; } = new Dictionary<Guid, ConsentEmployer>();
    public DateOnly Today => acting.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.OwnProfile(acting.Actor, Id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } person)
            return false;
        Person = person;
        Employers = await ConsentEmployer.OfAsync(db, person, cancellationToken);
        foreach (var employer in Employers.Where(e => e.Value.Waits))
            Meet.TryAdd(employer.Key, new YesInput());
        foreach (var employer in Employers.Where(e => e.Value.Employs))
            Share.TryAdd(employer.Key, new YesInput());
        return true;
    }

    public Task<IActionResult> OnPostFoundAsync(CancellationToken cancellationToken) => GiveAsync(ConsentPurpose.Found, Found, cancellationToken);

    public Task<IActionResult> OnPostProposedAsync(CancellationToken cancellationToken) => GiveAsync(ConsentPurpose.Proposed, Proposed, cancellationToken);

    /// <summary>The introduction may be planned: the consultant's step is done, the coach gets the next one.</summary>
    public async Task<IActionResult> OnPostMeetAsync(CancellationToken cancellationToken)
    {
        var (organisationId, yes) = Meet.FirstOrDefault();
        if (yes?.Way is null || !await LoadAsync(cancellationToken) || Employers.GetValueOrDefault(organisationId) is not { Waits: true } employer)
            return NotFound();
        return await ChangeAsync((person, rest) =>
        {
            person.Give(ConsentPurpose.Meet, organisationId, yes.Way!.Value, yes.RepresentativeBeside, ConsentSnapshot.Meet(employer.Name), acting.Now);
            foreach (var introduction in rest.Introductions.Where(i => i.OrganisationId == organisationId && i.State == IntroductionState.AwaitingConsent))
                db.OpenSteps.Add(Introduce.Allow(introduction, person, rest.Steps.Where(s => s.ProposalId == introduction.ProposalId), acting.Now));
        }, $"Vastgelegd. De jobcoach plant nu de kennismaking bij {employer.Name}.", cancellationToken);
    }

    /// <summary>The employer reads the arrangements of the placement from now on.</summary>
    public async Task<IActionResult> OnPostShareAsync(CancellationToken cancellationToken)
    {
        var (organisationId, yes) = Share.FirstOrDefault();
        if (yes?.Way is null || !await LoadAsync(cancellationToken) || Employers.GetValueOrDefault(organisationId) is not { Employs: true } employer)
            return NotFound();
        return await ChangeAsync(
            (person, _) => person.Give(ConsentPurpose.Share, organisationId, yes.Way!.Value, yes.RepresentativeBeside, ConsentSnapshot.Share(employer.Name), acting.Now),
            $"Vastgelegd. {employer.Name} leest nu hoe het geregeld is.", cancellationToken);
    }

    public async Task<IActionResult> OnPostStopAsync(ConsentPurpose purpose, Guid? organisationId, CancellationToken cancellationToken) => purpose switch
    {
        ConsentPurpose.Found => await ChangeAsync((p, rest) => StopConsent.ToBeFound(p, rest.Proposals, rest.Introductions, acting.Now), Stopped, cancellationToken),
        ConsentPurpose.Proposed => await ChangeAsync((p, rest) => StopConsent.ToBeProposed(p, rest.Proposals, rest.Introductions, acting.Now), Stopped, cancellationToken),
        ConsentPurpose.Meet when organisationId is not null =>
            await ChangeAsync((p, rest) => StopConsent.ToMeet(p, rest.Proposals, rest.Introductions, acting.Now, organisationId), Stopped, cancellationToken),
        ConsentPurpose.Share when organisationId is not null => await ChangeAsync((p, _) => StopConsent.ToShare(p, organisationId.Value, acting.Now), "Gestopt. De werkgever leest de regelingen niet meer.", cancellationToken),
        _ => NotFound(),
    };

    public Task<IActionResult> OnPostStopAllAsync(CancellationToken cancellationToken) =>
        ChangeAsync((p, rest) => StopConsent.Everything(p, rest.Proposals, rest.Introductions, acting.Now), Stopped, cancellationToken);

    private Task<IActionResult> GiveAsync(ConsentPurpose purpose, YesInput yes, CancellationToken cancellationToken) =>
        ChangeAsync((person, rest) =>
        {
            var snapshot = purpose == ConsentPurpose.Found ? ConsentSnapshot.Found(person) : ConsentSnapshot.Proposed();
            person.Give(purpose, null, yes.Way!.Value, yes.RepresentativeBeside, snapshot, acting.Now);
            foreach (var step in rest.Steps.Where(s => s.Kind == StepKind.ConsentEnds && s.About == purpose.ToString()))
                step.Finish(acting.Now);
        }, "Vastgelegd. De toestemming geldt 12 maanden.", cancellationToken);

    /// <summary>One transaction: the person, and what rests on the consent.</summary>
    private async Task<IActionResult> ChangeAsync(Action<Person, RestingOnConsent> change, string done, CancellationToken cancellationToken)
    {
        // Serializable: a coach who proposes at this moment comes before, and is withdrawn, or after, and finds no consent.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (await db.OwnProfile(acting.Actor, Id).SingleOrDefaultAsync(cancellationToken) is not { } person)
            return NotFound();
        var rest = await db.RestingOnConsentAsync(Id, cancellationToken);
        change(person, rest);
        StopConsent.VoidSteps(person, rest.Steps, rest.Proposals, rest.Introductions);
        await db.SaveChangesAsync(cancellationToken);
        await db.ArrangeRightsOfAsync(Id, book, acting.Now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        TempData["Gelukt"] = done;
        return LocalRedirect(ProfileSheets.ConsentOf(Id));
    }
}
