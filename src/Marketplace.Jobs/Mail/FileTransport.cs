using Marketplace.Data.Mail;
using Microsoft.Extensions.Options;

namespace Marketplace.Jobs.Mail;

/// <summary>
/// Each mail is a file with the name of its Message-ID. It is written under another name and renamed when it is whole; a name that is
/// taken means that it was delivered before. So: exactly once.
/// </summary>
public sealed class FileTransport(IOptions<MailOptions> options) : IMailTransport
{
    /// <summary>Ending of a file that is being written.</summary>
    public const string Unfinished = ".tmp";

    public async Task DeliverAsync(Message message, CancellationToken cancellationToken)
    {
        var name = Path.Combine(Folder(), $"{message.Id:N}.eml");
        if (File.Exists(name))
            return;
        var unfinished = $"{name}.{Guid.NewGuid():N}{Unfinished}";
        await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
        {
            await MailText.Of(message, options.Value).WriteToAsync(file, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(unfinished, name, overwrite: false);
        }
        catch (IOException) when (File.Exists(name))
        {
            // Another worker renamed the same mail a moment ago.
            File.Delete(unfinished);
        }
    }

    public Task CheckAsync(CancellationToken cancellationToken)
    {
        using var file = new FileStream(Path.Combine(Folder(), $"{Guid.NewGuid():N}{Unfinished}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        return Task.CompletedTask;
    }

    private string Folder() => Directory.CreateDirectory(Path.GetFullPath(options.Value.Folder)).FullName;
}
