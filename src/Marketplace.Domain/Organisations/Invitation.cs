using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Organisations;

/// <summary>
/// A mail that lets somebody in at one organisation, in one role. Of its code only a hash is kept; it opens once. Until then there is no user
/// and no membership, so that an invited address can do and see nothing.
/// </summary>
public sealed class Invitation : Root
{
    /// <summary>It opens for so many days.</summary>
    public const int Days = 14;

    public const int LongestName = 100;

    private Invitation()
    {
    }

    public Invitation(Guid organisationId, Role role, string email, string name, bool isManager, string hash, Act act)
    {
        (OrganisationId, Role, Email, Name, IsManager, Hash) = (organisationId, role, email, name, isManager, hash);
        (InvitedBy, ValidUntil) = (act.By.UserId ?? throw new InvalidOperationException("Nobody is signed in."), act.Today.AddDays(Days));
    }

    public Guid OrganisationId { get; private set; }
    public Role Role { get; private set; }
    public string Email { get; private set; } = "";

    /// <summary>How the new user is called; who is invited can mend it.</summary>
    public string Name { get; private set; } = "";
    public bool IsManager { get; private set; }
    public Guid InvitedBy { get; private set; }

    /// <summary>SHA-256 of the code, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The last day on which it opens.</summary>
    public DateOnly ValidUntil { get; private set; }
    public DateTime? UsedAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>A new mail; the code of the one before opens nothing any more.</summary>
    /// <exception cref="RefusalException">It was used or withdrawn.</exception>
    public void Renew(string hash, Act act)
    {
        GuardOpen();
        (Hash, ValidUntil) = (hash, act.Today.AddDays(Days));
    }

    /// <exception cref="RefusalException">It was used or withdrawn.</exception>
    public void Withdraw(Act act)
    {
        GuardOpen();
        WithdrawnAt = act.At;
    }

    /// <summary>Lets the user in, once.</summary>
    /// <exception cref="RefusalException">It was used or withdrawn, or its days are over.</exception>
    public Membership Accept(Guid userId, Act act)
    {
        if (WhyNot(act.Today) is { } refusal)
            throw new RefusalException(refusal);
        UsedAt = act.At;
        return new Membership { UserId = userId, OrganisationId = OrganisationId, Role = Role, IsManager = IsManager };
    }

    /// <summary>Why it does not open on a day; null when it does.</summary>
    public Refusal? WhyNot(DateOnly today) => UsedAt is not null || WithdrawnAt is not null ? Refusal.LinkUsed : today > ValidUntil ? Refusal.LinkExpired : null;

    private void GuardOpen()
    {
        if (UsedAt is not null || WithdrawnAt is not null)
            throw new RefusalException(Refusal.NotInThisState);
    }
}
