using Marketplace.Data;
using Marketplace.Data.Placements;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;
using Marketplace.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Placements;

/// <summary>Rights that were not asked yet, per placement that the reader sees, and what is missing where there is no job coach.</summary>
public sealed class RightsModel(MarketplaceDbContext db, Acting acting) : PageModel
{
    private const int MostRows = 200;

    public sealed record Row(Guid PlacementId, string Code, string Work, string Employer, string Act, Recipient Owner, string Consultant, DateOnly DueOn, DateOnly Start)
    {
        /// <summary>The promise of thirty days was not kept.</summary>
        public bool IsOverdue(DateOnly today) => DueOn < today;
    }

    public DateOnly Today => acting.Today;

    /// <summary>Only those of the reader, or of all colleagues.</summary>
    [BindProperty(SupportsGet = true, Name = "wie")]
    public string? Whose { get; set; }

    public bool IsMine => Whose != "alle";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>How many placements lack a job coach, by what is missing.</summary>
    public IReadOnlyList<(NoCoachBecause Because, int Count)> NoCoach { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var user = acting.Actor.UserId;
        var placements = db.PlacementsVisibleTo(acting.Actor).Where(p => p.State == PlacementState.Agreed || p.State == PlacementState.Running);
        if (IsMine)
            placements = placements.Where(p => p.ConsultantId == user || p.CoachId == user);
        Rows = await (
            from s in db.OpenSteps
            where s.Kind == StepKind.AskRight && s.DoneAt == null && !s.IsVoid
            join p in placements on s.PlacementId equals (Guid?)p.Id
            orderby s.DueOn, s.Id
            select new Row(
                p.Id,
                db.People.Where(x => x.Id == p.PersonId).Select(x => x.Code).First(),
                db.Jobs.Where(j => j.Id == p.JobId).Select(j => j.Title).FirstOrDefault() ?? "Werk",
                db.Organisations.Where(o => o.Id == p.EmployerId).Select(o => o.Name).First(),
                s.About,
                s.Recipient,
                db.Users.Where(u => u.Id == p.ConsultantId).Select(u => u.DisplayName).FirstOrDefault() ?? "",
                s.DueOn,
                p.Terms.Start)).Take(MostRows).TagWith("Rights.List").ToListAsync(cancellationToken);
        var counts = await placements.Where(p => p.NoCoachBecause != null).GroupBy(p => p.NoCoachBecause).Select(g => new { g.Key, Count = g.Count() })
            .TagWith("Rights.NoCoach").ToListAsync(cancellationToken);
        NoCoach = [.. Enum.GetValues<NoCoachBecause>().Select(b => (b, counts.Find(c => c.Key == b)?.Count ?? 0))];
    }
}
