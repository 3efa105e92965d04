using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Organisations;

/// <summary>A user works for an organisation in a role. A blocked membership counts nowhere: queries leave it out (see its mapping).</summary>
public sealed class Membership
{
    public Guid Id { get; init; } = NewId.Next();
    public Guid UserId { get; init; }
    public Guid OrganisationId { get; init; }
    public Role Role { get; init; }

    /// <summary>The mark <i>leidinggevende</i>: reminders for the manager go to who has it.</summary>
    public bool IsManager { get; set; }

    /// <summary>Since when; null: active.</summary>
    public DateTime? BlockedAt { get; private set; }

    /// <exception cref="RefusalException">Nobody blocks the account with which they act.</exception>
    public void Block(Act act)
    {
        if (act.By.UserId == UserId)
            throw new RefusalException(Refusal.NotYourself);
        BlockedAt ??= act.At;
    }

    public void Unblock() => BlockedAt = null;
}
