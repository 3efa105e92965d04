using Marketplace.Data;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Shared;
using Marketplace.Web.Access;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Placements;

/// <summary>
/// A placement from the first meeting to now. Who may: the employer (own part, first name), staff of the organisation of the consultant or
/// of the coach.
/// </summary>
public sealed class DetailsModel(MarketplaceDbContext db, Acting acting, IdentityVault vault) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PlacementView View { get; private set; } = null!;

    public FollowUpView FollowUp { get; private set; } = null!;

    public IReadOnlyList<StateChange> History { get; private set; } = [];

    public bool IsEmployer => acting.Actor.Role == Role.Employer;

    public DateOnly Today => acting.Today;

    public bool IsRunning => View.Placement.State == PlacementState.Running;

    /// <summary>A next step was agreed already, or started.</summary>
    public bool HasNext => View.Chain.Any(l => l.PreviousId == Id && l.State != PlacementState.Stopped);

    public string RecordHref => FollowUp.FirstTalk(Today) is { } day ? $"/plaatsingen/{Id}/gesprek?datum={day:yyyy-MM-dd}" : $"/plaatsingen/{Id}/gesprek";

    /// <summary>What happened, in words: "Loopt, 2 maart 2026, 9.00 uur, J. de Vries".</summary>
    public static string Words(StateChange change) =>
        $"{PlacementWords.Of(Enum.Parse<PlacementState>(change.To))}, {DutchDays.Moment(change.At)}, {change.ByName}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await PlacementView.ReadAsync(db, acting, vault, Id, cancellationToken) is not { } view)
            return NotFound();
        View = view;
        FollowUp = await FollowUpView.ReadAsync(db, view.Placement, IsEmployer, Today, cancellationToken);
        History = await db.History.AsNoTracking().TagWith("Placement.History").Where(c => c.EntityId == Id).OrderBy(c => c.At).ToListAsync(cancellationToken);
        return Page();
    }
}
