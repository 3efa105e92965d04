using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Organisations;

/// <summary>Somebody who is signed in on one device. The cookie holds only its id: an end here counts at the next request.</summary>
public sealed class Session
{
    /// <summary>Without a request for so long it is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(10);

    /// <summary>After so long it is over, however busy somebody is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    private Session()
    {
    }

    public Session(Membership membership, string device, Act act) =>
        (UserId, MembershipId, Device, StartedAt, SeenAt) = (membership.UserId, membership.Id, device, act.At, act.At);

    public Guid Id { get; private set; } = NewId.Next();
    public Guid UserId { get; private set; }

    /// <summary>For which organisation and in which role.</summary>
    public Guid MembershipId { get; private set; }

    /// <summary>Browser and kind of device, such as "Firefox op Windows".</summary>
    public string Device { get; private set; } = "";
    public DateTime StartedAt { get; private set; }

    /// <summary>The last request, within some minutes.</summary>
    public DateTime SeenAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    public void End(Act act) => EndedAt ??= act.At;

    /// <summary>Goes on for another organisation or in another role of the same user.</summary>
    /// <exception cref="RefusalException">It is somebody else's.</exception>
    public void SwitchTo(Membership membership, Act act)
    {
        if (membership.UserId != UserId)
            throw new RefusalException(Refusal.NotInThisState);
        (MembershipId, SeenAt) = (membership.Id, act.At);
    }
}
