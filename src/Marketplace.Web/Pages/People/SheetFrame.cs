using Marketplace.Data;
using Marketplace.Data.People;
using Marketplace.Domain.People;
using Marketplace.Web.Access;
using Marketplace.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People;

/// <summary>A sheet of a person, and what stands around it.</summary>
public sealed record SheetFrame(Person Person, string Blad, IReadOnlyList<ProfileSheets.Sheet> Sheets, FindableCard Findable)
{
    /// <summary>Null: no person of who asks.</summary>
    public static async Task<SheetFrame?> FindAsync(MarketplaceDbContext db, Acting acting, Guid id, string blad, CancellationToken cancellationToken) =>
        await db.OwnProfile(acting.Actor, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } person
            ? new(person, blad, ProfileSheets.Of(person, acting.Today), FindableCard.Of(person, acting.Today))
            : null;

    /// <summary>1 to 6; 0 for identity, which is apart.</summary>
    public int Number => Sheets.TakeWhile(s => s.Blad != Blad).Count() is var before && before == Sheets.Count ? 0 : before + 1;

    /// <summary>The steps say where the reader is; a sheet that is ready stays so while it is open elsewhere.</summary>
    public StepState StepOf(ProfileSheets.Sheet sheet) =>
        sheet.Blad == Blad ? StepState.Busy : sheet.State == StepState.Done ? StepState.Done : StepState.NotYet;
}
