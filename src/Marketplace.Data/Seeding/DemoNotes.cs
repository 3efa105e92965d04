namespace Marketplace.Data.Seeding;

/// <summary>What a colleague wrote about working with somebody: what goes well, and what helps. It follows from the answers of that person.</summary>
internal static class DemoNotes
{
    private static readonly Dictionary<string, string[]> GoesWell = new()
    {
        ["packing"] = ["Pakt vlot en netjes in", "Heeft handigheid in dozen en zakjes", "Werkt graag aan een inpaktafel"],
        ["sorting"] = ["Ziet snel wat bij elkaar hoort", "Sorteert rustig en zonder fouten", "Houdt van orde in kasten en vakken"],
        ["assembly"] = ["Zet graag dingen in elkaar", "Handig met kleine onderdelen", "Volgt een tekening stap voor stap"],
        ["wood"] = ["Werkt graag met hout", "Heeft gevoel voor zagen en schuren", "Maakt een klus in hout mooi af"],
        ["driving"] = ["Rijdt rustig en kent de weg", "Is graag onderweg", "Zorgt goed voor een bus"],
        ["kitchen"] = ["Voelt zich thuis in een keuken", "Snijdt en dekt met zorg", "Werkt schoon en houdt tempo bij de afwas"],
        ["green"] = ["Is het liefst buiten bezig", "Heeft geduld met planten", "Werkt door bij wind en kou"],
        ["laundry"] = ["Vouwt de was strak op", "Heeft oog voor kleding", "Werkt graag met linnen en stof"],
        ["shelf-filling"] = ["Vult vakken recht en op datum", "Loopt graag een vaste ronde langs schappen", "Ziet meteen wat op is"],
        ["cleaning"] = ["Maakt grondig schoon", "Ziet vuil dat een ander niet ziet", "Houdt van een nette werkplek"],
        ["reception"] = ["Ontvangt mensen hartelijk", "Maakt makkelijk een praatje", "Onthoudt namen en gezichten"],
        ["admin"] = ["Houdt papieren goed op volgorde", "Typt rustig en precies", "Werkt graag met lijsten"],
        ["animals"] = ["Is rustig met dieren", "Zorgt elke dag trouw voor dieren", "Pakt ook het vieze werk in de stal aan"],
        ["sewing"] = ["Naait sterk en netjes", "Herstelt kleding met de hand", "Heeft een vaste hand met naald en draad"],
        ["delivery"] = ["Brengt graag dingen rond", "Loopt of fietst elke dag veel", "Kent de straten in de buurt"],
        ["counting"] = ["Telt precies en kijkt alles na", "Is goed met aantallen", "Controleert graag nog een keer"],
        ["tools"] = ["Weet de weg met gereedschap", "Gaat zuinig om met machines", "Repareert graag iets kleins"],
    };

    private static readonly string[] Anything = ["Pakt aan wat er ligt", "Komt op tijd en werkt door", "Leert vooral door mee te doen", "Wil graag onder de mensen zijn"];

    private static readonly Dictionary<string, string[]> Helps = new()
    {
        ["fixed-supervisor"] = ["één vaste begeleider werkt het beste", "graag steeds dezelfde collega om naar toe te gaan"],
        ["picture-instructions"] = ["plaatjes bij de uitleg helpen", "laat het eerst zien, dan lukt het"],
        ["quiet-place"] = ["een rustige plek geeft het beste werk", "liever niet midden in de drukte"],
        ["own-pace"] = ["het eigen tempo is afgesproken", "zonder haast blijft het goed gaan"],
        ["extra-breaks"] = ["een korte pauze tussendoor helpt", "na een uur even zitten"],
        ["lifting-aid"] = ["zware dozen gaan met een tilhulp", "tillen doet een hulpmiddel of een collega"],
        ["adapted-workplace"] = ["de werktafel moet op hoogte staan", "kijk vooraf samen naar de werkplek"],
        ["language-buddy"] = ["een collega die woorden uitlegt helpt", "leert Nederlands tijdens het werk"],
        ["fixed-order"] = ["een vaste volgorde geeft rust", "een lijst om af te vinken is genoeg"],
        ["no-customer-contact"] = ["liever achter dan voor in de winkel", "een collega praat met klanten"],
        ["digital-help"] = ["bij het scherm kijkt iemand mee", "een collega helpt met rekenen"],
        ["protective-alternative"] = ["let op een ander beschermmiddel", "andere handschoenen zijn nodig"],
        ["pick-up"] = ["een opstapplek maakt de reis mogelijk", "meerijden naar het werk helpt"],
        ["jobcoach"] = ["een jobcoach komt de eerste weken mee", "samen beginnen met een jobcoach"],
    };

    private static readonly string[] Nothing = ["gaat snel zelfstandig verder", "na de eerste dag gaat het alleen", "heeft weinig uitleg nodig", "vraagt zelf als iets niet duidelijk is"];

    public static string Of(List<string> tags, List<string> helps, Random random)
    {
        var good = tags.Count == 0 ? Anything : GoesWell[tags[random.Next(tags.Count)]];
        var help = helps.Count == 0 ? Nothing : Helps[helps[random.Next(helps.Count)]];
        return $"{good[random.Next(good.Length)]}; {help[random.Next(help.Length)]}.";
    }
}
