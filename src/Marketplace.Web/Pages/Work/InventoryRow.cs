using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;

namespace Marketplace.Web.Pages.Work;

/// <summary>A task in the inventory.</summary>
public sealed record InventoryRow(
    Guid Id, string Name, string DoneBy, TaskRhythm Rhythm, bool MayMove, bool MovesPartly, int? SeasonFrom, int? SeasonTo, int SupervisionMinutes,
    bool IsEssential, Levels Demands, Guid? JobId, TaskState State)
{
    public bool IsAsked => Demands.Known.Any(d => d.Value > 0);
}
