namespace Marketplace.Domain.Shared;

/// <summary>A root of which an index holds a copy.</summary>
public interface IIndexedRoot
{
    Guid Id { get; }

    /// <summary>
    /// Counts the saves of the root and of everything that belongs to it, from 1; 0 before the first. A copy with a higher revision is newer. It is
    /// raised where rows are saved, so no verb can forget it.
    /// </summary>
    long Revision { get; }
}
