using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Proposals;
using Marketplace.Web.Pages.Proposals;
using Marketplace.Web.Texts;

namespace Marketplace.Web.Pages.People;

/// <summary>What goes on around a person, in words for staff: states of a placement, and lines of history.</summary>
public static class HistoryWords
{
    public static string Of(PlacementState state) => state switch
    {
        PlacementState.Agreed => "Afgesproken",
        PlacementState.Running => "Loopt",
        PlacementState.Stopped => "Gestopt",
        _ => "Volgende stap",
    };

    /// <summary>One line of history: "Toestemming voor gevonden worden: gegeven".</summary>
    public static string Line(string entity, string to, string? reason) => entity switch
    {
        nameof(Person) => HelpWords.Line(to, reason) ?? $"Toestemming voor {Purpose(reason)}: {(to == nameof(ConsentState.Given) ? "gegeven" : "gestopt")}",
        nameof(Placement) => $"Plaatsing: {Of(Enum.Parse<PlacementState>(to)).ToLowerInvariant()}",
        nameof(Proposal) => $"Voorstel: {ProposalWords.OfHistory(entity, to).ToLowerInvariant()}",
        _ => ProposalWords.OfHistory(entity, to),
    };

    private static string Purpose(string? reason) => Enum.TryParse<ConsentPurpose>(reason, out var purpose) ? ConsentWords.Purpose(purpose) : "";
}
