using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Work;

namespace Marketplace.Data.Regulations;

/// <summary>What municipalities set themselves, as the administrators of their regions see it.</summary>
public static class MunicipalValueQueries
{
    /// <summary>The municipalities for which an administrator keeps the values: those of the own regions.</summary>
    public static IQueryable<Organisation> MunicipalitiesOf(this MarketplaceDbContext db, Actor actor) =>
        db.Organisations.InRegionsOf(actor).Where(o => o.Kind == OrganisationKind.Municipality);

    /// <summary>Their values.</summary>
    public static IQueryable<MunicipalValue> MunicipalValuesVisibleTo(this MarketplaceDbContext db, Actor actor)
    {
        var municipalities = db.MunicipalitiesOf(actor).Select(o => o.Id);
        return db.MunicipalValues.Where(v => municipalities.Contains(v.OrganisationId));
    }

    /// <summary>The open jobs of the regions in which a municipality works: to these its values apply.</summary>
    public static IQueryable<Job> OpenJobsNear(this MarketplaceDbContext db, Guid municipality) => db.Jobs.Where(j =>
        j.State == JobState.Open && db.Organisations.Any(o => o.Id == municipality && o.Regions.Any(r => r.RegionCode == j.RegionCode)));
}
