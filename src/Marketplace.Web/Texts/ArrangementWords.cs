using System.Globalization;
using Marketplace.Domain.Regulations;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;
using Reason = Marketplace.Domain.Regulations.Reason;

namespace Marketplace.Web.Texts;

/// <summary>What the schemes answer about a person, in words for staff (B1).</summary>
public static class ArrangementWords
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly Dictionary<string, string> Statuses = new(StringComparer.Ordinal)
    {
        ["LKS_DOELGROEP"] = "Doelgroep loonkostensubsidie",
        ["DGR_PW"] = "In het doelgroepregister",
        ["PW_BIJSTAND"] = "Bijstandsuitkering",
        ["PW_NUG"] = "Zoekt werk zonder uitkering",
        ["BESCHUT"] = "Besluit voor beschut werk",
        ["WAJONG_ARB"] = "Wajong, en kan werken",
        ["WSW_BW"] = "Werkt via de Wsw",
        ["WIA_WAO"] = "WIA-uitkering of WAO-uitkering",
        ["AO_LT35"] = "UWV zei: minder dan 35 procent",
        ["WW"] = "WW-uitkering",
    };

    private static readonly Dictionary<string, string> StatusHints = new(StringComparer.Ordinal)
    {
        ["LKS_DOELGROEP"] = "De gemeente heeft dit besloten.",
        ["DGR_PW"] = "Het register van UWV, via de Participatiewet.",
        ["BESCHUT"] = "De gemeente heeft dit besloten, na advies van UWV.",
        ["AO_LT35"] = "Vul dan ook de datum van die beoordeling in.",
    };

    private static readonly Dictionary<string, string> Facts = new(StringComparer.Ordinal)
    {
        ["person.birthDate"] = "de geboortedatum",
        ["person.loonwaarde"] = "de loonwaarde",
        ["person.bijstand"] = "of deze persoon bijstand krijgt",
        ["person.smallChanceOfWork"] = "of de kans op werk klein is",
        ["person.aoDeterminedOn"] = "de datum van de beoordeling door UWV",
        ["work.hoursPerWeek"] = "de uren per week",
        ["work.fullTimeHours"] = "de volle werkweek van deze functie",
        ["work.hourlyWage"] = "het loon per uur",
        ["work.employerCharges"] = "de werkgeverslasten",
        ["work.employedHereInLast6Months"] = "of iemand hier het laatste half jaar al werkte",
        ["work.unpaidWorkHereBefore"] = "of iemand dit werk hier eerder zonder loon deed",
        ["work.jobIntent"] = "of de werkgever daarna een baan wil geven",
        ["work.displacement"] = "de antwoorden over verdringing",
        ["municipal.jobcoachHoursPerWeek"] = "de uren jobcoach van deze gemeente",
    };

    private static readonly Dictionary<string, (string Label, string Format)> Amounts = new(StringComparer.Ordinal)
    {
        ["hourly"] = ("Minimumloon per uur", "€ {0:N2}"),
        ["shortfall"] = ("Te weinig per uur", "€ {0:N2}"),
        ["month"] = ("Per maand", "€ {0:N2}"),
        ["perHour"] = ("Per betaald uur", "€ {0:N2}"),
        ["yearEstimate"] = ("Schatting per jaar", "€ {0:N2}"),
        ["hoursPerWeek"] = ("Uren begeleiding", "{0:0.##} uur per week"),
        ["firstTermMonths"] = ("Eerste deel", "{0:0} maanden"),
        ["maxMonths"] = ("Ten hoogste", "{0:0} maanden"),
        ["allowanceYear"] = ("Vergoeding per jaar", "€ {0:N2}"),
    };

    /// <summary>The statuses as answers on a form.</summary>
    public static IReadOnlyList<SelectListItem> StatusChoices { get; } =
        [.. LegalStatuses.All.Keys.Select(code => new Choice(code, Statuses[code], StatusHints.GetValueOrDefault(code)))];

    /// <summary>A status in words.</summary>
    public static string Status(string code) => Statuses[code];

    /// <summary>What an outcome means.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Yes => "Dit kan",
        Outcome.Conditional => "Dit kan misschien",
        _ => "Dit kan nu niet",
    };

    public static StatusTone ToneOf(Outcome outcome) => outcome switch
    {
        Outcome.Yes => StatusTone.Good,
        Outcome.Conditional => StatusTone.Info,
        _ => StatusTone.Plain,
    };

    /// <summary>What is missing: a fact, or an amount that is not published yet.</summary>
    public static string Missing(string path) => path.StartsWith("parameter:", StringComparison.Ordinal)
        ? $"een bedrag: {FigureWords.Of(path["parameter:".Length..].Split('@')[0]).Title.ToLower(Dutch)}"
        : Facts[path];

    /// <summary>The amounts that somebody asks for, each with its name.</summary>
    public static IEnumerable<(string Label, string Value)> Of(IEnumerable<Amount>? amounts) =>
        from amount in amounts ?? []
        where amount.Number is not null && Amounts.ContainsKey(amount.Name) && amount is not { Name: "shortfall", Number: 0 }
        select (Amounts[amount.Name].Label, string.Format(Dutch, Amounts[amount.Name].Format, amount.Number));

    /// <summary>The sentences of a result, without the three that only say that something is missing: that stands beside it.</summary>
    public static IEnumerable<Reason> Reasons(IEnumerable<string> codes) => codes.Select(Reason.Of).Where(reason => reason.Basis is not null);
}
