using Marketplace.Domain.People;

namespace Marketplace.Web.Pages.People;

/// <summary>
/// What is missing before job coaches find somebody: a complete profile and consent. Consent may be recorded before the profile is
/// complete, since both are asked in one talk; the person is found once both are there.
/// </summary>
public sealed record FindableCard(Guid PersonId, IReadOnlyList<ProfileSheets.Missing> Missing, bool HasConsent)
{
    public static FindableCard Of(Person person, DateOnly today) =>
        new(person.Id, ProfileSheets.MissingOf(person), person.ConsentOn(ConsentPurpose.Found, today) is not null);
}
