using Marketplace.Data;
using Marketplace.Data.Mail;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;
using Marketplace.Jobs.Mail;
using Marketplace.Web.Texts;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Access;

/// <summary>The mails about an account. A code stands in the mail only; the caller saves.</summary>
public sealed class AccountMail(MarketplaceDbContext db, IOptions<MailOptions> mail)
{
    /// <summary>One plain address: no name around it, no list.</summary>
    public const string Address = @"\s*[^\s<>""(),:;\\@]+@[^\s<>""(),:;\\@]+\s*";

    public const string AddressError = "Vul een e-mailadres in, zoals naam@voorbeeld.nl.";

    /// <summary>A link for a new password opens for so long.</summary>
    public static readonly TimeSpan PasswordLinkHolds = TimeSpan.FromHours(2);

    /// <summary>Invites, or invites again when the invitation is there already.</summary>
    /// <param name="make">Makes or renews the invitation with the hash of the code.</param>
    public void Invite(string organisation, Func<string, Invitation> make, Act act)
    {
        var code = Secret.NewLink();
        var invitation = make(Secret.HashOf(code));
        Add(act.By.UserId!.Value, invitation.Email, "U bent uitgenodigd voor Ieder Talent", $"""
            Goedendag,

            {act.By.Name} nodigt u uit bij {organisation}, als {RoleWords.Of(invitation.Role)}.
            Open deze link en kies een wachtwoord:
            {Link($"uitnodiging/{code}")}

            De link werkt één keer, tot en met {DutchDays.Day(invitation.ValidUntil)}.
            Verwachtte u dit niet? Dan hoeft u niets te doen.

            Ieder Talent
            """, act);
    }

    /// <summary>Mails a link with which a user sets a new password.</summary>
    public void NewPassword(User user, Act act)
    {
        var code = Secret.NewLink();
        db.Add(new OneTimeCode(CodePurpose.NewPassword, user.Id, Secret.HashOf(code), act.At + PasswordLinkHolds));
        Add(user.Id, user.Email!, "Een nieuw wachtwoord", $"""
            Goedendag,

            U vroeg om een nieuw wachtwoord. Kies het hier:
            {Link($"wachtwoord/nieuw/{code}")}

            De link werkt één keer, 2 uur lang.
            Vroeg u dit niet? Dan hoeft u niets te doen. Uw wachtwoord blijft zoals het is.

            Ieder Talent
            """, act);
    }

    /// <summary>Tells that something of the account changed, so that a thief is noticed.</summary>
    /// <param name="what">A whole sentence.</param>
    public void Changed(User user, string what, Act act) => Add(user.Id, user.Email!, "Uw account is veranderd", $"""
        Goedendag,

        {what}
        Was u dit niet? Bel ons dan meteen. Het nummer staat op {Link("hulp")}

        Ieder Talent
        """, act);

    private Uri Link(string path) => new(new Uri(mail.Value.SiteAddress), path);

    private void Add(Guid userId, string to, string subject, string body, Act act) => db.Messages.Add(new Message
    {
        UserId = userId,
        Day = act.Today,
        About = NewId.Next().ToString("N"),
        To = to,
        Subject = subject,
        Body = body,
        CreatedAt = act.At,
    });
}
