namespace Marketplace.Data.Narrowing;

/// <summary>What an index has to look at again.</summary>
public enum IndexedRoot
{
    Person,
    Job,
    WorkTask,

    /// <summary>Nothing changed: every node compares its whole index with the database.</summary>
    Everything,
}

/// <summary>
/// Says that a root was saved or removed; written in the transaction of that save. The indexes read these rows in the order of their number,
/// which is nearly that of the commits. It says where to look, not what is there: who reads it reads the root again.
/// </summary>
public sealed class IndexChange
{
    /// <summary>Given by the database.</summary>
    public long Id { get; private set; }

    public required IndexedRoot Root { get; init; }

    public required Guid EntityId { get; init; }

    /// <summary>The key of the root in an index: the code of a person. Empty where that is the id.</summary>
    public required string Code { get; init; }

    /// <summary>Revision of the root with this save; of one that was removed higher than any before.</summary>
    public required long Revision { get; init; }

    /// <summary>For people who look at the table, and for its cleaning; nothing follows it.</summary>
    public required DateTime At { get; init; }
}
