using Marketplace.Data.Mail;
using Marketplace.Domain.Shared;
using Marketplace.Jobs;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Jobs;

/// <summary>Runs jobs of a test site by name, and puts mail in its table.</summary>
internal static class JobSite
{
    public static async Task<int> RunJobAsync(this TestSite site, string name)
    {
        using var scope = site.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<JobRunner>().RunAsync(name, CancellationToken.None);
    }

    /// <summary>Runs the class itself, without the lease that keeps two runners apart.</summary>
    public static async Task<int> RunWithoutLeaseAsync<TJob>(this TestSite site)
        where TJob : IJob
    {
        using var scope = site.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(CancellationToken.None);
    }

    public static Task<List<Guid>> AddMessagesAsync(this TestSite site, int count, DateTime? claimedUntil = null) => site.WithAsync(async db =>
    {
        var user = await db.Users.FirstAsync(u => u.NormalizedEmail == "JOBCOACH@DEMO.EXAMPLE");
        var messages = Enumerable.Range(0, count).Select(i => new Message
        {
            UserId = user.Id,
            Day = site.Clock.Today().AddDays(-i),
            To = user.Email!,
            Subject = "Er staat 1 ding voor u klaar",
            Body = "Goedendag",
            CreatedAt = site.Clock.GetUtcNow().UtcDateTime,
            ClaimedUntil = claimedUntil,
        }).ToList();
        db.Messages.AddRange(messages);
        await db.SaveChangesAsync();
        return messages.ConvertAll(m => m.Id);
    });

    public static string[] Mails(this TestSite site) => Directory.Exists(site.MailFolder) ? [.. Directory.GetFiles(site.MailFolder, "*.eml").Order()] : [];
}
