using Marketplace.Domain.Shared;

namespace Marketplace.Domain.People;

/// <summary>
/// The talk about income before a person says yes to a contract: what stops, what stays, what may change and how to get back. It holds who
/// checked that and when, and no amount. It is never changed: a later talk is a new row.
/// </summary>
public sealed class IncomeTalk
{
    private IncomeTalk()
    {
    }

    /// <exception cref="RefusalException">The day before which something is found out has been.</exception>
    public IncomeTalk(Guid personId, DateOnly? findOutBefore, Act act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (findOutBefore <= act.Today)
            throw new RefusalException(Refusal.FindOutDayNotAhead);
        (PersonId, FindOutBefore, On, ByName) = (personId, findOutBefore, act.Today, act.By.Name);
    }

    public Guid Id { get; private set; } = NewId.Next();
    public Guid PersonId { get; private set; }

    /// <summary>The day of the talk, and who checked what was told.</summary>
    public DateOnly On { get; private set; }
    public string ByName { get; private set; } = "";

    /// <summary>Before which day is found out what was not known; null: everything was known.</summary>
    public DateOnly? FindOutBefore { get; private set; }

    /// <summary>Whether what is known of the person was recorded anew after the talk, so that it may tell too little.</summary>
    public bool IsOlderThan(Standing? standing) => standing?.RecordedOn > On;
}
