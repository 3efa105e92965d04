using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Organisations;

/// <summary>A user works for an organisation in a role.</summary>
public sealed class Membership
{
    public Guid Id { get; init; } = NewId.Next();
    public Guid UserId { get; init; }
    public Guid OrganisationId { get; init; }
    public Role Role { get; init; }

    /// <summary>The mark <i>leidinggevende</i>: reminders for the manager go to who has it.</summary>
    public bool IsManager { get; set; }
}
