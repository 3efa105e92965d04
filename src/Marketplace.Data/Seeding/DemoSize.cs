namespace Marketplace.Data.Seeding;

/// <summary>How large a demo region is. What is not named stays as large as the written region is.</summary>
/// <param name="People">People altogether.</param>
/// <param name="Employers">Organisations with work altogether.</param>
/// <param name="Tasks">Tasks altogether.</param>
public sealed record DemoSize(int? People = null, int? Employers = null, int? Tasks = null)
{
    /// <summary>The most of one kind: codes of people have five digits.</summary>
    public const int Most = 50_000;

    /// <summary>The region as it was written.</summary>
    public static DemoSize AsWritten { get; } = new();
}
