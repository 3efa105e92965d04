namespace Marketplace.Web.Ui;

/// <summary>
/// The fixed Dutch words of the components (B1). Text about a subject stands in the page that shows it, never here.
/// </summary>
public static class UiWords
{
    public const string Optional = "(niet verplicht)";
    public const string ErrorPrefix = "Fout: ";
    public const string ChooseAnswer = "Kies een antwoord";

    /// <summary>For an error that has no words of its own.</summary>
    public const string LookAgain = "Kijk nog eens naar dit antwoord.";

    public const string NotANumber = "Vul een getal in, zoals 12,5.";
    public const string NotAWholeNumber = "Vul een heel getal in, zoals 45.";
    public const string AmbiguousNumber = "Is de punt of komma voor duizend? Laat die dan weg, zoals 1000.";
    public const string NumberTooLarge = "Dit getal is te groot. Kijk nog eens naar de cijfers.";

    public const string NotADate = "Vul een bestaande datum in, zoals 5 12 2026.";
    public const string YearInFourDigits = "Vul het jaar in met 4 cijfers, zoals 2026.";
    public const string Day = "Dag";
    public const string Month = "Maand";
    public const string Year = "Jaar";

    public const string StoredNow = "Nu opgeslagen: ";
    public const string Differing = "Hier is een ander antwoord opgeslagen. Kies welk antwoord klopt:";
    public const string TakeThis = "Neem dit over in plaats van mijn antwoord";
    public const string NothingStored = "niets ingevuld";
    public const string ChangedMeanwhile = "Dit is net veranderd";
    public const string TakeStored = "Gooi mijn antwoorden weg en neem over wat nu is opgeslagen";
    public const string Yes = "Ja";
    public const string No = "Nee";

    public const string Undo = "Maak ongedaan";
    public const string Change = "Wijzig";
    public const string Next = "Volgende";
    public const string Previous = "Vorige";
    public const string Page = "Pagina ";
    public const string Pages = "Bladeren";

    /// <summary>Which rows of a list are on this page.</summary>
    public static string Shown(Paging paging, int rows) => $"U ziet {paging.Before + 1} tot en met {paging.Before + rows} van {paging.Total}";

    public const string Crumbs = "Kruimelpad";
    public const string Steps = "Stappen";
    public const string ThisStep = "Hier bent u nu";
    public const string Done = "Klaar";
    public const string Busy = "Bezig";
    public const string NotYet = "Nog niet";
    public const string NotBegun = "Nog niet begonnen";

    public const string BandGood = "Past goed";
    public const string BandAdapted = "Past met aanpassing";
    public const string BandFindOut = "Nog uitzoeken";
    public const string BandNotNow = "Past nu niet";

    public const string ReasonFits = "Past: ";
    public const string ReasonAsked = "Nodig: ";
    public const string ReasonOpen = "Vraag: ";
    public const string ReasonOff = "Valt af: ";

    /// <summary>Heading of the error summary for <paramref name="count"/> errors (1 or more).</summary>
    public static string ErrorCount(int count) => count == 1 ? "Er is 1 ding dat niet klopt" : $"Er zijn {count} dingen die niet kloppen";

    /// <summary>Tail of a match band: " — nog 1 vraag", " — nog 3 vragen"; empty for 0.</summary>
    public static string OpenQuestions(int count) => count switch
    {
        0 => "",
        1 => " — nog 1 vraag",
        _ => $" — nog {count} vragen",
    };

    /// <summary>Error for a date of which a part is missing: "Vul ook de maand in".</summary>
    public static string DatePartMissing(string part) => part == Year ? "Vul ook het jaar in." : $"Vul ook de {part.ToLowerInvariant()} in.";

    /// <summary>The seven days, Monday first.</summary>
    public static readonly IReadOnlyList<string> Days = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

    /// <summary>The three parts of a day: morning, afternoon, evening.</summary>
    public static readonly IReadOnlyList<string> PartsOfDay = ["ochtend", "middag", "avond"];

    /// <summary>The row of boxes that ticks a whole column: "alle ochtenden" and so on.</summary>
    public static readonly IReadOnlyList<string> AllPartsOfDay = ["alle ochtenden", "alle middagen", "alle avonden"];

    public const string EveryDay = "elke dag";
}
