using System.Text;
using Marketplace.Domain.Imports;
using Marketplace.Jobs.Imports;
using Marketplace.Testing;
using Marketplace.Web.Texts;
using Xunit;

namespace Marketplace.Tests.Jobs.Imports;

/// <summary>What is wrong in a row: the row, the column, what, and how to mend it.</summary>
public sealed class ImportSheetTests
{
    private static readonly Guid Sender = Guid.NewGuid();

    private static readonly Guid Colleague = Guid.NewGuid();

    private static readonly ImportSetting Setting = new(new DateOnly(2026, 11, 24), Sender, new Dictionary<string, Guid> { ["S.YILMAZ@DEMO.EXAMPLE"] = Colleague });

    private static readonly Dictionary<string, string> GoodPerson = new()
    {
        ["kenmerk"] = "R1",
        ["voornaam"] = "Quirina",
        ["achternaam"] = "van Zonderdam",
        ["geboortedatum"] = "5-12-1990",
        ["postcode"] = "3311ab",
    };

    private static readonly Dictionary<string, string> GoodTask = new()
    {
        ["kenmerk"] = "T1",
        ["taak"] = "Dozen vouwen",
        ["voorbeeld"] = "dozen-vouwen",
        ["keer"] = "5",
        ["per"] = "Week",
        ["minuten"] = "60",
        ["wie doet het nu"] = "orderpicker",
        ["mag iemand anders"] = "Ja",
    };

    [Theory]
    [InlineData("kenmerk", "", ImportFaultKind.Empty)]
    [InlineData("kenmerk", "123456782", ImportFaultKind.ReferenceIsBsn)]
    [InlineData("voornaam", "Jan2", ImportFaultKind.NotAName)]
    [InlineData("achternaam", "x@y.nl", ImportFaultKind.NotAName)]
    [InlineData("geboortedatum", "31-2-1990", ImportFaultKind.NotADay)]
    [InlineData("geboortedatum", "5-12-2020", ImportFaultKind.NotABirthday)]
    [InlineData("postcode", "3311", ImportFaultKind.NotAPostcode)]
    [InlineData("postcode", "1000 AA", ImportFaultKind.PostcodeNotKnown)]
    [InlineData("telefoon", "612345678", ImportFaultKind.NotAPhone)]
    [InlineData("e-mail", "zonder apenstaart", ImportFaultKind.NotAnEmail)]
    [InlineData("consulent", "iemand@anders.nl", ImportFaultKind.ConsultantNotKnown)]
    [InlineData("uren minst", "12", ImportFaultKind.Empty)]
    [InlineData("uren minst", "1.000", ImportFaultKind.NotHours)]
    [InlineData("uren minst", "12,3", ImportFaultKind.NotHours)]
    [InlineData("dagdelen", "maandagochtend", ImportFaultKind.HoursOutOfOrder)]
    [InlineData("dagdelen", "gisteren", ImportFaultKind.NotInList)]
    [InlineData("vervoer", "fiets", ImportFaultKind.TravelNotWhole)]
    [InlineData("vervoer", "raket", ImportFaultKind.NotInList)]
    [InlineData("reistijd", "300", ImportFaultKind.NotMinutes)]
    [InlineData("neemt mee", "rustige plek", ImportFaultKind.NotInList)]
    [InlineData("aantekening", "Bel Quirina op 06 12345678", ImportFaultKind.NamesSomebody)]
    [InlineData("aantekening", "Mevrouw van Zonderdam werkt graag buiten", ImportFaultKind.NamesSomebody)]
    public void A_wrong_cell_of_a_person_says_what_and_how(string column, string cell, ImportFaultKind kind) => Faulty(PeopleSheet.Instance, GoodPerson, column, cell, kind);

    [Theory]
    [InlineData("taak", "Bel Jan Bakker", ImportFaultKind.NamesSomebody)]
    [InlineData("voorbeeld", "iets", ImportFaultKind.NotInList)]
    [InlineData("keer", "vaak", ImportFaultKind.NotTimes)]
    [InlineData("per", "jaar", ImportFaultKind.NotInList)]
    [InlineData("dagen", "8", ImportFaultKind.NotDays)]
    [InlineData("minuten", "0", ImportFaultKind.NotMinutes)]
    [InlineData("minuten", "3600", ImportFaultKind.LongerThanAWeek)]
    [InlineData("mag iemand anders", "misschien", ImportFaultKind.NotYesOrNo)]
    [InlineData("wie doet het nu", "", ImportFaultKind.Empty)]
    public void A_wrong_cell_of_a_task_says_what_and_how(string column, string cell, ImportFaultKind kind) => Faulty(TaskSheet.Instance, GoodTask, column, cell, kind);

