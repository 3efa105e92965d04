using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Jobs.Mail;

/// <summary>Which transport runs is configuration: <c>Mail:Transport</c> is <c>file</c> or <c>smtp</c>.</summary>
internal static class MailSetup
{
    public static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MailOptions>(configuration.GetSection("Mail"));
        if (string.Equals(configuration["Mail:Transport"], "smtp", StringComparison.OrdinalIgnoreCase))
            services.AddSingleton<IMailTransport, SmtpTransport>();
        else
            services.AddSingleton<IMailTransport, FileTransport>();
    }
}
