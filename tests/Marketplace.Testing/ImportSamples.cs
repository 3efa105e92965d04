using System.Globalization;
using System.Text;
using Marketplace.Domain.Imports;

namespace Marketplace.Testing;

/// <summary>Files of people and tasks as somebody would send them; all people are invented.</summary>
public static class ImportSamples
{
    public const string PeopleHeader = "kenmerk;voornaam;achternaam;geboortedatum;postcode;telefoon;uren minst;uren liefst;uren hoogst;dagdelen;vervoer;reistijd;vormen;branches;aantekening";

    public const string TasksHeader = "kenmerk;taak;voorbeeld;keer;per;dagen;minuten;wie doet het nu;mag iemand anders";

    /// <summary>A file in UTF-8 with so many good rows, followed by so many with something wrong. References begin with the prefix.</summary>
    public static byte[] File(ImportKind kind, int good, int bad = 0, string prefix = "R") => Encoding.UTF8.GetBytes(string.Join("\r\n", Lines(kind, good, bad, prefix)));

    public static IEnumerable<string> Lines(ImportKind kind, int good, int bad = 0, string prefix = "R") =>
    [
        kind == ImportKind.People ? PeopleHeader : TasksHeader,
        .. Enumerable.Range(1, good).Select(i => kind == ImportKind.People ? Person($"{prefix}{i}", i) : Task($"{prefix}{i}")),
        .. Enumerable.Range(1, bad).Select(i => kind == ImportKind.People ? Person($"{prefix}fout{i}", i, postcode: "1000 AA") : Task($"{prefix}fout{i}", times: "vaak")),
    ];

    public static string Person(string reference, int number, string postcode = "3311 AB", string note = "Begint graag rustig.") => string.Create(
        CultureInfo.InvariantCulture,
        $"{reference};Quirina{Letters(number)};van Zonderdam{Letters(number)};{1 + number % 28}-{1 + number % 12}-{1965 + number % 35};{postcode};06 12345678;12;16,5;24;alle ochtenden | maandagmiddag;fiets | bus of trein;45;reguliere baan;logistiek;{note}");

    public static string Task(string reference, string name = "Dozen vouwen", string times = "5", string example = "dozen-vouwen") =>
        $"{reference};{name};{example};{times};week;;60;orderpicker;ja";

    /// <summary>A number in letters, since a name has no digits.</summary>
    private static string Letters(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(d => (char)('a' + d - '0')));
}
