using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Organisations;

/// <summary>A secret that opens one thing, once. Only its hash is kept.</summary>
public sealed class OneTimeCode
{
    private OneTimeCode()
    {
    }

    /// <param name="purpose">What it opens.</param>
    /// <param name="userId">Whose it is; null for the code of an empty installation.</param>
    /// <param name="hash">SHA-256 of the code, in hexadecimal.</param>
    /// <param name="validUntil">Until when, UTC; null: until it is used or replaced.</param>
    public OneTimeCode(CodePurpose purpose, Guid? userId, string hash, DateTime? validUntil) =>
        (Purpose, UserId, Hash, ValidUntil) = (purpose, userId, hash, validUntil);

    public Guid Id { get; private set; } = NewId.Next();
    public CodePurpose Purpose { get; private set; }
    public Guid? UserId { get; private set; }
    public string Hash { get; private set; } = "";
    public DateTime? ValidUntil { get; private set; }
    public DateTime? UsedAt { get; private set; }

    /// <exception cref="RefusalException">It was used, or is too old.</exception>
    public void Use(Act act)
    {
        if (UsedAt is not null)
            throw new RefusalException(Refusal.LinkUsed);
        if (act.At > ValidUntil)
            throw new RefusalException(Refusal.LinkExpired);
        UsedAt = act.At;
    }
}
