using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Reminders;

namespace Marketplace.Web.Texts;

/// <summary>
/// The Dutch words of every reminder code, in one place. An employer reads what is asked of an employer: never a loonwaarde, a status or
/// a ground.
/// </summary>
public static class ReminderWords
{
    /// <param name="Title">What it is about.</param>
    /// <param name="Why">Why now, in one sentence.</param>
    /// <param name="Icon">A picture of the set.</param>
    public sealed record Words(string Title, string Why, string Icon);

    public static Words Of(string code, Recipient recipient) => (code, recipient) switch
    {
        ("FU_W1", Recipient.Employer) => new("Eerste week: hoe gaat het?", "Vertel kort hoe de eerste week ging.", "message"),
        ("FU_W1", _) => new("Eerste week: hoe gaat het?", "Vraag hoe het begin was, ook aan de begeleider.", "phone"),
        ("FU_M1", _) => new("Gesprek na 1 maand", "Praat samen, met de begeleider op het werk.", "message"),
        ("FU_M3", _) => new("Gesprek na 3 maanden", "Kijk samen naar de taken en de uren.", "message"),
        ("FU_M6", _) => new("Gesprek na 6 maanden", "Kijk samen terug en vooruit.", "message"),
        ("FU_M12", _) => new("Gesprek na 12 maanden", "Kijk samen terug op het jaar.", "message"),
        (ReminderCodes.DoorstroomTalk, _) => new("Gesprek over de volgende stap", "Vraag eerst: hoe gaat het? Blijven is ook een goed antwoord.", "arrow-right"),
        (ReminderCodes.TrialFirstTerm, _) => new("Proefplaatsing: verder of stoppen", "Na 2 maanden kiest u: contract, verlengen of stoppen.", "scale"),
        (ReminderCodes.TrialEnd, _) => new("Proefplaatsing: de laatste dag komt", "Een proefplaatsing duurt hoogstens 6 maanden. Komt er een contract?", "calendar-due"),
        ("PPL_6", _) => new("Participatieplaats: scholing bespreken", "Na 6 maanden biedt de gemeente scholing aan.", "school"),
        ("PPL_9", _) => new("Participatieplaats: kijk naar de kans op werk", "Zonder meer kans op werk stopt de plek na 12 maanden.", "scale"),
        ("PPL_12", _) => new("Participatieplaats: verder of stoppen", "De plek gaat alleen verder als de kans op werk groter is.", "scale"),
        ("PPL_24", _) => new("Participatieplaats: besluit over het derde jaar", "Het derde jaar vraagt een andere plek en andere taken.", "scale"),
        ("PPL_36", _) => new("Participatieplaats: besluit over het laatste jaar", "De plek duurt hoogstens 4 jaar.", "scale"),
        (ReminderCodes.ParticipationEnd, _) => new("Participatieplaats: de laatste dag komt", "De plek stopt na 4 jaar. Maak nu een plan voor daarna.", "calendar-due"),
        (ReminderCodes.ParticipationPremium, _) => new("Premie participatieplaats", "De gemeente besluit elke 6 maanden over een premie.", "clipboard-check"),
        (ReminderCodes.FlatSubsidyEnd, Recipient.Employer) => new("Loonkostensubsidie verandert", "De gemeente meet op de werkplek. Werk mee aan de meting.", "clipboard-check"),
        (ReminderCodes.FlatSubsidyEnd, _) => new("De vaste loonkostensubsidie stopt", "De loonwaarde moet voor deze dag gemeten zijn.", "clipboard-check"),
        (ReminderCodes.LoonwaardeReview, Recipient.Employer) => new("Nieuwe meting voor de subsidie", "De gemeente meet opnieuw op de werkplek. Werk mee aan de meting.", "clipboard-check"),
        (ReminderCodes.LoonwaardeReview, _) => new("Loonwaarde opnieuw meten", "De afgesproken tijd voor deze loonwaarde is bijna om.", "clipboard-check"),
        (ReminderCodes.SubsidyInJanuary, _) => new("Loonkostensubsidie per 1 januari", "Op 1 januari verandert het bedrag. Kijk het besluit na.", "refresh"),
        (ReminderCodes.LkvDeclaration, _) => new("Vraag de doelgroepverklaring aan", "De werknemer vraagt dit bij UWV, binnen 3 maanden na de start.", "clipboard-check"),
        (ReminderCodes.LkvEnd, _) => new("Loonkostenvoordeel stopt", "Reken vanaf deze dag zonder dit voordeel.", "calendar-due"),
        (ReminderCodes.NoRiskAsk, _) => new("U mag naar de no-riskpolis vragen", "Vanaf deze dag mag u dit aan uw werknemer vragen.", "shield-check"),
        (ReminderCodes.CoachReport, _) => new("Verslag van de begeleiding", "Elke 6 maanden schrijft de jobcoach een verslag.", "report"),
        (ReminderCodes.CoachStep, _) => new("Minder uren jobcoach", "Vanaf deze dag betaalt UWV minder uren begeleiding.", "hourglass"),
        (ReminderCodes.CoachRenewal, _) => new("Begeleiding verlengen", "De begeleiding stopt op deze dag. Vraag op tijd verlenging aan.", "calendar-due"),
        (ReminderCodes.ContractEnd, _) => new("Laat weten of het contract doorgaat", "De werkgever schrijft dit uiterlijk een maand voor het einde.", "clipboard-check"),
        (ReminderCodes.ContractChain, _) => new("Het contract wordt vast", "Na 36 maanden met tijdelijke contracten is het volgende vast.", "briefcase"),
        (ReminderCodes.Review, _) => new("Gesprek: hoe gaat het?", "Het vorige gesprek is bijna 6 maanden geleden.", "message"),
        (ReminderCodes.Ladder, _) => new("Participatieladder meten", "De vorige meting is bijna 6 maanden geleden.", "clipboard-check"),
        (ReminderCodes.OldCapacity, _) => new("Kijk het profiel na", "Het oudste antwoord is bijna een jaar oud.", "edit"),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Every code has words."),
    };

