using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Work;

/// <summary>A mailed link with which somebody goes on with one scan without an account. Of its code only a hash is kept; it opens once.</summary>
public sealed class ScanLink
{
    /// <summary>A link, and the browser that opened it, may go on for so many days.</summary>
    public const int Days = 14;

    /// <summary>The most links of one scan on one day.</summary>
    public const int MostADay = 5;

    private ScanLink()
    {
    }

    internal ScanLink(string hash, string email, Act act)
    {
        (Hash, Email, ValidUntil) = (hash, email, act.Today.AddDays(Days));
    }

    public Guid Id { get; private set; } = NewId.Next();

    /// <summary>SHA-256 of the code, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Where it was mailed; a new link goes to the same address only.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The last day on which it opens.</summary>
    public DateOnly ValidUntil { get; private set; }
    public DateTime? UsedAt { get; private set; }

    /// <summary>Opens it, once.</summary>
    /// <exception cref="RefusalException">It was used, or its days are over.</exception>
    public void Use(Act act)
    {
        if (WhyNot(act.Today) is { } refusal)
            throw new RefusalException(refusal);
        UsedAt = act.At;
    }

    /// <summary>Why it does not open on a day; null when it does.</summary>
    public Refusal? WhyNot(DateOnly today) => UsedAt is not null ? Refusal.LinkUsed : today > ValidUntil ? Refusal.LinkExpired : null;
}
