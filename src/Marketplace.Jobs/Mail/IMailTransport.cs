using Marketplace.Data.Mail;

namespace Marketplace.Jobs.Mail;

/// <summary>How a mail leaves: as a file, or to a server.</summary>
public interface IMailTransport
{
    /// <summary>Delivers; returning means that it arrived there. The same message again is the same mail.</summary>
    Task DeliverAsync(Message message, CancellationToken cancellationToken);

    /// <summary>Looks whether mail can leave now, and sends none; throws when it cannot.</summary>
    Task CheckAsync(CancellationToken cancellationToken);
}
