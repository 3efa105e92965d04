using Marketplace.Domain.Stories;

namespace Marketplace.Data.Seeding;

/// <summary>The five stories of the demo region. Every employer and person in them is invented.</summary>
internal static class DemoStories
{
    internal static void Add(MarketplaceDbContext db, DemoRows rows)
    {
        Story[] stories =
        [
            new(
                "garage-vindt-18-uur", StoryDoubt.EnoughWork, "De garage vond 18 uur werk tussen de klussen",
                ["De monteurs wisselden zelf banden, haalden onderdelen en maakten auto’s schoon.",
                 "De baas dacht: dat zijn maar losse klusjes.",
                 "Samen met de adviseur telde hij ze een week lang.",
                 "Het bleek 18 uur per week te zijn. Daar is een functie van gemaakt.",
                 "De monteurs doen nu meer onderhoud. De wachttijd voor klanten is korter."],
                18, 18, "monteurs"),
            new(
                "van-detachering-naar-contract", StoryDoubt.TooExpensive, "Van detachering naar een eigen contract",
                ["Het bedrijf leende iemand via een sociaal ontwikkelbedrijf.",
                 "Na een jaar deed deze collega meer dan was afgesproken.",
                 "De jobcoach liet zien wat een eigen contract kost: eerst met subsidie, later met minder.",
                 "Elke stap stond vooraf op papier. Niemand hoefde te raden.",
                 "Nu staat deze collega op de eigen loonlijst."],
                28, 20, "metaalbewerkers"),
            new(
                "drie-bedrijven-een-baan", StoryDoubt.Guidance, "Drie bedrijven delen één collega en één begeleider",
                ["Geen van de drie bedrijven had genoeg werk of tijd om te begeleiden.",
                 "Samen hadden zij een hele werkweek, met elke dag één vaste plek.",
                 "De jobcoach kwam eerst elke week, later één keer per maand.",
                 "Een voorman is er in de ochtend een kwartier mee bezig.",
                 "Na drie maanden plande de collega de eigen dag."],
                24, 16, "hoveniers en monteurs"),
            new(
                "van-buurthuis-naar-betaald", StoryDoubt.Experience, "Van het buurthuis naar acht betaalde uren",
                ["In het buurthuis werd al jaren gratis kleding versteld.",
                 "Een kringloopwinkel had kleding die bleef liggen.",
                 "De taak was klein: labels naaien en knopen zetten, zittend en op eigen tempo.",
                 "Een diploma was niet nodig. Twee ochtenden meelopen was genoeg.",
                 "Het begon met acht betaalde uren per week."],
                8, 8, "verkopers"),
            new(
                "eerst-kijken-dan-kiezen", StoryDoubt.WhatIfNot, "Eerst samen kijken, dan pas kiezen",
                ["Het zorgcentrum wilde iemand voor vaste uren onder schooltijd.",
                 "Bij elke kennismaking liep iemand een ochtend mee. Nee zeggen mocht, aan beide kanten.",
                 "Zo was voor het contract al duidelijk wat werkt.",
                 "Er was steeds één vaste persoon die belde hoe het ging.",
                 "De gastvrouw van nu begint in september met een opleiding."],
                16, 12, "verzorgenden"),
        ];
        foreach (var story in stories)
        {
            story.EmployerAgrees(true, rows.Act(rows.Actors["adviseur"], 30));
            story.PersonAgrees(true, rows.Act(rows.Actors["jobcoach"], 28));
            db.Stories.Add(story);
        }
    }
}
