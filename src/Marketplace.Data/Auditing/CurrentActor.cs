using Marketplace.Domain.Organisations;

namespace Marketplace.Data.Auditing;

/// <summary>Who acts in this scope: set once per request; the program itself in a job.</summary>
public sealed class CurrentActor
{
    public Actor Value { get; set; } = Actor.Program;

    public string TraceId { get; set; } = "";
}
