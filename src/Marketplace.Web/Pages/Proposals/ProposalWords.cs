using System.Globalization;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>The words for states of a proposal and an introduction, and for the reasons of the list (lists.md §3 and §7).</summary>
public static class ProposalWords
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>The six reasons, about the job.</summary>
    public static IReadOnlyList<Choice> Reasons { get; } = [.. Enum.GetValues<DeclineReason>().Select(r => new Choice(r.ToString(), Of(r)))];

    public static string Of(DeclineReason reason) => reason switch
    {
        DeclineReason.Filled => "De functie is al bezet",
        DeclineReason.Times => "De uren of dagen passen niet",
        DeclineReason.NoSupervisor => "Wij hebben nu geen begeleider",
        DeclineReason.TasksChanged => "De taken zijn veranderd",
        DeclineReason.Waiting => "Wij wachten nog met deze functie",
        _ => "Bel mij, ik leg het uit",
    };

    public static string Of(ProposalState state) => state switch
    {
        ProposalState.Proposed => "Voorgesteld",
        ProposalState.WantsToMeet => "Wil kennismaken",
        ProposalState.NotForThisJob => "Niet voor deze functie",
        ProposalState.Withdrawn => "Niet meer vrij",
        _ => "Verlopen",
    };

    public static string Of(IntroductionState state) => state switch
    {
        IntroductionState.AwaitingConsent => "Wacht op toestemming",
        IntroductionState.ToPlan => "Te plannen",
        IntroductionState.Planned => "Gepland",
        IntroductionState.Held => "Geweest",
        IntroductionState.GoesOn => "Gaat door",
        _ => "Stopt",
    };

    /// <summary>The state of both together: the introduction says more than "wil kennismaken".</summary>
    public static string Of(ProposalState proposal, IntroductionState? introduction) =>
        proposal == ProposalState.WantsToMeet && introduction is { } state ? Of(state) : Of(proposal);

    public static StatusTone ToneOf(ProposalState proposal, IntroductionState? introduction) => (proposal, introduction) switch
    {
        (ProposalState.WantsToMeet, IntroductionState.GoesOn) => StatusTone.Good,
        (ProposalState.WantsToMeet, IntroductionState.Stopped) => StatusTone.Plain,
        (ProposalState.WantsToMeet, _) => StatusTone.Info,
        (ProposalState.Proposed, _) => StatusTone.Warning,
        _ => StatusTone.Plain,
    };

    /// <summary>The word for a state in the history of a proposal or of its introduction.</summary>
    public static string OfHistory(string entity, string state) => entity == nameof(Introduction)
        ? "Kennismaking: " + Of(Enum.Parse<IntroductionState>(state)).ToLower(Dutch)
        : Of(Enum.Parse<ProposalState>(state));

    /// <summary>"24 november 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    /// <summary>"dinsdag 24 november 2026 om 10.30 uur", from UTC.</summary>
    public static string Moment(DateTime utc) => DutchCalendar.Local(utc).ToString("dddd d MMMM yyyy 'om' H.mm 'uur'", Dutch);
}
