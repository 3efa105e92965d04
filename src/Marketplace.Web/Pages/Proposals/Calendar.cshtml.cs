using System.Globalization;
using System.Text;
using Marketplace.Data;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Proposals;
using Marketplace.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>
/// A planned introduction as a file for a calendar (RFC 5545), for its employer and its coach. Calendars are shared, so the employer's file
/// holds no more than the first name, and the coach's no name at all.
/// </summary>
public sealed class CalendarModel(MarketplaceDbContext db, Acting acting, IdentityVault vault) : PageModel
{
    private static readonly TimeSpan Length = TimeSpan.FromHours(1);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ProposalPage.LoadAsync(db, vault, acting.Actor, id, cancellationToken) is not { Meeting: IntroductionState.Planned, Appointment: { } meet } page)
            return NotFound();
        var about = acting.Actor.Role == Role.Employer ? $"Kennismaking met {page.View.Name}" : $"Kennismaking bij {page.Employer}";
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ieder Talent//NL", "BEGIN:VEVENT",
            $"UID:{id}", $"DTSTAMP:{Utc(acting.Now.At)}",
            $"DTSTART:{Utc(meet.At)}", $"DTEND:{Utc(meet.At + Length)}",
            $"SUMMARY:{Text(about)}", $"LOCATION:{Text(meet.Place)}",
            "END:VEVENT", "END:VCALENDAR", "",
        ];
        return File(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), "text/calendar; charset=utf-8", "kennismaking.ics");
    }

    private static string Utc(DateTime moment) => moment.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Text(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal).ReplaceLineEndings("\\n");
}
