using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;

namespace Marketplace.Web.Texts;

/// <summary>The Dutch words of every kind of open step: what it is, why now, and what the button says.</summary>
public static class StepWords
{
    /// <param name="Title">What it is about.</param>
    /// <param name="Why">Why now, in one sentence.</param>
    /// <param name="Icon">A picture of the set.</param>
    /// <param name="Act">The words of the button.</param>
    public sealed record Words(string Title, string Why, string Icon, string Act);

    public static Words Of(StepKind kind, string about) => kind switch
    {
        StepKind.NewJob => new("Nieuwe functie: bel binnen 2 werkdagen", "Dat hebben wij de werkgever beloofd.", "phone", "Ik heb gebeld"),
        StepKind.CallAndInvite => new("Nieuw werk, nog zonder account: bel en nodig uit", "Dat hebben wij de werkgever beloofd. Kijk ook of deze werkgever al meedoet.", "phone", "Ik heb gebeld"),
        StepKind.LookBack => new("Kijk terug met het team", "Het team zei ja tegen de nieuwe verdeling van taken. Op deze dag kijkt u samen of het goed gaat.", "message", "Klaar"),
        StepKind.TaskNotAsked => new("Vraag wat deze taak nodig heeft", "Van deze taak is nog niets gevraagd.", "help-circle", "Klaar"),
        StepKind.TasksSuggested => new("Bespreek andere taken met de werkgever", "De jobcoach ziet welke taken samen beter passen. De werkgever beslist.", "message", "Klaar"),
        StepKind.ReadScan => new("Lees de scan", "Er is iets bijgekomen: een opmerking, of het laatste antwoord.", "message", "Gelezen"),
        StepKind.AnswerProposal => new("Geef antwoord op een voorstel", "De kandidaat wacht op uw antwoord.", "user", "Bekijk het voorstel"),
        StepKind.CallAboutProposal => new("Bel de werkgever over een voorstel", "Er is na 5 werkdagen nog geen antwoord.", "phone", "Ik heb gebeld"),
        StepKind.EmployerAsksCall => new("De werkgever wil u spreken", "De werkgever legt graag uit waarom het nu niet past.", "phone", "Ik heb gebeld"),
        StepKind.AskConsentToMeet => new("Vraag toestemming voor een kennismaking", "De werkgever wil kennismaken.", "heart-handshake", "Vraag toestemming"),
        StepKind.PlanIntroduction => new("Plan een kennismaking", "De werkgever en de kandidaat willen kennismaken.", "calendar", "Plan"),
        StepKind.RecordIntroduction => new("Hoe ging de kennismaking?", "Leg vast of beiden verder willen.", "message", "Leg vast"),
        StepKind.AgreePlacement => new("Maak de plaatsing", "Beiden willen verder.", "briefcase", "Maak de plaatsing"),
        StepKind.ConsentEnds => new($"Toestemming loopt af: {Purpose(about)}", "Vraag het samen opnieuw. Zonder ja gaat het profiel uit.", "lock", "Vraag opnieuw"),
        StepKind.MissingFact => new(Fact(about), "Zonder dit gegeven kan een datum wegvallen.", "help-circle", "Vul aan"),
        StepKind.SomethingNeeded => new("Er is iets nodig", "Dat staat in het verslag van het gesprek. Bel vandaag of morgen.", "flag", "Klaar"),
        StepKind.CallToday => new("Bel vandaag", "De plaatsing is gestopt. Spreek deze persoon vandaag.", "phone", "Ik heb gebeld"),
        StepKind.AskRight => ActWords.Step(about),
        StepKind.LookBackDeviation => new("Kijk terug op het besluit om af te wijken", "Op deze dag zou u kijken wat ervan kwam.", "history", "Kijk terug"),
        _ => new("Doe wat is afgesproken", "Dit is in een gesprek afgesproken.", "flag", "Klaar"),
    };

    /// <summary>The question about a fact of a placement or person that the reminders need.</summary>
    public static string Fact(string about) => about switch
    {
        "lks" => "Is er loonkostensubsidie?",
        "lks.reviewOn" => "Wanneer is de nieuwe meting?",
        "lkv" => "Is er loonkostenvoordeel?",
        "jobcoach" => "Wie betaalt de jobcoach?",
        "firstContractStart" => "Wanneer begon het eerste contract?",
        "lastReviewOn" => "Wanneer was het laatste gesprek?",
        "ladderMeasuredOn" => "Wanneer is de participatieladder gemeten?",
        "oldestCapacityOn" => "Vul het profiel aan",
        _ => "Vul een gegeven aan",
    };

    private static string Purpose(string about) => about == nameof(ConsentPurpose.Found) ? "gevonden worden" : "voorgesteld worden";
}
