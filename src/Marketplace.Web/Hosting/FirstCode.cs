using Marketplace.Data;
using Marketplace.Domain.Organisations;
using Marketplace.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Hosting;

/// <summary>An installation without any user says in its log with which one-time code the first administrator is made.</summary>
internal static partial class FirstCode
{
    /// <summary>A new start gives a new code.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromDays(1);

    public static async Task LogWhenEmptyAsync(WebApplication app)
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>();
        if (await db.Users.TagWith("FirstCode.AnyUser").AnyAsync())
            return;
        var code = Secret.NewReadable();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        db.Add(new OneTimeCode(CodePurpose.FirstAdministrator, null, Secret.HashOf(code), now + Holds));
        await db.SaveChangesAsync();
        Say(app.Logger, code);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no account yet. Open /begin and make the first administrator with this code, today: {Code}")]
    private static partial void Say(ILogger logger, string code);
}
