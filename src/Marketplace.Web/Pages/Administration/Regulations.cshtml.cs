using Marketplace.Data;
using Marketplace.Data.Regulations;
using Marketplace.Domain.Regulations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Administration;

/// <summary>
/// Regelingen en bedragen (screen 23): what municipalities of the administrator's regions set themselves, what waits for a second pair of eyes, and
/// every figure of law with its versions and sources. The figures of law come with the program and are read only.
/// </summary>
public sealed class RegulationsModel(MarketplaceDbContext db, RegulationBook book, Acting acting) : PageModel, IFormPage
{
    public sealed class Input
    {
        public Guid Id { get; set; }

        public Guid Version { get; set; }
    }

    public sealed record Proposed(Guid Id, Guid Version, string What, string Where, string From, string Source, string By, bool IsOwn);

    public sealed record Holds(string What, string Where, string Value, string Since, string Source);

    public sealed record FigureSection(string Title, IReadOnlyList<string> Now, string Since, IReadOnlyList<VersionRow> Versions);

    public sealed record VersionRow(string From, string Value, string Confidence, string Source);

    [BindProperty]
    public Input In { get; set; } = new();

    public IReadOnlyList<Proposed> Waiting { get; private set; } = [];

    public IReadOnlyList<Holds> Values { get; private set; } = [];

    public IReadOnlyList<FigureSection> Figures { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var places = await db.MunicipalitiesOf(acting.Actor).OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).TagWith("Regulations.Municipalities").ToListAsync(cancellationToken);
        var values = await db.MunicipalValuesVisibleTo(acting.Actor).AsNoTracking().Where(v => v.State != MunicipalValueState.Withdrawn).TagWith("Regulations.Values").ToListAsync(cancellationToken);
        var ids = values.Select(v => v.ProposedBy).Distinct().ToList();
        var names = await db.Users.Where(u => ids.Contains(u.Id)).TagWith("Regulations.Names").ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        Waiting =
        [
            .. from place in places
               from value in values.Where(v => v.OrganisationId == place.Id && v.State == MunicipalValueState.Proposed)
               let rule = MunicipalRule.Find(value.Rule)!
               select new Proposed(
                   value.Id, value.Version, $"{FigureTexts.Of(rule)}: {FigureTexts.Of(rule, value.Value)}", place.Name, FigureTexts.Day(value.ValidFrom), value.Source,
                   names.GetValueOrDefault(value.ProposedBy, "een collega"), value.ProposedBy == acting.UserId),
        ];
        Values = [.. from place in places from rule in MunicipalRule.All from row in Rows(place.Name, rule, [.. values.Where(v => v.OrganisationId == place.Id)]) select row];
        Figures = [.. book.Figures.Select(Section).OrderBy(section => section.Title, StringComparer.CurrentCulture)];
        return true;
    }

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellationToken) => DecideAsync(
        (value, approved) => value.Approve(approved, acting.Now), "Goedgekeurd. De waarde geldt vanaf de eerste dag.", cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) => DecideAsync(
        (value, _) => value.Withdraw(acting.Now), "Ingetrokken. Er verandert niets.", cancellationToken);

    private async Task<IActionResult> DecideAsync(Action<MunicipalValue, List<MunicipalValue>> decide, string done, CancellationToken cancellationToken)
    {
        var seen = await db.MunicipalValuesVisibleTo(acting.Actor).TagWith("Regulations.Decide").ToListAsync(cancellationToken);
        if (seen.Find(v => v.Id == In.Id) is not { } value)
            return NotFound();
        db.Expect(value, In.Version);
        decide(value, seen);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = done;
        return LocalRedirect("/beheer/regelingen");
    }

    /// <summary>What holds today and what is agreed for later; one row that says so when nothing is set.</summary>
    private IEnumerable<Holds> Rows(string place, MunicipalRule rule, List<MunicipalValue> values)
    {
        var now = MunicipalValue.On(values, rule, acting.Today);
        var later = values.Where(v => v.State == MunicipalValueState.Approved && v.Rule == rule.Code && v.ValidFrom > acting.Today).OrderBy(v => v.ValidFrom);
        yield return now is null
            ? new Holds(FigureTexts.Of(rule), place, "Nog niet ingevuld", "–", "–")
            : new Holds(FigureTexts.Of(rule), place, FigureTexts.Of(rule, now.Value), FigureTexts.Day(now.ValidFrom), now.Source);
        foreach (var value in later)
            yield return new Holds(FigureTexts.Of(rule), place, FigureTexts.Of(rule, value.Value), FigureTexts.Day(value.ValidFrom), value.Source);
    }

    private FigureSection Section(Figure figure)
    {
        var (words, shown) = (FigureWords.Of(figure.Name), book.Shown(figure.Name, acting.Today));
        return new FigureSection(
            words.Title,
            shown.Version is { } now ? words.Lines(now) : ["nog niet bekend"],
            FigureTexts.Since(shown),
            [.. figure.Versions.Reverse().Select(v => new VersionRow(FigureTexts.Day(v.ValidFrom), string.Join("; ", words.Lines(v)), FigureTexts.Of(v.Confidence), v.Source))]);
    }
}
