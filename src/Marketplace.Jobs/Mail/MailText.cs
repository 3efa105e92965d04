using Marketplace.Data.Mail;
using MimeKit;

namespace Marketplace.Jobs.Mail;

/// <summary>A message as it goes over the line. Its Message-ID follows from its row, so a mail that is sent again is the same mail.</summary>
public static class MailText
{
    public static MimeMessage Of(Message message, MailOptions options)
    {
        var from = MailboxAddress.Parse(options.From);
        var mail = new MimeMessage
        {
            Subject = message.Subject,
            MessageId = $"{message.Id:N}@{from.Domain}",
            Date = new DateTimeOffset(DateTime.SpecifyKind(message.CreatedAt, DateTimeKind.Utc)),
            Body = new TextPart("plain") { Text = message.Body },
        };
        mail.From.Add(from);
        mail.To.Add(MailboxAddress.Parse(message.To));
        return mail;
    }
}
