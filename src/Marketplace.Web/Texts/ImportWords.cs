using Marketplace.Domain.Imports;
using Marketplace.Jobs.Imports;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Texts;

/// <summary>What an import says: what is wrong with a file or a row, and how to mend it.</summary>
public static class ImportWords
{
    /// <summary>"kandidaten", "taken".</summary>
    public static string Of(ImportKind kind) => kind == ImportKind.People ? "kandidaten" : "taken";

    /// <summary>"1 kandidaat", "12 taken".</summary>
    public static string Counted(ImportKind kind, int count) => kind == ImportKind.People
        ? WorkWords.Counted(count, "kandidaat", "kandidaten")
        : WorkWords.Counted(count, "taak", "taken");

    public static string Rows(int count) => WorkWords.Counted(count, "rij", "rijen");

    public static string Of(ImportState state) => state switch
    {
        ImportState.Checking => "Wordt gelezen",
        ImportState.Checked => "Klaar om na te kijken",
        ImportState.Taking => "Wordt overgenomen",
        ImportState.Taken => "Overgenomen",
        ImportState.Undoing => "Wordt teruggedraaid",
        ImportState.Undone => "Teruggedraaid",
        _ => "Weggegooid",
    };

    public static StatusTone ToneOf(ImportState state) => state switch
    {
        ImportState.Checked => StatusTone.Warning,
        ImportState.Taken => StatusTone.Good,
        ImportState.Checking or ImportState.Taking or ImportState.Undoing => StatusTone.Info,
        _ => StatusTone.Plain,
    };

    /// <summary>Why the file cannot be read, and what to do.</summary>
    public static string Of(ImportRows.Outcome outcome) => outcome.Fault switch
    {
        FileFault.Empty => "Dit bestand is leeg. Kies een ander bestand.",
        FileFault.TooLarge => Sentences.FileTooLarge,
        FileFault.NotText => "Dit is geen CSV-bestand. Bewaar uw lijst als CSV en kies dat bestand.",
        FileFault.Spreadsheet => "Dit is een bestand van Excel. Kies in Excel ‘Opslaan als’ en dan CSV.",
        FileFault.NoHeader => "De eerste rij is geen rij met onze kolommen. Neem de eerste rij over uit het voorbeeldbestand.",
        FileFault.ColumnMissing => $"Deze kolommen ontbreken: {string.Join(", ", outcome.Columns)}. Zet ze in de eerste rij.",
        FileFault.ColumnTwice => $"Deze kolommen staan er twee keer: {string.Join(", ", outcome.Columns)}. Haal er een weg.",
        FileFault.NoRows => "Onder de eerste rij staat niets. Vul eerst rijen in.",
        FileFault.TooManyRows => $"Dit zijn te veel rijen. Een bestand heeft hoogstens {CsvTable.MostRows - 1} rijen. Knip het in stukken.",
        _ => "",
    };

    /// <summary>One fault as a sentence of its own: "Rij 12, kolom ‘postcode’: …".</summary>
    public static string Whole(ImportKind kind, ImportFault fault) => $"Rij {fault.Row}{(fault.Column.Length > 0 ? $", kolom ‘{fault.Column}’" : "")}: {Of(kind, fault)}";

    /// <summary>A fault in the file of bad rows: there the row is in sight.</summary>
    public static string InFile(ImportKind kind, ImportFault fault) => fault.Column.Length > 0 ? $"{fault.Column}: {Of(kind, fault)}" : Of(kind, fault);

    /// <summary>What is wrong and how to mend it.</summary>
    public static string Of(ImportKind kind, ImportFault fault) => fault.Kind switch
    {
        ImportFaultKind.Quotes => "Er staat een aanhalingsteken te veel of te weinig. Haal het weg.",
        ImportFaultKind.TooManyCells => "Er staan meer cellen dan kolommen. Zet een tekst met ; of , tussen aanhalingstekens.",
        ImportFaultKind.Empty => "Hier staat niets. Vul dit in.",
        ImportFaultKind.TooLong => "De tekst is te lang. Maak hem korter.",
        ImportFaultKind.ReferenceTwice => "Dit kenmerk staat al in een rij hierboven. Geef elke rij een eigen kenmerk.",
        ImportFaultKind.ReferenceIsBsn => "Dit kan een burgerservicenummer zijn. Gebruik een eigen nummer.",
        ImportFaultKind.NotInList => ListOf(kind, fault.Column),
        ImportFaultKind.NotAName => "Gebruik in een naam alleen letters.",
        ImportFaultKind.NotADay => "Schrijf de dag zo: 5-12-1990.",
        ImportFaultKind.NotABirthday => "Kijk de geboortedatum na.",
        ImportFaultKind.NotAPostcode => "Schrijf de postcode zo: 3311 AB.",
        ImportFaultKind.PostcodeNotKnown => "Deze postcode bestaat niet. Kijk de cijfers na.",
        ImportFaultKind.NotAPhone => "Schrijf het nummer zo: 06 12345678.",
        ImportFaultKind.NotAnEmail => "Schrijf het adres zo: naam@voorbeeld.nl.",
        ImportFaultKind.NotHours => "Vul uren in van 0,25 tot en met 60, in kwartieren. Bijvoorbeeld 12,5.",
        ImportFaultKind.HoursOutOfOrder => "Vul minst, liefst en hoogst alle drie in, van klein naar groot.",
        ImportFaultKind.NotMinutes => kind == ImportKind.People ? "Vul een heel getal in van 1 tot en met 240." : "Vul een heel getal in van 1 tot en met 3600.",
        ImportFaultKind.TravelNotWhole => "Vul vervoer en reistijd allebei in, of geen van beide.",
        ImportFaultKind.NotTimes => "Vul een getal in van 0,25 tot en met 100.",
        ImportFaultKind.NotDays => "Vul een getal in van 1 tot en met 7.",
        ImportFaultKind.LongerThanAWeek => "Dit is samen langer dan een week. Kijk de getallen na.",
        ImportFaultKind.NotYesOrNo => "Schrijf ja of nee.",
        ImportFaultKind.ConsultantNotKnown => "Deze consulent hoort niet bij uw organisatie. Kijk het e-mailadres na, of laat dit leeg.",
        ImportFaultKind.NamesSomebody => "In deze tekst staat een naam, nummer of adres. Haal dat weg.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "Every fault has a sentence."),
    };

    private static string ListOf(ImportKind kind, string column) => ImportSheet.Of(kind).Columns.First(c => c.Name == column).Words is { } words
        ? $"Kies uit deze woorden: {string.Join(" | ", words)}."
        : "Kies een voorbeeld zoals het bij ‘Werk neerzetten’ staat. Past er geen? Schrijf: geen.";
}
