namespace Marketplace.Matching.Narrowing;

/// <summary>
/// Who looks, and so who is counted: the people of one region with consent to be found that holds today, and people of the viewer's own
/// organisation there who were not asked yet. Who said stop, or whose consent ran out, is not there. Whoever makes a viewer has checked
/// that the region is one of the viewer's.
/// </summary>
/// <param name="Today">The legal day (Europe/Amsterdam).</param>
/// <param name="RegionCode">The region of the job.</param>
/// <param name="OrganisationId">The viewer's own organisation; null: none.</param>
public sealed record Viewer(DateOnly Today, string RegionCode, Guid? OrganisationId)
{
    /// <summary>Whether this viewer sees a person.</summary>
    public bool Sees(string regionCode, Guid organisationId, FoundConsent found) =>
        regionCode == RegionCode && (found.HoldsOn(Today) || (!found.WasAsked && organisationId == OrganisationId));
}
