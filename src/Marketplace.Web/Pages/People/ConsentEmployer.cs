using Marketplace.Data;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People;

/// <summary>An employer about whom a person is asked something.</summary>
/// <param name="Name">Name of the organisation.</param>
/// <param name="Waits">Wants to meet and waits for an answer.</param>
/// <param name="Employs">There is a placement that is agreed or runs.</param>
public sealed record ConsentEmployer(string Name, bool Waits, bool Employs)
{
    /// <summary>The employers of this person, by name.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ConsentEmployer>> OfAsync(MarketplaceDbContext db, Person person, CancellationToken cancellationToken)
    {
        var asked = person.Consents.Select(c => c.OrganisationId).OfType<Guid>().ToList();
        var waiting = db.Introductions.Where(i => i.PersonId == person.Id && i.State == IntroductionState.AwaitingConsent).Select(i => i.OrganisationId);
        var employing = db.Placements.Where(p => p.PersonId == person.Id && (p.State == PlacementState.Agreed || p.State == PlacementState.Running)).Select(p => p.EmployerId);
        return await db.Organisations.Where(o => asked.Contains(o.Id) || waiting.Contains(o.Id) || employing.Contains(o.Id))
            .Select(o => new { o.Id, o.Name, Waits = waiting.Contains(o.Id), Employs = employing.Contains(o.Id) }).OrderBy(o => o.Name)
            .TagWith("People.ConsentEmployers").ToDictionaryAsync(o => o.Id, o => new ConsentEmployer(o.Name, o.Waits, o.Employs), cancellationToken);
    }
}
