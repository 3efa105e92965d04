namespace Marketplace.Data.Seeding;

/// <summary>How large a demo region is. What is not named stays as large as the written region is.</summary>
/// <param name="People">People altogether.</param>
/// <param name="Employers">Organisations with work altogether.</param>
/// <param name="Tasks">Tasks altogether.</param>
/// <param name="IsFull">The whole region of 150 posters, 500 tasks and 900 people, with every hard case.</param>
public sealed record DemoSize(int? People = null, int? Employers = null, int? Tasks = null, bool IsFull = false)
{
    /// <summary>The most of one kind: codes of people have five digits.</summary>
    public const int Most = 50_000;

    /// <summary>The region as it was written.</summary>
    public static DemoSize AsWritten { get; } = new();

    /// <summary>The region of the contract; the first start shows the written part, which takes less time.</summary>
    public static DemoSize Full { get; } = new(IsFull: true);
}
