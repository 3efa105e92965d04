using Marketplace.Domain.Regulations;

namespace Marketplace.Web.Texts;

/// <summary>The twelve arrangements in plain Dutch for everybody (B1). No amount and no term stands here: those come from the book.</summary>
/// <param name="What">What it is, in short sentences.</param>
/// <param name="Law">Where it stands in the law.</param>
/// <param name="Decides">Who decides.</param>
public sealed record SchemeWords(IReadOnlyList<string> What, string Law, string Decides)
{
    private const string Participatiewet = "Participatiewet";
    private const string Municipality = "De gemeente";
    private const string MunicipalityOrUwv = "De gemeente of UWV";

    private static readonly Dictionary<string, SchemeWords> ByCode = new(StringComparer.Ordinal)
    {
        ["minimum-wage"] = new(
            ["Wie werkt voor loon, krijgt ten minste het minimumloon.", "Voor jongeren is het lager."],
            "Wet minimumloon, artikel 7, 8 en 15; Besluit minimumjeugdloon", "De wet. Bij Wajong kan UWV een lager loon toestaan."),
        ["lks"] = new(
            ["De werkgever betaalt het gewone loon.", "Werkt iemand langzamer? Dan betaalt de gemeente een deel terug.", "Hoeveel dat is, wordt op het werk gemeten."],
            $"{Participatiewet}, artikel 10c en 10d", Municipality),
        ["lks-flat"] = new(
            ["Is nog niet gemeten hoe iemand werkt? Dan kan een vast deel van het loon terugkomen.", "Dat kan alleen aan het begin van een baan."],
            $"{Participatiewet}, artikel 10d lid 1 en 5", "De gemeente, samen met de werkgever"),
        ["lkv"] = new(
            ["Dit is geld voor de werkgever, per betaald uur.", "Het komt een jaar later, vanzelf na de aangifte.", "Soms is eerst een verklaring van UWV nodig."],
            "Wet tegemoetkomingen loondomein, artikel 2.6 tot en met 2.13", "De Belastingdienst. De verklaring komt van UWV."),
        ["no-risk"] = new(
            ["Wordt iemand ziek? Dan betaalt UWV de werkgever ziekengeld.", "De premie van de werkgever gaat daardoor niet omhoog."],
            "Ziektewet, artikel 29b en 29c", "UWV"),
        ["jobcoach"] = new(
            ["Een jobcoach helpt op de werkplek.", "Eerst vaker, later minder vaak.", "De werkgever betaalt hier niets voor."],
            $"{Participatiewet}, artikel 10 en 10da; WIA, artikel 35", MunicipalityOrUwv),
        ["trial-placement"] = new(
            ["Eerst een korte tijd samen werken, om te kijken of het past.", "De uitkering loopt door.", "Het doel is altijd een baan."],
            $"{Participatiewet}, artikel 8a; WW, artikel 76a; WIA, artikel 37", MunicipalityOrUwv),
        ["participation-place"] = new(
            ["Werken met een uitkering, als betaald werk nog te ver weg is.", "Het is extra werk. Niemand verliest er een baan door.", "Na een tijd hoort er een premie bij."],
            $"{Participatiewet}, artikel 10a", Municipality),
        ["sheltered"] = new(
            ["Een baan met veel begeleiding en een aangepaste werkplek.", "Dit kan na een besluit van de gemeente."],
            $"{Participatiewet}, artikel 10b", "De gemeente, na advies van UWV"),
        ["secondment"] = new(
            ["Iemand is in dienst bij de ene werkgever en werkt bij de andere.", "Spreek af wie de officiële werkgever is."],
            "Burgerlijk Wetboek boek 7, artikel 690; Waadi", "De werkgevers samen"),
        ["work-experience"] = new(
            ["Een korte tijd werken om ervaring op te doen.", "De gemeente maakt hier eigen regels voor."],
            $"Verordening van de gemeente; {Participatiewet}, artikel 8a", Municipality),
        ["volunteer"] = new(
            ["Werk zonder loon bij een organisatie zonder winst.", "Soms is er een kleine vergoeding.", "Overleg het eerst met de gemeente of UWV."],
            $"{Participatiewet}, artikel 31 lid 2", MunicipalityOrUwv),
    };

    public static SchemeWords Of(Scheme scheme) => ByCode[scheme.Code];
}
