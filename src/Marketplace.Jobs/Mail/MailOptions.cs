namespace Marketplace.Jobs.Mail;

/// <summary>The section <c>Mail</c> of the configuration.</summary>
public sealed class MailOptions
{
    /// <summary><c>file</c> (default) or <c>smtp</c>.</summary>
    public string Transport { get; set; } = "file";

    /// <summary>Where the files go, relative to the folder of who starts the program.</summary>
    public string Folder { get; set; } = Path.Combine("data", "mail");

    public string From { get; set; } = "Ieder Talent <bericht@iedertalent.example>";

    /// <summary>Address of the site, for the one link in a mail.</summary>
    public string SiteAddress { get; set; } = "http://localhost:5000/";

    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>The server, for <c>smtp</c>.</summary>
    public sealed class SmtpOptions
    {
        public string Host { get; set; } = "localhost";

        public int Port { get; set; } = 25;

        /// <summary>None, StartTls (default where the server offers it: Auto), SslOnConnect: names of MailKit's SecureSocketOptions.</summary>
        public string Security { get; set; } = "Auto";

        public string User { get; set; } = "";

        public string Password { get; set; } = "";
    }
}
