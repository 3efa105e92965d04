using System.Globalization;
using Marketplace.Domain.Shared;

namespace Marketplace.Web.Texts;

/// <summary>The Dutch sentence of every refusal of the domain: what is wrong and how to mend it. One place, B1.</summary>
public static class Sentences
{
    public const string FormExpired = "Dit formulier was te lang open. Uw antwoorden staan er nog. Bewaar nog een keer.";

    private const string StaleAfter = " Uw antwoorden staan er nog. Kijk ze na en bewaar nog een keer.";

    public const string Stale = $"Iemand anders heeft dit net veranderd.{StaleAfter}";

    public const string Busy = "Het is nu erg druk. Uw antwoorden staan er nog. Bewaar zo nog een keer.";

    public const string CannotWrite = "Wij kunnen nu niets bewaren. Uw antwoorden staan er nog. Laat deze pagina open en probeer het later.";

    public const string TooOften = "Dit ging erg vaak achter elkaar. Wacht een minuut en probeer het opnieuw.";

    public const string WrongPassword = "Dit wachtwoord klopt niet. Na vijf keer wacht u een kwartier.";

    public const string FileTooLarge = "Dit bestand is te groot. Een bestand mag hoogstens 10 MB zijn. Knip het in stukken.";

    /// <summary>A stale save when it is known who was first; <paramref name="colleague"/> is null for somebody outside the own organisation.</summary>
    public static string StaleBy(string? colleague, DateTime at) => $"{colleague ?? "Iemand anders"} heeft dit veranderd op {DutchDays.Moment(at)}.{StaleAfter}";

    /// <summary>A stale save after a save of one's own, in another window.</summary>
    public static string StaleByYou(DateTime at) => $"U hebt dit zelf veranderd op {DutchDays.Moment(at)}.{StaleAfter}";

    public static string Of(RefusalException refusal) =>
        string.Format(CultureInfo.GetCultureInfo("nl-NL"), Of(refusal.Reason), [.. refusal.Arguments]);

