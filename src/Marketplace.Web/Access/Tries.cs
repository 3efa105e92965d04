using Marketplace.Data;
using Marketplace.Domain.Organisations;
using Marketplace.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Access;

/// <summary>
/// Closes what is guessed at: after five tries for a quarter of an hour. A try is counted before it is judged, so that many at once are
/// no way around, and for any address that is typed, so that being closed tells nothing.
/// </summary>
public sealed class Tries(MarketplaceDbContext db, TimeProvider clock, Telemetry telemetry)
{
    /// <summary>Takes one try. False: it is closed.</summary>
    /// <param name="what">What is guessed at, such as an address.</param>
    public async Task<bool> TakeAsync(string what, CancellationToken cancellationToken)
    {
        var isOpen = await TakeOneAsync(what, cancellationToken);
        if (!isOpen)
            telemetry.Refused("tries");
        return isOpen;
    }

    private async Task<bool> TakeOneAsync(string what, CancellationToken cancellationToken)
    {
        var key = Secret.HashOf(what);
        if (await CountAsync(key, cancellationToken))
            return true;
        if (await db.SignInTries.TagWith("Tries.Any").AnyAsync(t => t.Key == key, cancellationToken))
            return false;
        var first = db.SignInTries.Add(new SignInTries { Key = key, Count = 1, LastAt = clock.GetUtcNow().UtcDateTime });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException conflict) when (conflict.IsUniqueConflict())
        {
            // Somebody tried the same at the same moment.
            first.State = EntityState.Detached;
            return await CountAsync(key, cancellationToken);
        }
    }

    /// <summary>It was right: the count begins again.</summary>
    public async Task ForgetAsync(string what, CancellationToken cancellationToken)
    {
        var key = Secret.HashOf(what);
        await db.SignInTries.Where(t => t.Key == key).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<bool> CountAsync(string key, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - SignInTries.Closed;
        return await db.SignInTries.Where(t => t.Key == key && (t.Count < SignInTries.Most || t.LastAt <= since))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Count, t => t.LastAt <= since ? 1 : t.Count + 1).SetProperty(t => t.LastAt, now), cancellationToken) > 0;
    }
}