    /// <summary>One title for the talks of one day: "Gesprek na 6 maanden, met de volgende stap".</summary>
    public static Words OfTalk(IEnumerable<string> codes, DateOnly? start, DateOnly legalDate, Recipient recipient)
    {
        var all = codes.ToHashSet();
        var next = all.Remove(ReminderCodes.DoorstroomTalk);
        if (all.Count == 0)
            return Of(ReminderCodes.DoorstroomTalk, recipient) is var words && start is { } day ? words with { Title = $"{words.Title}, na {Months(day, legalDate)} maanden" } : words;
        var talk = Of(all.First(), recipient);
        return next ? talk with { Title = $"{talk.Title}, met de volgende stap", Why = Of(ReminderCodes.DoorstroomTalk, recipient).Why } : talk;
    }

    /// <summary>What the button of a line says.</summary>
    public static string Act(string code) => code switch
    {
        ReminderCodes.Review => "Wij hebben gesproken",
        ReminderCodes.Ladder => "Vandaag gemeten",
        ReminderCodes.OldCapacity => "Nagekeken",
        _ when ReminderCodes.IsTalk(code) => "Leg vast",
        _ => "Klaar",
    };

    public static string Of(VoidReason reason) => reason switch
    {
        VoidReason.FactsChanged => "De afspraken zijn veranderd",
        VoidReason.NextStep => "Volgende stap",
        VoidReason.Stopped => "De plaatsing is gestopt",
        _ => "Was al voorbij bij invoer",
    };

    public static string Of(Recipient recipient) => recipient switch
    {
        Recipient.Consultant => "consulent",
        Recipient.Employer => "werkgever",
        Recipient.JobCoach => "jobcoach",
        Recipient.Manager => "leidinggevende",
        _ => "adviseur",
    };

    public static string Of(RecordOutcome outcome) => outcome switch
    {
        RecordOutcome.GoesWell => "Gaat goed",
        RecordOutcome.SomethingNeeded => "Er is iets nodig",
        _ => "Is gestopt",
    };

    private static int Months(DateOnly start, DateOnly date) => ((date.Year - start.Year) * 12) + date.Month - start.Month;
}
