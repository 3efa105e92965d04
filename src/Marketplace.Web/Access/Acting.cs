using Marketplace.Data.Auditing;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;

namespace Marketplace.Web.Access;

/// <summary>Who acts, and now: what a page passes to a verb of an entity.</summary>
public sealed class Acting(CurrentActor current, TimeProvider clock)
{
    public Actor Actor => current.Value;

    public DateOnly Today => clock.Today();

    public Act Now => new(current.Value, clock.GetUtcNow().UtcDateTime, clock.Today());

    /// <summary>The tenant of somebody who is signed in.</summary>
    public Guid OrganisationId => current.Value.OrganisationId ?? throw new InvalidOperationException("Nobody is signed in.");

    public Guid UserId => current.Value.UserId ?? throw new InvalidOperationException("Nobody is signed in.");
}
