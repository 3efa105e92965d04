using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Texts;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>The jobs of the region: the open ones, for an adviser those in every state.</summary>
public sealed class JobsModel(MarketplaceDbContext db, Acting acting) : PageModel
{
    private const int PageSize = 20;

    public sealed record Row(
        Guid Id, string Title, string Organisation, string Place, string Sector, string Form, JobState State, decimal? HoursMin, decimal? HoursMax, int Tasks, DateTime? PublishedAt);

    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "branche")]
    public List<string> Sectors { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "stand")]
    public List<JobState> States { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public IReadOnlyList<SelectListItem> SectorChoices { get; private set; } = [];

    public bool IsAdviser => acting.Actor.Role == Role.EmployerAdviser;

    public bool IsCoach => acting.Actor.Role == Role.JobCoach;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Query) || Sectors.Count + States.Count > 0;

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public IEnumerable<SelectListItem> StateChoices => Enum.GetValues<JobState>().Select(s => new Choice(s.ToString(), WorkWords.Of(s)) { Selected = States.Contains(s) });

    public string Showing => Count == 0 ? "" : $"U ziet {(Number - 1) * PageSize + 1} tot en met {Math.Min(Number * PageSize, Count)} van {Count}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || Number < 1)
            return NotFound();
        var visible = db.Jobs.VisibleTo(acting.Actor).AsNoTracking();
        var perSector = await visible.GroupBy(j => j.Sector).Select(g => new { g.Key, Count = g.Count() }).TagWith("Work.Jobs.Sectors").ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        SectorChoices = [.. CodeLists.Sectors.Codes.Where(perSector.ContainsKey)
            .Select(s => new Choice(s, WorkWords.Sentence(CodeLists.Sectors.Word(s)), count: perSector[s]) { Selected = Sectors.Contains(s) })];
        if (Sectors.Count > 0)
            visible = visible.Where(j => Sectors.Contains(j.Sector));
        if (IsAdviser && States.Count > 0)
            visible = visible.Where(j => States.Contains(j.State));
        var found = visible.Join(db.Organisations, j => j.OrganisationId, o => o.Id, (j, o) => new { Job = j, Organisation = o.Name });
        if (Query?.Trim() is { Length: > 0 } words)
        {
            var pattern = $"%{words.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal)}%";
            found = found.Where(f => EF.Functions.Like(f.Job.Title, pattern, @"\") || EF.Functions.Like(f.Organisation, pattern, @"\")
                || EF.Functions.Like(f.Job.Place, pattern, @"\") || f.Job.Tasks.Any(t => EF.Functions.Like(t.Name, pattern, @"\")));
        }

        Count = await found.TagWith("Work.Jobs.Count").CountAsync(cancellationToken);
        Rows = await found.OrderByDescending(f => f.Job.PublishedAt).ThenBy(f => f.Job.Id).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(f => new Row(
                f.Job.Id, f.Job.Title, f.Organisation, f.Job.Place, f.Job.Sector, f.Job.Form, f.Job.State, f.Job.HoursMin, f.Job.HoursMax, f.Job.Tasks.Count, f.Job.PublishedAt))
            .TagWith("Work.Jobs.Rows").ToListAsync(cancellationToken);
        return Page();
    }
}
