using Marketplace.Domain.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marketplace.Web.Texts;

/// <summary>The help to a person, and why it ends.</summary>
public static class HelpWords
{
    public static string Of(EndOfHelp reason) => reason switch
    {
        EndOfHelp.Works => "Heeft werk en redt zich",
        EndOfHelp.OwnWish => "Wil zelf verder",
        EndOfHelp.HelpedElsewhere => "Iemand anders helpt nu",
        EndOfHelp.Moved => "Woont nu ergens anders",
        _ => "Iets anders",
    };

    /// <summary>Every reason, as answers on a form.</summary>
    public static IReadOnlyList<SelectListItem> Reasons { get; } = [.. Enum.GetValues<EndOfHelp>().Select(r => new SelectListItem(Of(r), r.ToString()))];

    /// <summary>One line of history; null when it is about something else.</summary>
    public static string? Line(string to, string? reason) => to switch
    {
        nameof(HelpState.Helped) => "Begeleiding: gaat door",
        nameof(HelpState.Ended) when Enum.TryParse<EndOfHelp>(reason, out var why) => $"Begeleiding: gestopt ({Of(why).ToLowerInvariant()})",
        _ => null,
    };
}
