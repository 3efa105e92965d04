using Marketplace.Data;
using Marketplace.Data.Mail;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
using Marketplace.Jobs.Mail;
using Marketplace.Web.Access;
using Marketplace.Web.Texts;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Pages.Scans;

/// <summary>Mails a link to go on with a scan. The code stands in the mail only.</summary>
public sealed class ScanMail(MarketplaceDbContext db, IOptions<MailOptions> mail)
{
    /// <summary>Puts the mail in the queue; the caller saves.</summary>
    /// <exception cref="RefusalException">So many were mailed today already.</exception>
    public void Send(Scan scan, string email, Act act)
    {
        var code = Secret.NewLink();
        var link = scan.Send(Secret.HashOf(code), email, act);
        db.Messages.Add(new Message
        {
            UserId = scan.StartedBy ?? throw new InvalidOperationException("A scan is begun by a user."),
            Day = act.Today,
            About = link.Id.ToString("N"),
            To = email,
            Subject = "Ga verder met de scan",
            Body = $"""
                Goedendag,

                U vroeg om een link om verder te gaan met de scan van uw werk:
                {new Uri(new Uri(mail.Value.SiteAddress), $"scan/verder/{code}")}

                De link werkt één keer, tot en met {WorkWords.Date(link.ValidUntil)}. Daarna gaat u in dezelfde browser gewoon verder.
                Vroeg u dit niet? Dan hoeft u niets te doen.

                Ieder Talent
                """,
            CreatedAt = act.At,
        });
    }
}
