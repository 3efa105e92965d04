using Marketplace.Data;
using Marketplace.Data.Placements;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Vocabulary;
using Marketplace.Web.Access;
using Marketplace.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Placements;

/// <summary>A placement as its page shows it: who, where, from when, and what came before.</summary>
/// <param name="Placement">The placement itself; for staff its arrangements too.</param>
/// <param name="Who">The code of the person; for the employer the first name.</param>
/// <param name="Work">Title of the job, or the form.</param>
/// <param name="Employer">Where the work is.</param>
/// <param name="FormalEmployer">The employer in law.</param>
/// <param name="ManagedBy">The organisation that manages it.</param>
/// <param name="Consultant">Name of the consultant.</param>
/// <param name="Coach">Name of the job coach; empty when there is none.</param>
/// <param name="CoachPhone">Telephone of the organisation of the job coach.</param>
/// <param name="MetAt">When they met, UTC.</param>
/// <param name="Chain">Every placement of the chain, oldest first, this one included.</param>
public sealed record PlacementView(
    Placement Placement, string Who, string Work, string Employer, string FormalEmployer, string ManagedBy, string Consultant, string Coach, string CoachPhone,
    DateTime? MetAt, IReadOnlyList<PlacementView.Link> Chain)
{
    /// <param name="Id">The placement.</param>
    /// <param name="PreviousId">What it follows.</param>
    /// <param name="Words">Form and first day.</param>
    /// <param name="State">Its state.</param>
    public sealed record Link(Guid Id, Guid? PreviousId, string Words, PlacementState State);

    /// <summary>"Proefplaatsing, vanaf 2 maart 2026".</summary>
    public static string FormSince(string form, DateOnly start) => $"{Form(form)}, vanaf {DutchDays.Day(start)}";

    /// <summary>The word for a form, as a text begins.</summary>
    public static string Form(string form) => CodeLists.Forms.Word(form) is { Length: > 0 } word ? char.ToUpperInvariant(word[0]) + word[1..] : "";

    /// <summary>The placement, or null when there is none for who asks.</summary>
    public static async Task<PlacementView?> ReadAsync(MarketplaceDbContext db, Acting acting, IdentityVault vault, Guid id, CancellationToken cancellationToken)
    {
        var visible = db.PlacementsVisibleTo(acting.Actor).AsNoTracking();
        if (await visible.Include(p => p.Workplaces).TagWith("Placement.Details").SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } placement)
            return null;
        var around = await visible.Where(p => p.Id == id).TagWith("Placement.Around").Select(p => new
        {
            Person = db.People.Where(x => x.Id == p.PersonId).Select(x => x.Code).First(),
            Job = db.Jobs.Where(j => j.Id == p.JobId).Select(j => j.Title).FirstOrDefault(),
            Employer = db.Organisations.Where(o => o.Id == p.EmployerId).Select(o => o.Name).First(),
            Formal = db.Organisations.Where(o => o.Id == p.FormalEmployerId).Select(o => o.Name).First(),
            ManagedBy = db.Organisations.Where(o => o.Id == p.ManagedById).Select(o => o.Name).FirstOrDefault(),
            Consultant = db.Users.Where(u => u.Id == p.ConsultantId).Select(u => u.DisplayName).FirstOrDefault(),
            Coach = db.Users.Where(u => u.Id == p.CoachId).Select(u => u.DisplayName).FirstOrDefault(),
            CoachPhone = db.Organisations.Where(o => db.Memberships.Any(m => m.UserId == p.CoachId && m.OrganisationId == o.Id && m.Role == Role.JobCoach)).Select(o => o.Phone).FirstOrDefault(),
            MetAt = db.Introductions.Where(i => i.ProposalId == p.ProposalId).Select(i => i.PlannedAt).FirstOrDefault(),
        }).SingleAsync(cancellationToken);
        var others = await visible.Where(p => p.PersonId == placement.PersonId).TagWith("Placement.Chain")
            .Select(p => new { p.Id, p.PreviousId, p.Terms.Form, p.Terms.Start, p.State }).ToListAsync(cancellationToken);
        var who = acting.Actor.Role == Role.Employer
            ? (await vault.ReadAsync(placement.PersonId, "Plaatsing: voornaam van wie bij u werkt", cancellationToken))?.FirstName ?? ""
            : around.Person;
        return new PlacementView(
            placement, who, around.Job ?? Form(placement.Terms.Form), around.Employer, around.Formal, around.ManagedBy ?? "", around.Consultant ?? "",
            around.Coach ?? "", around.CoachPhone ?? "", around.MetAt,
            ChainOf(id, [.. others.Select(o => new Link(o.Id, o.PreviousId, FormSince(o.Form, o.Start), o.State))]));
    }

    private static List<Link> ChainOf(Guid id, List<Link> links)
    {
        var chain = links.Where(l => l.Id == id).ToList();
        while (links.Find(l => l.Id == chain[0].PreviousId) is { } earlier && !chain.Contains(earlier))
            chain.Insert(0, earlier);
        while (links.Find(l => l.PreviousId == chain[^1].Id) is { } later && !chain.Contains(later))
            chain.Add(later);
        return chain;
    }
}
