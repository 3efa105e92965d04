using Marketplace.Jobs;
using Marketplace.Jobs.Imports;
using Marketplace.Jobs.Narrowing;

namespace Marketplace.Web.Texts;

/// <summary>The Dutch words of every sweep.</summary>
public static class JobWords
{
    /// <param name="Title">What it is called.</param>
    /// <param name="What">What it does, in one sentence.</param>
    /// <param name="One">One row that waits for it.</param>
    /// <param name="More">More of these.</param>
    public sealed record Words(string Title, string What, string One = "", string More = "");

    private static readonly Dictionary<string, Words> All = new()
    {
        [nameof(StartPlacements)] = new("Plaatsingen starten", "Een afgesproken plaatsing loopt vanaf de eerste dag.", "plaatsing", "plaatsingen"),
        [nameof(RecomputeReminders)] = new("Herinneringen uitrekenen", "Welke datums volgen uit de regels en de afspraken?"),
        [nameof(ConsentEndsSoon)] = new("Toestemmingen bewaken", "Wie zegt binnen 30 dagen opnieuw ja?", "toestemming", "toestemmingen"),
        [nameof(ProposalDeadlines)] = new("Voorstellen bewaken", "Wacht een voorstel te lang? Dan belt de adviseur.", "voorstel", "voorstellen"),
        [nameof(MakeRemindersDue)] = new("Te doen bijwerken", "Wat vandaag aan de beurt is, komt in Te doen.", "herinnering", "herinneringen"),
        [nameof(SendDigests)] = new("Mail schrijven", "Eén mail per dag met wat wacht.", "bericht om te melden", "berichten om te melden"),
        [nameof(DeliverMail)] = new("Mail versturen", "Wat klaarstaat, gaat weg.", "mail", "mails"),
        [nameof(RunImports)] = new("Bestanden inlezen", "Wat iemand stuurde, wordt nagekeken en overgenomen.", "bestand", "bestanden"),
        [nameof(ForgetAccounts)] = new("Oude inloggegevens weghalen", "Verlopen links, codes en sessies gaan weg.", "oud gegeven", "oude gegevens"),
        [nameof(ForgetPeople)] = new("Oude gegevens weghalen", "Wie niet meer wordt begeleid, gaat na drie maanden weg.", "oud gegeven", "oude gegevens"),
        [nameof(IndexDrift)] = new("Zoeken nakijken", "Klopt wat de zoekmachine weet met wat is bewaard?", "verandering", "veranderingen"),
    };

    /// <summary>How much waits for a sweep.</summary>
    /// <param name="name">Name of the sweep.</param>
    /// <param name="count">How many rows; null: it looks at everything every time.</param>
    public static string Waiting(string name, int? count) => count switch
    {
        null => "Kijkt elke keer alles na",
        0 => "Niets",
        { } rows => WorkWords.Counted(rows, Of(name).One, Of(name).More),
    };

    public static Words Of(string name) => All.GetValueOrDefault(name) ?? new(name, "");
}
