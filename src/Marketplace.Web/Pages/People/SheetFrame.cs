using Marketplace.Domain.People;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Pages.People;

/// <summary>What stands around a sheet.</summary>
public sealed record SheetFrame(Guid PersonId, string Code, Guid Version, string Blad, IReadOnlyList<ProfileSheets.Sheet> Sheets, FindableCard Findable)
{
    public static SheetFrame Of(Person person, string blad, DateOnly today) =>
        new(person.Id, person.Code, person.Version, blad, ProfileSheets.Of(person, today), FindableCard.Of(person, today));

    /// <summary>1 to 6; 0 for identity, which is apart.</summary>
    public int Number => Sheets.TakeWhile(s => s.Blad != Blad).Count() is var before && before == Sheets.Count ? 0 : before + 1;

    /// <summary>The steps say where the reader is; a sheet that is ready stays so while it is open elsewhere.</summary>
    public StepState StepOf(ProfileSheets.Sheet sheet) =>
        sheet.Blad == Blad ? StepState.Busy : sheet.State == StepState.Done ? StepState.Done : StepState.NotYet;
}
