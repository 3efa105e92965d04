using Marketplace.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Mail;

/// <summary>Named queries about mail.</summary>
public static class MailQueries
{
    /// <summary>Mails that were kept long enough (<see cref="KeptFor.MessageMonths"/>).</summary>
    public static IQueryable<Message> OldMails(this MarketplaceDbContext db, DateTime now)
    {
        var before = now.AddMonths(-KeptFor.MessageMonths);
        return db.Messages.Where(m => m.CreatedAt < before);
    }

    /// <summary>Removes them at once.</summary>
    public static Task<int> ForgetOldMailsAsync(this MarketplaceDbContext db, DateTime now, CancellationToken cancellationToken) =>
        db.OldMails(now).TagWith("Forget.Mails").ExecuteDeleteAsync(cancellationToken);
}
