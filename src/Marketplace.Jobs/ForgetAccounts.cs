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

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (codes, rest, lastDay) = (now - CodesKept, now - RestKept, clock.Today().AddDays(-RestKept.Days));
        return await db.SignInTries.Where(t => t.LastAt < codes).ExecuteDeleteAsync(cancellationToken)
            + await db.OneTimeCodes.Where(c => c.Purpose != CodePurpose.Recovery && (c.UsedAt < codes || c.ValidUntil < codes)).ExecuteDeleteAsync(cancellationToken)
            + await db.Sessions.Where(s => s.SeenAt < rest).ExecuteDeleteAsync(cancellationToken)
            + await db.Invitations.Where(i => i.UsedAt < rest || i.WithdrawnAt < rest || i.ValidUntil < lastDay).ExecuteDeleteAsync(cancellationToken);
    }
}
