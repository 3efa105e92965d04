namespace Marketplace.Domain.Shared;

/// <summary>Ids of new rows: ordered by time, except while a demo region is seeded, when the same seed gives the same ids.</summary>
public static class NewId
{
    private static readonly AsyncLocal<Random?> Seeded = new();

    /// <summary>The next id.</summary>
    public static Guid Next()
    {
        if (Seeded.Value is not { } random)
            return Guid.CreateVersion7();
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>From here on, in this flow of calls, ids follow from the seed; disposing ends it.</summary>
    public static IDisposable From(Random random)
    {
        Seeded.Value = random;
        return new Ending();
    }

    private sealed class Ending : IDisposable
    {
        public void Dispose() => Seeded.Value = null;
    }
}
