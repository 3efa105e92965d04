using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.Imports;
using Marketplace.Domain.People;
using Marketplace.Domain.Privacy;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching.Geo;

namespace Marketplace.Jobs.Imports;

/// <summary>
/// People: who somebody is, and what is usually known before the first talk. What somebody can do and consent are asked of the person, so
/// they are in no column.
/// </summary>
public sealed class PeopleSheet : ImportSheet
{
    private const int MostLettersInNote = 4000;

    private static readonly EmailAddressAttribute Email = new();

    private static readonly WordList Modes = new(CodeLists.Modes);
    private static readonly WordList BroughtAlong = new(CodeLists.Measures, Measures.BroughtAlong);
    private static readonly WordList Certificates = new(CodeLists.Certificates);
    private static readonly WordList Circumstances = new(CodeLists.Circumstances);
    private static readonly WordList WorkForms = new(CodeLists.Forms);
    private static readonly WordList Sectors = new(CodeLists.Sectors);
    private static readonly WordList Tags = new(CodeLists.Tags);

    private static readonly WordList Parts = new(Dayparts.All.SelectMany(code => new[]
    {
        (code, code),
        (Dayparts.Word(code), code),
        ($"alle {(code[^1] switch { '1' => "ochtenden", '2' => "middagen", _ => "avonden" })}", code),
    }));

    private PeopleSheet()
    {
    }

