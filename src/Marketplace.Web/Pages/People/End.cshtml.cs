using System.ComponentModel.DataAnnotations;
using System.Data;
using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.People;
using Marketplace.Domain.People;
using Marketplace.Domain.Privacy;
using Marketplace.Domain.Regulations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People;

/// <summary>The help to one person ends, or goes on after all as long as the person is not forgotten.</summary>
public sealed class EndModel(MarketplaceDbContext db, Acting acting, RegulationBook book) : PageModel, IFormPage
{
    public sealed class Input
    {
        public Guid Version { get; set; }

        [Display(Name = "Waarom stopt de begeleiding?"), Required(ErrorMessage = "Kies waarom de begeleiding stopt.")]
        public EndOfHelp? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    // Named, so that the form that goes on with the help is not read as this one.
    [BindProperty(Name = nameof(In))]
    public Input In { get; set; } = new();

    public Person Person { get; private set; } = null!;

    /// <summary>The day on which the profile goes, if no work is agreed or runs then.</summary>
    public DateOnly ForgottenOn => (Person.HelpedUntil ?? acting.Today).AddMonths(KeptFor.PersonMonths);

    public static string AddressOf(Guid personId) => $"/kandidaten/{personId}/stoppen";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        In.Version = Person.Version;
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.People.AsNoTracking().OwnPeople(acting.Actor).TagWith("People.End").SingleOrDefaultAsync(p => p.Id == Id, cancellationToken) is not { } person)
            return false;
        Person = person;
        return true;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ChangeAsync(
        async person =>
        {
            var rest = await db.RestingOnConsentAsync(Id, cancellationToken);
            EndHelp.Of(person, In.Reason!.Value, rest.Proposals, rest.Introductions, rest.Steps, acting.Now);
        },
        In.Version, "De begeleiding is gestopt. Toestemmingen en open voorstellen zijn ook gestopt.", cancellationToken);

    /// <summary>"Begeleid weer": undo, also weeks later.</summary>
    public Task<IActionResult> OnPostResumeAsync(Guid version, CancellationToken cancellationToken) => ChangeAsync(
        person =>
        {
            person.ResumeHelp(acting.Now);
            return Task.CompletedTask;
        },
        version, "U begeleidt deze persoon weer. Vraag opnieuw toestemming.", cancellationToken);

    private async Task<IActionResult> ChangeAsync(Func<Person, Task> change, Guid version, string done, CancellationToken cancellationToken)
    {
        // Serializable, as where consent stops: a coach who proposes at this moment comes before or after.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (await db.OwnProfile(acting.Actor, Id).SingleOrDefaultAsync(cancellationToken) is not { } person)
            return NotFound();
        db.Expect(person, version);
        await change(person);
        await db.SaveChangesAsync(cancellationToken);
        await db.RenewPeopleAsync([Id], book, acting.Now, cancellationToken);
        await db.ArrangeRightsOfAsync(Id, book, acting.Now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        TempData["Gelukt"] = done;
        return LocalRedirect(ProfileSheets.HubOf(Id));
    }
}
