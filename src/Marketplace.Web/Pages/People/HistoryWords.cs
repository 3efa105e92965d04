using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Proposals;
using Marketplace.Web.Texts;

namespace Marketplace.Web.Pages.People;

/// <summary>What goes on around a person, in words for staff: states, and lines of history.</summary>
public static class HistoryWords
{
    public static string Of(ProposalState state) => state switch
    {
        ProposalState.Proposed => "voorgesteld",
        ProposalState.WantsToMeet => "werkgever wil kennismaken",
        ProposalState.NotForThisJob => "niet voor deze functie",
        ProposalState.Withdrawn => "niet meer vrij",
        _ => "verlopen",
    };

    public static string Of(IntroductionState state) => state switch
    {
        IntroductionState.AwaitingConsent => "wacht op toestemming",
        IntroductionState.ToPlan => "te plannen",
        IntroductionState.Planned => "gepland",
        IntroductionState.Held => "geweest",
        IntroductionState.GoesOn => "gaat door",
        _ => "stopt",
    };

    public static string Of(PlacementState state) => state switch
    {
        PlacementState.Agreed => "afgesproken",
        PlacementState.Running => "loopt",
        PlacementState.Stopped => "gestopt",
        _ => "volgende stap",
    };

    /// <summary>One line of history: "Toestemming om gevonden te worden: gegeven".</summary>
    public static string Line(string entity, string to, string? reason) => entity switch
    {
        nameof(Person) => $"Toestemming voor {Purpose(reason)}: {(to == nameof(ConsentState.Given) ? "gegeven" : "gestopt")}",
        nameof(Proposal) => $"Voorstel: {(Enum.TryParse<ProposalState>(to, out var state) ? Of(state) : to)}",
        nameof(Introduction) => $"Kennismaking: {(Enum.TryParse<IntroductionState>(to, out var state) ? Of(state) : to)}",
        nameof(Placement) => $"Plaatsing: {(Enum.TryParse<PlacementState>(to, out var state) ? Of(state) : to)}",
        _ => to,
    };

    private static string Purpose(string? reason) => Enum.TryParse<ConsentPurpose>(reason, out var purpose) ? ConsentWords.Purpose(purpose) : "";
}
