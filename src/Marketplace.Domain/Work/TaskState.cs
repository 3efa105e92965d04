namespace Marketplace.Domain.Work;

/// <summary>States of a task (lists.md §7). A deleted task stays in the bin for 30 days.</summary>
public enum TaskState
{
    Listed,
    InJob,
    Deleted,
}
