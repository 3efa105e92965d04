using Marketplace.Domain.Work;

namespace Marketplace.Web.Texts;

/// <summary>The Dutch words of the scan: one place for every question.</summary>
public static class ScanWords
{
    /// <param name="Slug">Last part of the address.</param>
    /// <param name="Question">The question, and the heading of the page.</param>
    /// <param name="Help">One sentence of help.</param>
    /// <param name="Empty">What is wrong when nothing was answered.</param>
    public sealed record Words(string Slug, string Question, string Help, string Empty);

    private static readonly Dictionary<ScanStep, Words> All = new()
    {
        [ScanStep.Department] = new("afdeling", "Om welke afdeling gaat het?", "Kies één afdeling of team. Een andere afdeling krijgt een eigen scan.", "Schrijf op welke afdeling het is."),
        [ScanStep.Busy] = new("drukte", "Wanneer is het druk?", "Vink de dagdelen aan waarop u handen tekort komt.", "Vink ten minste één dagdeel aan."),
        [ScanStep.Tasks] = new("taken", "Waar komt u niet aan toe?", "Vink aan wat blijft liggen, of wat uw vakmensen van hun eigen werk houdt.", "Vink ten minste één taak aan, of schrijf er zelf één op."),
        [ScanStep.DoneNow] = new("wie", "Wie doet het nu, en hoe vaak?", "Wij vulden in wat vaak klopt. Open een taak om iets te veranderen.", ""),
        [ScanStep.Workplace] = new("plek", "Hoe is het op de werkplek?", "Vink aan wat er altijd bij hoort. Niets? Ga dan verder.", ""),
        [ScanStep.Hours] = new("uren", "Hoeveel uur, en wanneer?", "Meer dagdelen? Dan past het bij meer mensen.", ""),
        [ScanStep.Guidance] = new("begeleiding", "Wie begeleidt op de werkvloer?", "Schrijf een functie op, geen naam.", "Schrijf op welke functie begeleidt."),
        [ScanStep.Proud] = new("trots", "Waar zou iemand trots op zijn?", "Met deze taak begint de tekst over de functie.", "Kies een taak."),
        [ScanStep.Contact] = new("contact", "Wie kunnen wij bellen?", "Over deze functie.", "Vul een naam en een telefoonnummer in."),
    };

    public static Words Of(ScanStep step) => All[step];

    /// <summary>The step of an address; null when there is none.</summary>
    public static ScanStep? StepOf(string? slug) => All.Where(w => w.Value.Slug == slug).Select(w => (ScanStep?)w.Key).FirstOrDefault();

    /// <summary>"Weet ik niet", as an answer.</summary>
    public const string Unknown = "weet ik niet";

    /// <summary>The question was not seen yet.</summary>
    public const string NotAsked = "nog niet gevraagd";

    /// <summary>The question was seen, and nothing was chosen.</summary>
    public const string Nothing = "niets";
}
