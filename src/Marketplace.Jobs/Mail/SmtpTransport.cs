using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using Marketplace.Data.Mail;
using Microsoft.Extensions.Options;

namespace Marketplace.Jobs.Mail;

/// <summary>To a mail server: at least once, each time with the same Message-ID.</summary>
public sealed class SmtpTransport(IOptions<MailOptions> options) : IMailTransport
{
    /// <summary>How long a server gets to answer; shorter than a claim.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task DeliverAsync(Message message, CancellationToken cancellationToken)
    {
        var smtp = options.Value.Smtp;
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(smtp.Host, smtp.Port, Enum.Parse<SecureSocketOptions>(smtp.Security, ignoreCase: true), cancellationToken);
        if (smtp.User.Length > 0)
            await client.AuthenticateAsync(smtp.User, smtp.Password, cancellationToken);
        await client.SendAsync(MailText.Of(message, options.Value), cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(options.Value.Smtp.Host, options.Value.Smtp.Port, cancellationToken);
    }
}
