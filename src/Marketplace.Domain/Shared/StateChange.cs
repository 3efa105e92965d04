namespace Marketplace.Domain.Shared;

/// <summary>One line of history: who changed the state of what, when, from, to, and why.</summary>
public sealed class StateChange
{
    private StateChange()
    {
    }

    internal StateChange(string entity, Guid entityId, string? from, string to, string? reason, Act act)
    {
        Entity = entity;
        EntityId = entityId;
        From = from;
        To = to;
        Reason = reason;
        At = act.At;
        ByUserId = act.By.UserId;
        ByName = act.By.Name;
        ByOrganisationId = act.By.OrganisationId;
    }

    public Guid Id { get; private set; } = NewId.Next();
    public string Entity { get; private set; } = "";
    public Guid EntityId { get; private set; }
    public string? From { get; private set; }
    public string To { get; private set; } = "";
    public string? Reason { get; private set; }
    public DateTime At { get; private set; }
    public Guid? ByUserId { get; private set; }
    public string ByName { get; private set; } = "";
    public Guid? ByOrganisationId { get; private set; }
}
