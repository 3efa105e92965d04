using Marketplace.Jobs;
using Marketplace.Jobs.Imports;
using Marketplace.Jobs.Narrowing;

namespace Marketplace.Web.Texts;

/// <summary>The Dutch words of every sweep.</summary>
public static class JobWords
{
    /// <param name="Title">What it is called.</param>
    /// <param name="What">What it does, in one sentence.</param>
    public sealed record Words(string Title, string What);

    private static readonly Dictionary<string, Words> All = new()
    {
        [nameof(StartPlacements)] = new("Plaatsingen starten", "Een afgesproken plaatsing loopt vanaf de eerste dag."),
        [nameof(RecomputeReminders)] = new("Herinneringen uitrekenen", "Welke datums volgen uit de regels en de afspraken?"),
        [nameof(ConsentEndsSoon)] = new("Toestemmingen bewaken", "Wie zegt binnen 30 dagen opnieuw ja?"),
        [nameof(ProposalDeadlines)] = new("Voorstellen bewaken", "Wacht een voorstel te lang? Dan belt de adviseur."),
        [nameof(MakeRemindersDue)] = new("Te doen bijwerken", "Wat vandaag aan de beurt is, komt in Te doen."),
        [nameof(SendDigests)] = new("Mail schrijven", "Eén mail per dag met wat wacht."),
        [nameof(DeliverMail)] = new("Mail versturen", "Wat klaarstaat, gaat weg."),
        [nameof(RunImports)] = new("Bestanden inlezen", "Wat iemand stuurde, wordt nagekeken en overgenomen."),
        [nameof(ForgetAccounts)] = new("Oude inloggegevens weghalen", "Verlopen links, codes en sessies gaan weg."),
        [nameof(IndexDrift)] = new("Zoeken nakijken", "Klopt wat de zoekmachine weet met wat is bewaard?"),
    };

    public static Words Of(string name) => All.GetValueOrDefault(name) ?? new(name, "");
}
