using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;

namespace Marketplace.Web.Texts;

/// <summary>What is told about income before a yes to a contract, to the person (B1): words and ranges, never an amount and never a net income.</summary>
public sealed record IncomeWords(IReadOnlyList<string> Stops, IReadOnlyList<string> Stays, IReadOnlyList<string> MayChange, IReadOnlyList<string> WayBack, IReadOnlyList<string> FindOut)
{
    /// <summary>Three questions to take along.</summary>
    public static IReadOnlyList<string> Questions { get; } =
    [
        "Wat gebeurt er met mijn uitkering in de eerste maand?",
        "Aan wie geef ik mijn loon en mijn uren door?",
        "Wat moet ik doen als het werk stopt, en hoe snel?",
    ];

    /// <summary>What belongs to what is known of a person; what is not known stands in <see cref="FindOut"/>.</summary>
    public static IncomeWords Of(Standing? standing, RegulationBook book, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(book);
        var (stops, stays, changes, back, findOut) = ((List<string>)[], (List<string>)[], (List<string>)[], (List<string>)[], (List<string>)[]);
        var statuses = standing?.Statuses ?? [];
        var bijstand = standing?.Bijstand == true || (standing?.Bijstand is null && statuses.Contains("PW_BIJSTAND"));
        if (bijstand)
        {
            stops.Add("Bij een bijna volle werkweek stopt de bijstand meestal. Bij een halve week of minder vult de gemeente het loon vaak aan. Woont u samen? Dan telt het inkomen van uw partner mee.");
            changes.Add("Soms mag u een deel van het loon houden naast de bijstand. Dat is vaak tijdelijk. Bent u jonger dan 27? Dan mag het meestal niet. De gemeente beslist (Participatiewet, artikel 31 lid 2 en 5).");
            back.Add("Stopt het werk? Vraag meteen WW aan bij UWV. Daarvoor moet u lang genoeg hebben gewerkt. Kan het niet, of is het te weinig? Vraag dan bijstand aan bij de gemeente. Wacht niet.");
            findOut.Add("Welk deel van het loon mag deze persoon houden naast de bijstand, en hoe lang?");
            if (book.Shown("exemption", today.AddMonths(NewRulesWithinMonths)).IsToBeAdjusted)
                findOut.Add("Wat verandert er als de regels voor bijverdienen straks anders worden? De nieuwe bedragen zijn nog niet bekend.");
        }

        foreach (var (_, name) in Benefits.Where(benefit => statuses.Contains(benefit.Code)))
        {
            changes.Add($"Uw {name} kan door het loon lager worden of stoppen. UWV rekent dat uit.");
            back.Add($"Stopt het werk? Meld het meteen bij UWV. Vraag vóór de start wat er dan met uw {name} gebeurt, en vraag het antwoord op papier.");
            findOut.Add($"Wat doet UWV met de {name} bij deze uren en dit loon?");
        }

        if (standing?.RecordedOn is null)
            findOut.Add("Welke uitkering heeft deze persoon nu?");
        if (back.Count == 0)
            back.Add("Stopt het werk? Vraag meteen WW aan bij UWV. Daarvoor moet u lang genoeg hebben gewerkt. Bel ook uw consulent. Samen kijkt u wat er kan.");
        stays.Add("Uw zorgverzekering blijft. De premie betaalt u zelf.");
        if (!statuses.Contains("WAJONG_ARB"))
            stays.Add("Krijgt de werkgever subsidie? Dan krijgt u nog steeds uw hele loon van de werkgever.");
        changes.Add("Toeslagen voor huur, zorg en kinderen kunnen lager worden. Geef uw nieuwe inkomen snel door aan Dienst Toeslagen. Anders moet u later misschien terugbetalen.");
        changes.Add("Extra hulp van de gemeente, zoals bijzondere bijstand of kwijtschelding, kan stoppen of lager worden.");
        changes.Add("Het verschil met nu kan klein zijn. Het kan ook per maand anders zijn.");
        return new IncomeWords(stops, stays, changes, back, findOut);
    }

    /// <summary>How far a contract looks ahead for rules that are announced.</summary>
    private const int NewRulesWithinMonths = 6;

    private static readonly (string Code, string Name)[] Benefits =
        [("WAJONG_ARB", "Wajong-uitkering"), ("WIA_WAO", "WIA-uitkering of WAO-uitkering"), ("WW", "WW-uitkering")];
}
