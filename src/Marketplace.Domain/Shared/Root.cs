namespace Marketplace.Domain.Shared;

/// <summary>An entity that is loaded and saved as a whole. A stale <see cref="Version"/> refuses a save.</summary>
public abstract class Root
{
    private readonly List<StateChange> _changes = [];

    public Guid Id { get; init; } = NewId.Next();

    /// <summary>Concurrency token; renewed by every save.</summary>
    public Guid Version { get; set; } = Guid.NewGuid();

    /// <summary>State changes since the entity was loaded; they are saved as history in the same transaction.</summary>
    public IReadOnlyList<StateChange> NewChanges => _changes;

    /// <summary>Empties <see cref="NewChanges"/> once they stand in the transaction.</summary>
    public void ClearNewChanges() => _changes.Clear();

    /// <summary>Notes a state change; <paramref name="from"/> is null for the first state.</summary>
    protected void Note<TState>(TState? from, TState to, Act act, string? reason = null)
        where TState : struct, Enum =>
        _changes.Add(new StateChange(GetType().Name, Id, from?.ToString(), to.ToString(), reason, act));
}
