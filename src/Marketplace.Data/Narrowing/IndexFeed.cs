namespace Marketplace.Data.Narrowing;

/// <summary>How far an index outside the process was fed, so that another node goes on where one stopped.</summary>
public sealed class IndexFeed
{
    /// <summary>Which index.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the last <see cref="IndexChange"/> that it holds.</summary>
    public long Cursor { get; set; }
}
