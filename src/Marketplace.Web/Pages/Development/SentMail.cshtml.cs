using Marketplace.Jobs.Mail;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Marketplace.Web.Pages.Development;

/// <summary>The mail that went out as files. Development only; everybody there may read it.</summary>
public sealed class SentMailModel(IOptions<MailOptions> options) : PageModel
{
    private const int Most = 100;

    public sealed record Mail(string Name, string To, string Subject, string At, string Body);

    [BindProperty(SupportsGet = true, Name = "bericht")]
    public string? Chosen { get; set; }

    public IReadOnlyList<Mail> Mails { get; private set; } = [];

    public Mail? Opened => Mails.FirstOrDefault(m => m.Name == Chosen);

    public void OnGet()
    {
        var folder = new DirectoryInfo(Path.GetFullPath(options.Value.Folder));
        if (folder.Exists)
            Mails = [.. folder.EnumerateFiles("*.eml").OrderByDescending(f => f.LastWriteTimeUtc).Take(Most).Select(Read)];
    }

    private static Mail Read(FileInfo file)
    {
        var mail = MimeMessage.Load(file.FullName);
        return new Mail(Path.GetFileNameWithoutExtension(file.Name), mail.To.ToString(), mail.Subject ?? "", DutchDays.Moment(mail.Date.UtcDateTime), mail.TextBody ?? "");
    }
}
