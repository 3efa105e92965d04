using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Web.Texts;

/// <summary>
/// What a person was shown when consent was asked, as plain text: it is kept with the consent as proof. No name, no free text, no
/// address; what the person brings along and what helps stand only in what job coaches read.
/// </summary>
public static class ConsentSnapshot
{
    /// <summary>What job coaches of the region may read.</summary>
    public static string Found(Person person) => Text(
    [
        "Jobcoaches in de regio lezen:",
        $"Uren: {ProfileWords.Hours(person.HoursMin, person.HoursWish, person.HoursMax)}",
        $"Dagdelen: {Line(ProfileWords.Times(person.AvailableDayparts))}",
        $"Reizen: {ProfileWords.Travel(person.Modes, person.MaxTravelMinutes)}",
        .. person.CapacityLevels.Known.Select(k => ProfileWords.Answer(Dimensions.Of(k.Key), k.Value)),
        $"Wat helpt: {ProfileWords.List(CodeLists.Measures, person.Helps, "niets gekozen")}",
        $"Neemt mee: {ProfileWords.List(CodeLists.Measures, person.BringsAlong, "niets gekozen")}",
        $"Diploma’s: {ProfileWords.List(CodeLists.Certificates, person.Certificates, "niets gekozen")}",
        $"Wat moet niet: {ProfileWords.List(CodeLists.Circumstances, person.Exclusions, "niets gekozen")}",
        $"Vormen van werk: {ProfileWords.List(CodeLists.Forms, person.Forms)}",
        $"Sectoren: {ProfileWords.List(CodeLists.Sectors, person.WishedSectors, "geen voorkeur")}",
        $"Taken graag: {ProfileWords.List(CodeLists.Tags, person.WishedTags, "geen voorkeur")}",
        $"Taken liever niet: {ProfileWords.List(CodeLists.Tags, person.UnwantedTags, "niets gekozen")}",
        $"Wil leren: {(person.Growth.Count == 0 ? "niets gekozen" : string.Join("; ", person.Growth.Known.Select(k => Dimensions.Of(k.Key).Label)))}",
        "Jobcoaches lezen uw naam niet.",
    ]);

    /// <summary>What an employer reads of a proposal. It differs for each job, so the kinds of fact stand here, not the values.</summary>
    public static string Proposed() => Text(
    [
        "Een werkgever leest bij een voorstel:",
        "Een code. Elke werkgever ziet een andere code.",
        "Per taak van de functie: de taak past, of gaat eruit.",
        "Uw uren in een stap van vier, zoals 16 tot 20 uur.",
        "De reistijd in een stap, zoals tot 30 minuten.",
        "Wat de werkgever moet regelen, zoals één vaste begeleider.",
        "De werkgever leest geen naam, leeftijd of woonplaats.",
        "De werkgever leest ook niets over geld of regelingen.",
    ]);

    /// <summary>What one employer gets to know when the person meets.</summary>
    public static string Meet(string employer) => Text(
    [
        $"{employer} leest uw voornaam als er een afspraak is.",
        $"{employer} leest ook de naam en telefoon van uw jobcoach.",
        "Uw eigen telefoonnummer leest de werkgever niet.",
    ]);

    /// <summary>What one employer gets to read once the person works there.</summary>
    public static string Share(string employer) => Text(
    [
        $"{employer} leest welke regelingen bij dit werk horen.",
        $"{employer} leest wat het werk kost, en wat er terugkomt.",
        $"{employer} leest wie wat aanvraagt, en vóór wanneer.",
        "De werkgever leest niet waarom een regeling er is.",
    ]);

    private static string Line(IReadOnlyCollection<string> words) => words.Count == 0 ? ProfileWords.NotDiscussed : string.Join("; ", words);

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines);
}
