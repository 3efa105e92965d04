using Marketplace.Data;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs;

/// <summary>
/// Forgets what is no longer needed to let people in: tries after a day, codes that open nothing any more after a day, sessions and invitations
/// after 90 days. Who came in when stays in the audit log.
/// </summary>
public sealed class ForgetAccounts(MarketplaceDbContext db, TimeProvider clock) : IJob
{
    private static readonly TimeSpan CodesKept = TimeSpan.FromDays(1);
    private static readonly TimeSpan RestKept = TimeSpan.FromDays(90);

    /// <summary>Tries that are counted no more.</summary>
    public static IQueryable<SignInTries> Tries(MarketplaceDbContext db, DateTime now)
    {
        var limit = now - CodesKept;
        return db.SignInTries.Where(t => t.LastAt < limit);
    }

    /// <summary>Codes that open nothing any more.</summary>
    public static IQueryable<OneTimeCode> Codes(MarketplaceDbContext db, DateTime now)
    {
        var limit = now - CodesKept;
        return db.OneTimeCodes.Where(c => c.Purpose != CodePurpose.Recovery && (c.UsedAt < limit || c.ValidUntil < limit));
    }

    /// <summary>Sessions of long ago.</summary>
    public static IQueryable<Session> Sessions(MarketplaceDbContext db, DateTime now)
    {
        var limit = now - RestKept;
        return db.Sessions.Where(s => s.SeenAt < limit);
    }

    /// <summary>Invitations that were used, withdrawn or too old long ago.</summary>
    public static IQueryable<Invitation> Invitations(MarketplaceDbContext db, DateTime now, DateOnly today)
    {
        var (rest, lastDay) = (now - RestKept, today.AddDays(-RestKept.Days));
        return db.Invitations.Where(i => i.UsedAt < rest || i.WithdrawnAt < rest || i.ValidUntil < lastDay);
    }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow().UtcDateTime, clock.Today());
        return await Tries(db, now).ExecuteDeleteAsync(cancellationToken)
            + await Codes(db, now).ExecuteDeleteAsync(cancellationToken)
            + await Sessions(db, now).ExecuteDeleteAsync(cancellationToken)
            + await Invitations(db, now, today).ExecuteDeleteAsync(cancellationToken);
    }
}
