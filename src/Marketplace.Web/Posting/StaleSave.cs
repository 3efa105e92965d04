using Marketplace.Data;
using Marketplace.Domain.Shared;

namespace Marketplace.Web.Posting;

/// <summary>A form carries the version that it was made from; a save of another version is refused.</summary>
public static class StaleSave
{
    /// <summary>Saves only if the row is still the one that the form showed, also when only its children change.</summary>
    public static TRoot Expect<TRoot>(this MarketplaceDbContext db, TRoot root, Guid version)
        where TRoot : Root
    {
        var token = db.Entry(root).Property(r => r.Version);
        token.OriginalValue = version;
        token.IsModified = true;
        return root;
    }
}
