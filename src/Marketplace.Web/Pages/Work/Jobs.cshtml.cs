using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Work;
using Marketplace.Matching.Text;
using Marketplace.Web.Access;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>The jobs of the region by words and filters: the open ones, for an adviser those in every state.</summary>
public sealed class JobsModel(MarketplaceDbContext db, Acting acting, ITextIndex index) : PageModel
{
    public sealed record Row(
        Guid Id, string Title, string Organisation, string Place, string Sector, string Form, JobState State, decimal? HoursMin, decimal? HoursMax, int Tasks, DateTime? PublishedAt);

    /// <summary>One filter that finds something again, with how many jobs.</summary>
    public sealed record Wider(string Text, string Address, int Count);

    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Query { get; set; }

    /// <summary>Bound so that a state that does not exist is no page.</summary>
    [BindProperty(SupportsGet = true, Name = "stand")]
    public List<JobState> States { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public JobsFilter Filter { get; private set; } = null!;

    public JobSearchHits Hits { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Wider> Widened { get; private set; } = [];

    public bool IsAdviser => acting.Actor.Role == Role.EmployerAdviser;

    public bool IsCoach => acting.Actor.Role == Role.JobCoach;

    public Paging Paging => new(Number, JobsFilter.PageSize, Math.Min(Hits.Total, JobSearchQuestion.MostReachable));

    public string Showing => Rows.Count == 0 ? "" : $"U ziet {Paging.Before + 1} tot en met {Paging.Before + Rows.Count} van {Hits.Total}";

    /// <summary>Words that the sentence "Bedoelde u" proposes, with their address.</summary>
    public (string Words, string Address)? Meant => Hits.DidYouMean is { } words ? (words, Filter.With(words).Address()) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || Number < 1)
            return NotFound();
        Filter = JobsFilter.Read(Request.Query, Number, IsAdviser);
        Query = Filter.Words;
        Hits = await SearchAsync(Filter, cancellationToken);
        if (Number > Paging.Pages)
            return NotFound();
        Rows = await RowsAsync(cancellationToken);
        if (Hits.Total == 0)
            Widened = await WidenedAsync(cancellationToken);
        return Page();
    }

    private ValueTask<JobSearchHits> SearchAsync(JobsFilter filter, CancellationToken cancellationToken) =>
        index.SearchAsync(filter.Question(acting.Actor.Regions, IsAdviser ? Enum.GetValues<JobState>() : [JobState.Open]), cancellationToken);

    /// <summary>The rows of the page in the order of the index; the database says once more who may see them.</summary>
    private async Task<IReadOnlyList<Row>> RowsAsync(CancellationToken cancellationToken)
    {
        var ids = Hits.Keys.Select(Guid.Parse).ToList();
        var rows = await db.Jobs.VisibleTo(acting.Actor).AsNoTracking().Where(j => ids.Contains(j.Id))
            .Join(db.Organisations, j => j.OrganisationId, o => o.Id, (j, o) => new Row(
                j.Id, j.Title, o.Name, j.Place, j.Sector, j.Form, j.State, j.HoursMin, j.HoursMax, j.Tasks.Count, j.PublishedAt))
            .TagWith("Work.Jobs.Rows").ToDictionaryAsync(r => r.Id, cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    private async Task<IReadOnlyList<Wider>> WidenedAsync(CancellationToken cancellationToken)
    {
        var widened = new List<Wider>();
        foreach (var (text, filter) in Filter.Wider())
        {
            if (!filter.IsEmpty && await SearchAsync(filter, cancellationToken) is { Total: > 0 } hits)
                widened.Add(new Wider(text, filter.Address(), hits.Total));
        }

        return widened;
    }
}