    public static PeopleSheet Instance { get; } = new();

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Reference, ImportRows.ExampleReference, IsNeeded: true),
        new("voornaam", "Voornaam", IsNeeded: true),
        new("achternaam", "Achternaam", IsNeeded: true),
        new("geboortedatum", "5-12-1990", IsNeeded: true),
        new("postcode", "3311 AB", IsNeeded: true),
        new("telefoon", "06 12345678"),
        new("e-mail", "naam@voorbeeld.nl"),
        new("consulent", "collega@voorbeeld.nl"),
        new("uren minst", "12"),
        new("uren liefst", "16,5"),
        new("uren hoogst", "24"),
        new("dagdelen", "alle ochtenden | maandagmiddag", Words: ["alle ochtenden", "alle middagen", "alle avonden", .. Dayparts.All.Select(Dayparts.Word)]),
        new("vervoer", "fiets | bus of trein", Words: [.. CodeLists.Modes.Entries.Select(e => e.Value)]),
        new("reistijd", "45"),
        new("neemt mee", "jobcoach op de werkplek", Words: [.. Measures.BroughtAlong.Select(CodeLists.Measures.Word)]),
        new("diploma's", "heftruck", Words: [.. CodeLists.Certificates.Entries.Select(e => e.Value)]),
        new("moet niet", "hoogte", Words: [.. CodeLists.Circumstances.Entries.Select(e => e.Value)]),
        new("vormen", "reguliere baan | proefplaatsing", Words: [.. CodeLists.Forms.Entries.Select(e => e.Value)]),
        new("branches", "logistiek | groen", Words: [.. CodeLists.Sectors.Entries.Select(e => e.Value)]),
        new("graag", "inpakken | sorteren", Words: [.. CodeLists.Tags.Entries.Select(e => e.Value)]),
        new("liever niet", "schoonmaken", Words: [.. CodeLists.Tags.Entries.Select(e => e.Value)]),
        new("aantekening", "Begint graag rustig."),
    ];

    private protected override IImportedThing? Read(RowReader row, ImportSetting setting)
    {
        var firstName = row.Line("voornaam", IdentityRules.MostLettersInName, IdentityRules.Name, ImportFaultKind.NotAName);
        var lastName = row.Line("achternaam", IdentityRules.MostLettersInName, IdentityRules.Name, ImportFaultKind.NotAName);
        var birthday = row.Day("geboortedatum");
        if (birthday is { } day && !IdentityRules.CanBeBirthday(day, setting.Today))
            row.Fault("geboortedatum", ImportFaultKind.NotABirthday);
        var postcode = row.Line("postcode", 20, IdentityRules.Postcode, ImportFaultKind.NotAPostcode);
        if (postcode is not null && !Geography.Netherlands.TryGet(postcode[..4], out _))
            row.Fault("postcode", ImportFaultKind.PostcodeNotKnown);
        var phone = row.Line("telefoon", 40, IdentityRules.Phone, ImportFaultKind.NotAPhone);
        var email = row.Line("e-mail", IdentityRules.MostLettersInEmail);
        if (email is not null && !Email.IsValid(email))
            row.Fault("e-mail", ImportFaultKind.NotAnEmail);
        var consultant = setting.Sender;
        if (row.Line("consulent", IdentityRules.MostLettersInEmail) is { } colleague && !setting.Consultants.TryGetValue(colleague.ToUpperInvariant(), out consultant))
            row.Fault("consulent", ImportFaultKind.ConsultantNotKnown);
        var (times, travel) = (ReadTimes(row), ReadTravel(row));
        var support = (row.Codes("neemt mee", BroughtAlong), row.Codes("diploma's", Certificates), row.Codes("moet niet", Circumstances));
        var wishes = (row.Codes("vormen", WorkForms), row.Codes("branches", Sectors), row.Codes("graag", Tags), row.Codes("liever niet", Tags));
        var note = row.Text("aantekening", MostLettersInNote);
        if (note is not null && TextGuard.Check(note, [firstName ?? "", lastName ?? ""], []).Count > 0)
            row.Fault("aantekening", ImportFaultKind.NamesSomebody);
        if (row.Faults.Count > 0)
            return null;
        var pc4 = postcode![..4];
        var identity = new IdentityFacts(firstName!, lastName!, birthday!.Value, phone ?? "", email ?? "", $"{pc4} {postcode[^2..].ToUpperInvariant()}");
        return new NewPerson(identity, pc4, consultant, person =>
        {
            if (times is { } t)
                person.SetTimes(t.Least, t.Wished, t.Most, t.Parts);
            if (travel is { } r)
                person.SetTravel(r.Modes, r.Minutes);
            person.SetSupport([], support.Item1, support.Item2, support.Item3);
            person.SetWishes(wishes.Item1, wishes.Item2, wishes.Item3, wishes.Item4, Levels.None);
            person.StaffNote = note ?? "";
        });
    }

    private static (decimal Least, decimal Wished, decimal Most, IReadOnlyList<string> Parts)? ReadTimes(RowReader row)
    {
        var (least, wished, most) = (Hours("uren minst"), Hours("uren liefst"), Hours("uren hoogst"));
        var parts = row.Codes("dagdelen", Parts);
        var some = least is not null || wished is not null || most is not null || parts.Count > 0;
        var whole = least <= wished && wished <= most && parts.Count > 0;
        if (some && !whole && row.Faults.Count == 0)
            row.Fault(parts.Count == 0 ? "dagdelen" : "uren minst", parts.Count == 0 ? ImportFaultKind.Empty : ImportFaultKind.HoursOutOfOrder);
        return whole ? (least!.Value, wished!.Value, most!.Value, parts) : null;

        decimal? Hours(string column) => row.Number(column, 0.25m, 60, 0.25m, ImportFaultKind.NotHours);
    }

    private static (IReadOnlyList<string> Modes, int Minutes)? ReadTravel(RowReader row)
    {
        var (modes, minutes) = (row.Codes("vervoer", Modes), row.Number("reistijd", 1, 240, 1, ImportFaultKind.NotMinutes));
        if (modes.Count > 0 != minutes is not null && row.Faults.Count == 0)
            row.Fault("reistijd", ImportFaultKind.TravelNotWhole);
        return modes.Count > 0 && minutes is { } most ? (modes, (int)most) : null;
    }
}

/// <summary>A person as a row tells of one: identity apart from what fills in the profile.</summary>
/// <param name="Identity">For the vault.</param>
/// <param name="Pc4">The only part of the address that the profile has.</param>
/// <param name="ConsultantId">Whose caseload.</param>
/// <param name="FillIn">Fills in the profile.</param>
public sealed record NewPerson(IdentityFacts Identity, string Pc4, Guid ConsultantId, Action<Person> FillIn) : IImportedThing
{
    /// <summary>The empty profile with this code, filled in.</summary>
    public Person ToPerson(string code, Guid organisationId, IReadOnlyList<string> regions, Act act)
    {
        var person = new Person(code, organisationId, Geography.Netherlands.RegionAmong(regions, Pc4), ConsultantId, Pc4, act);
        FillIn(person);
        return person;
    }
}
