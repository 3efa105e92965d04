namespace Marketplace.Domain.Shared;

/// <summary>The allowed changes of state of one entity (lists.md §7).</summary>
public sealed class StateTable<TState>(params (TState From, TState To)[] allowed)
    where TState : struct, Enum
{
    /// <summary>Every allowed change.</summary>
    public IReadOnlyList<(TState From, TState To)> Allowed { get; } = allowed;

    /// <summary>Refuses a change that is not in the table.</summary>
    /// <exception cref="RefusalException">The change is not allowed; nothing has changed.</exception>
    public void Guard(TState from, TState to)
    {
        if (!Allowed.Contains((from, to)))
            throw new RefusalException(Refusal.NotInThisState);
    }
}