    public static string Of(Refusal reason) => reason switch
    {
        Refusal.NotInThisState => "Dit kan nu niet meer. Kijk op de pagina wat er veranderd is.",
        Refusal.FormNotForThisOrganisation => "Uw organisatie kan ‘{0}’ niet aanbieden. Kies een andere vorm van werk.",
        Refusal.VolunteerOnlyAtNonProfit => "Vrijwilligerswerk kan alleen bij een organisatie zonder winst. Kies een andere vorm van werk.",
        Refusal.TaskMayNotMove => "Deze taak blijft bij {0}.",
        Refusal.TaskNotYours => "Deze taak is niet van uw organisatie.",
        Refusal.TaskIsInJob => "Deze taak zit in een functie. Haal haar daar eerst uit.",
        Refusal.SeasonNeedsBothMonths => "Kies van een seizoen de eerste en de laatste maand.",
        Refusal.ProposalsWait => "Er wacht nog een voorstel op uw antwoord. Antwoord daar eerst op.",
        Refusal.NotForMunicipality => "Hier kan de gemeente niet afwijken.",
        Refusal.DecisionInFuture => "Het besluit ligt in de toekomst. Kies vandaag of eerder.",
        Refusal.LookBackNotAfterToday => "Kies een dag na vandaag om terug te kijken.",
        Refusal.LinkUsed => "Deze link is al een keer gebruikt. Vraag een nieuwe link.",
        Refusal.TooManyLinks => "Vandaag gingen er al 5 links weg. Kijk in uw mail, ook bij ongewenste mail.",
        Refusal.LinkExpired => "Deze link is te oud. Vraag een nieuwe link.",
        Refusal.JobNeedsTask => "Kies ten minste één taak.",
        Refusal.JobNeedsDemands => "Van deze taken is nog niets gevraagd. Kies bij een taak een voorbeeld.",
        Refusal.JobNeedsHours => "Vul de uren in: van en tot.",
        Refusal.JobNeedsDayparts => "Kies ten minste één dagdeel.",
        Refusal.JobNeedsPlace => "Vul de plek van het werk in.",
        Refusal.TasksDoNotFillHours => "Uw taken zijn samen {0:0.##} uur. U vraagt ten minste {1:0.##} uur.",
        Refusal.TitleNamesSomebody => "In de naam van de functie staat misschien een naam of een nummer van iemand: ‘{0}’.",
        Refusal.TaskNamesSomebody => "In de taak ‘{0}’ staat misschien een naam of een nummer van iemand: ‘{1}’.",
        Refusal.WageOutOfRange => "Vul een loon in van 0,01 tot en met {0} euro per uur, in hele centen.",
        Refusal.WageNotForThisForm => "Bij {0} hoort geen loon. Laat het loon leeg, of kies een andere vorm van werk.",
        Refusal.WageBelowMinimum => "Het loon is € {0:N2} per uur. Dat is minder dan het minimumloon voor volwassenen: € {1:N2} per uur, vanaf {2:d MMMM yyyy}.",
        Refusal.JobNeedsDisplacement => "Beantwoord eerst bij Nakijken de zes vragen over werk zonder loon.",
        Refusal.WorkIsPaidWork => "Dit is werk waar loon bij hoort. Daarom kan het niet als {0}. Kies een vorm met loon.",
        Refusal.JobNeedsTeam => "Deze taken komen van collega’s. Leg eerst bij Nakijken vast dat het team ja zei, en wanneer u samen terugkijkt.",
        Refusal.TeamYesInFuture => "Het team kan niet na vandaag ja zeggen. Kijk de datum na.",
        Refusal.ReviewNotAfterToday => "Kies een dag na vandaag om samen terug te kijken.",
        Refusal.HoursOutOfOrder => "De uren staan niet op volgorde. Begin met het laagste aantal.",
        Refusal.DaypartFixedAndFlexible => "{0} staat bij vast en bij mag ook. Kies er één.",
        Refusal.CodeNotInList => "Het antwoord ‘{0}’ staat niet in de lijst. Kies een antwoord uit de lijst.",
        Refusal.NoConsentFound => "Deze persoon is niet vindbaar. Vraag eerst toestemming.",
        Refusal.NoConsentProposed => "Er is nog geen toestemming om voor te stellen. Vraag de consulent.",
        Refusal.NoConsentMeet => "Er is nog geen toestemming voor deze werkgever.",
        Refusal.ConsentNeedsOrganisation => "Kies voor welke werkgever deze toestemming is.",
        Refusal.DoesNotFit => "Deze kandidaat past nu niet bij deze functie.",
        Refusal.TooManyProposals => "Deze werkgever heeft al {0} voorstellen open. Wacht op een antwoord.",
        Refusal.AlreadyProposed => "Deze kandidaat is al voorgesteld voor deze functie.",
        Refusal.AlreadyPlaced => "Er is al een plaatsing voor dit voorstel.",
        Refusal.DeclineReasonNotInList => "Kies een reden uit de lijst.",
        Refusal.MeetingNotYet => "De kennismaking is nog niet geweest. Leg daarna vast hoe het ging.",
        Refusal.MomentInPast => "Dit moment is al voorbij. Kies een later moment.",
        Refusal.EndBeforeStart => "De laatste dag ligt vóór de eerste dag. Kijk de datums na.",
        Refusal.LastDayBeforeStart => "De laatste werkdag ligt vóór de eerste dag. Kijk de datum na.",
        Refusal.LastDayInFuture => "De laatste werkdag ligt na vandaag. Leg dit vast als het zover is.",
        Refusal.LastDayNeeded => "Vul de laatste werkdag in.",
        Refusal.StopReasonNotInList => "Kies een reden uit de lijst, of laat het leeg.",
        Refusal.NextStepNeedsSamePerson => "De volgende stap hoort bij dezelfde persoon.",
        Refusal.NextStepBeforePrevious => "De volgende stap begint na de vorige. Kies een latere eerste dag.",
        Refusal.RecordDateInFuture => "Het gesprek ligt na vandaag. Leg het vast als het geweest is.",
        Refusal.FactNotForThisForm => "Bij {0} hoort geen loon, dus ook geen subsidie. Laat dit leeg.",
        Refusal.FirstContractAfterStart => "Het eerste contract begint na deze start. Kijk de datum na.",
        Refusal.ReviewNotAfterStart => "De nieuwe meting ligt niet na de start. Kijk de datum na.",
        Refusal.ReviewOnlyWhenMeasured => "Een datum voor de nieuwe meting hoort alleen bij gemeten subsidie.",
        Refusal.CoachUntilBeforeStart => "De jobcoach stopt vóór de start. Kijk de datum na.",
        Refusal.TickOnlyOwnRecipient => "Dit staat op naam van iemand anders.",
        Refusal.TalkNeedsRecord => "Leg vast hoe het gesprek ging. Dan is dit klaar.",
        Refusal.SnoozeMustBeLater => "Kies een dag na vandaag.",
        Refusal.LevelOutOfRange => "Kies een antwoord uit de lijst.",
        Refusal.MunicipalValueOutOfRange => "Vul een getal in van {0:0.##} tot en met {1:0.##}, met hoogstens twee cijfers achter de komma.",
        Refusal.MunicipalValueNotWhole => "Vul een heel getal in van {0:0.##} tot en met {1:0.##}.",
        Refusal.MunicipalValueNotLater => "Er geldt al een waarde vanaf {0:d MMMM yyyy}. Kies een latere eerste dag.",
        Refusal.JobCostOutOfRange => "Met deze getallen kunnen wij niet rekenen. Kijk ze na.",
        Refusal.LoonwaardeOutOfRange => "Vul een loonwaarde in van 0 tot en met 100 procent.",
        Refusal.LoonwaardeNeedsDay => "Vul de loonwaarde in en ook de dag waarop zij is gemeten.",
        Refusal.DayInFuture => "Deze dag ligt in de toekomst. Vul een dag in die al is geweest.",
        Refusal.AssessmentNeedsStatus => "Deze datum hoort bij ‘minder dan 35 procent arbeidsongeschikt’. Kies dat ook, of haal de datum weg.",
        Refusal.StoryNamesSomebody => "In dit verhaal staat ‘{0}’. Haal weg wat zegt wie het is.",
        Refusal.FullWeekTooShort => "De volle werkweek is korter dan de uren van dit contract. Kijk de getallen na.",
        Refusal.WageBelowMinimumOfAge => "Dit is minder dan het minimumloon voor deze leeftijd: € {0:N2} per uur.",
        Refusal.FindOutDayNotAhead => "Deze dag is vandaag of al geweest. Vul een dag in die nog komt.",
        Refusal.NotYourself => "U kunt uzelf niet blokkeren. Vraag een andere beheerder.",
        Refusal.RoleNotYoursToGive => "Deze rol kunt u bij deze organisatie niet geven. Kies een andere rol.",
        Refusal.AlreadyMember => "Deze persoon hoort al bij deze organisatie, in deze rol.",
        Refusal.OrganisationExists => "In deze regio is er al een organisatie die ‘{0}’ heet. Zoek haar op, of kies een andere naam.",
        Refusal.ColleagueNeeded => "Er staat nog werk op naam. Kies een collega die het overneemt.",
        Refusal.NothingToTake => "In dit bestand staat geen rij die wij kunnen overnemen. Maak het bestand beter en stuur het opnieuw.",
        Refusal.ImportIsUsed => "Iemand werkt al met een deel van deze rijen. Terugdraaien kan dan niet meer.",
        Refusal.FourEyes => "U stelde dit zelf voor. Een andere beheerder keurt het goed.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Every refusal has a sentence."),
    };
}
