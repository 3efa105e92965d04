namespace Marketplace.Web.Ui;

/// <summary>A list in pages, and the one that is shown: the page that was asked for, or the nearest that there is.</summary>
/// <param name="Asked">The page in the address, from 1.</param>
/// <param name="Size">Rows on a page.</param>
/// <param name="Total">Rows in all.</param>
public readonly record struct Paging(int Asked, int Size, int Total)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public int Number => Math.Clamp(Asked, 1, Pages);

    /// <summary>How many rows come before this page.</summary>
    public int Before => (Number - 1) * Size;
}