    [Fact]
    public void A_person_becomes_what_the_row_says()
    {
        var draft = Read(PeopleSheet.Instance, new Dictionary<string, string>(GoodPerson)
        {
            ["telefoon"] = "+31 6 12345678",
            ["consulent"] = "s.yilmaz@demo.example",
            ["uren minst"] = "8",
            ["uren liefst"] = "12.5",
            ["uren hoogst"] = "16",
            ["dagdelen"] = "alle ochtenden, vrijdagmiddag",
            ["vervoer"] = "Fiets | transit",
            ["reistijd"] = "45",
            ["neemt mee"] = "vaste volgorde, afvinklijst",
            ["branches"] = "metaal, maritiem en industrie",
            ["graag"] = "was",
            ["vormen"] = "regular",
        });

        var made = Assert.IsType<NewPerson>(draft.Thing);
        Assert.Equal((Colleague, "3311", "3311 AB", "+31 6 12345678"), (made.ConsultantId, made.Pc4, made.Identity.Postcode, made.Identity.Phone));
        var person = made.ToPerson("K-00001", Guid.Empty, ["drechtsteden"], new(Marketplace.Domain.Organisations.Actor.Program, DateTime.UnixEpoch, Setting.Today));
        Assert.Equal((8m, 12.5m, 16m, 45), (person.HoursMin, person.HoursWish, person.HoursMax, person.MaxTravelMinutes));
        Assert.Equal(8, person.AvailableDayparts.Count);
        Assert.Equal(["bike", "transit"], person.Modes);
        Assert.Equal(("fixed-order", "industry", "laundry", "regular"), (person.BringsAlong.Single(), person.WishedSectors.Single(), person.WishedTags.Single(), person.Forms.Single()));

        // Nobody was asked anything yet.
        Assert.Empty(person.Consents);
        Assert.Empty(person.Capacities);
        Assert.Null(person.SupportDiscussedOn);
    }

    [Fact]
    public void A_reference_counts_once_in_a_file_whatever_its_capitals()
    {
        var rows = ImportRows.Read(Encoding.UTF8.GetBytes($"{ImportSamples.TasksHeader}\n{ImportSamples.Task("a1")}\n{ImportSamples.Task("A1 ")}"), TaskSheet.Instance).Rows!;

        Assert.Equal([0, 1], TaskSheet.Instance.Read(rows, Setting).Select(d => d.Faults.Count(f => f is { Row: 3, Column: "kenmerk", Kind: ImportFaultKind.ReferenceTwice })));
    }

    [Fact]
    public void Mended_rows_come_back_in_the_file_of_bad_rows()
    {
        var sheet = TaskSheet.Instance;
        var drafts = sheet.Read(ImportRows.Read(ImportSamples.File(ImportKind.Tasks, good: 2, bad: 1), sheet).Rows!, Setting);

        var file = Encoding.UTF8.GetString(sheet.BadRows(drafts, f => ImportWords.InFile(ImportKind.Tasks, f)));

        Assert.Contains("keer: Vul een getal in van 0,25 tot en met 100.", file, StringComparison.Ordinal);
        var again = ImportRows.Read(Encoding.UTF8.GetBytes(file.Replace("vaak", "3", StringComparison.Ordinal)), sheet);
        Assert.Equal(0, again.PassedOver);
        Assert.Empty(Assert.Single(sheet.Read(again.Rows!, Setting)).Faults);
    }

    [Fact]
    public void Every_fault_has_a_short_sentence()
    {
        foreach (var kind in Enum.GetValues<ImportFaultKind>())
        {
            foreach (var import in Enum.GetValues<ImportKind>())
                Assert.NotEmpty(ImportWords.Of(import, new ImportFault(2, import == ImportKind.People ? "vervoer" : "voorbeeld", kind)));
        }

        Assert.All(Enum.GetValues<FileFault>(), fault => Assert.NotEmpty(ImportWords.Of(new ImportRows.Outcome(null, fault, ["taak"], 0))));
    }

    private static void Faulty(ImportSheet sheet, Dictionary<string, string> good, string column, string cell, ImportFaultKind kind)
    {
        Assert.Empty(Read(sheet, good).Faults);

        var draft = Read(sheet, new Dictionary<string, string>(good) { [column] = cell });

        Assert.Equal(kind, Assert.Single(draft.Faults).Kind);
        Assert.Equal(2, draft.Faults[0].Row);
        Assert.Null(draft.Thing);
        Assert.DoesNotContain("Zonderdam", ImportWords.Whole(sheet is PeopleSheet ? ImportKind.People : ImportKind.Tasks, draft.Faults[0]), StringComparison.Ordinal);
    }

    private static ImportDraft Read(ImportSheet sheet, Dictionary<string, string> cells)
    {
        var file = CsvTable.Write([[.. cells.Keys], [.. cells.Values]]);
        return Assert.Single(sheet.Read(ImportRows.Read(file, sheet).Rows!, Setting));
    }
}
