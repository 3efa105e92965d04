using Marketplace.Data;
using Marketplace.Data.Mail;
using Marketplace.Jobs.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Marketplace.Jobs;

/// <summary>
/// Brings mail away. A row is claimed by one UPDATE, and counts as sent only after the file is in its place or the server has answered:
/// a worker that dies in between loses nothing, and the mail that goes again has the same Message-ID.
/// </summary>
public sealed partial class DeliverMail(MarketplaceDbContext db, IMailTransport transport, TimeProvider clock, Telemetry telemetry, ILogger<DeliverMail> log) : IJob
{
    /// <summary>How long a claim holds; longer than the time a server gets to answer.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(5);

    /// <summary>Mail that is not delivered yet.</summary>
    public static IQueryable<Message> Waiting(MarketplaceDbContext db) => db.Messages.Where(m => m.SentAt == null);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var waiting = Waiting(db).Where(m => m.ClaimedUntil == null || m.ClaimedUntil < now);
        var delivered = 0;
        var messages = await waiting.AsNoTracking().OrderBy(m => m.CreatedAt).TagWith("DeliverMail.Waiting").ToListAsync(cancellationToken);
        telemetry.MailWaits(messages.Count);
        foreach (var message in messages)
        {
            var row = db.Messages.Where(m => m.Id == message.Id);
            if (await waiting.Where(m => m.Id == message.Id).TagWith("DeliverMail.Claim")
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedUntil, now + ClaimTime), cancellationToken) == 0)
            {
                continue;
            }

            try
            {
                await transport.DeliverAsync(message, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The others go on; this one is tried again when its claim has run out.
                Failed(log, message.Id, exception);
                telemetry.MailWent(isDelivered: false);
                var error = exception.Message[..Math.Min(400, exception.Message.Length)];
                await row.TagWith("DeliverMail.Failed").ExecuteUpdateAsync(set => set.SetProperty(m => m.Error, error), cancellationToken);
                continue;
            }

            // A link that was asked for is a key: it stays in the mail only.
            var sentAt = clock.GetUtcNow().UtcDateTime;
            await row.TagWith("DeliverMail.Sent").ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, sentAt).SetProperty(m => m.Error, "").SetProperty(m => m.Body, m => m.About == "" ? m.Body : ""), CancellationToken.None);
            telemetry.MailWent(isDelivered: true);
            delivered++;
        }

        return delivered;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The message {Id} could not be delivered; it is tried again.")]
    private static partial void Failed(ILogger logger, Guid id, Exception exception);
}
